import { folded, type SearchText } from './search-text';

/** Some letters, and the number of a part or a year, as nobody writes a word. */
const SHORTENED = /^(\p{L}{2,6}?)(\d{1,4}|[ivx]+)$/u;

/**
 * Tells whether a name may be shortened to what was typed: each of its words up to the number has its first letter
 * there and may have others of its own, as `swbf2` has of Star Wars Battlefront II. What stands before may be left out,
 * as `sm2` does without Marvel’s. Null where nothing of the kind was typed.
 */
export function searchForShortened(typed: string): ((text: SearchText) => boolean) | null {
  const [, letters, number] = SHORTENED.exec(folded(typed).replaceAll(' ', '')) ?? [];
  if (letters === undefined || number === undefined) return null;
  return (text) =>
    linesOf(text).some((words) =>
      words.some((_, from) => isShortened(words.slice(from), letters, number)),
    );
}

/** The words of a name, once for each form of its numbers. */
function linesOf({ glued, starts }: SearchText): string[][] {
  let from = 0;
  return glued.split('\n').map((line) => {
    const own = starts.filter((start) => start >= from && start < from + line.length);
    const words = own.map((start, at) => glued.slice(start, own[at + 1] ?? from + line.length));
    from += line.length + 1;
    return words;
  });
}

function isShortened(words: readonly string[], letters: string, number: string): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return false;
  if (letters === '') return word === number;
  if (!word.startsWith(letters.charAt(0))) return false;
  // The more letters a word has, the fewer are left for the next.
  for (let taken = letters.length; taken > 0; taken--) {
    const isOwn = isWithin(letters.slice(0, taken), word);
    if (isOwn && isShortened(rest, letters.slice(taken), number)) return true;
  }
  return false;
}

/** The letters stand in the word in their order. */
function isWithin(letters: string, word: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
