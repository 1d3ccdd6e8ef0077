/** Marks of ownership, which nobody types, and apostrophes, which everybody types differently. */
const UNTYPED = /[™®©℠'’‘`´]/gu;
const ACCENTS = /\p{Mn}/gu;
const SPACES = /\s+/gu;

/** A text as it is searched: without case, accents or marks that nobody types, for example `pokemon legends`. */
export function searchText(text: string): string {
  return text
    .replace(UNTYPED, '')
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(SPACES, ' ')
    .trim();
}

/** What is looked for: every word of what was typed, in any order. */
export function searchWords(typed: string): string[] {
  return searchText(typed).split(' ').filter(Boolean);
}

/** True where a text, as `searchText` gives it, holds every word. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
