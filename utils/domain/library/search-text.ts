/** Signs that stand in names and that nobody types. */
const SIGNS = /[™®©℠]/gu;
/** Accents on Latin, Greek and Cyrillic letters. Marks of other scripts tell words apart and stay. */
const ACCENTS = /[\u0300-\u036f]/gu;
const APOSTROPHES = /[’‘ʼ`´]/gu;
const DASHES = /[‐‑‒–—−]/gu;
const BETWEEN_LETTERS = /[^\p{L}\p{M}\p{N}]+/gu;

/** A name without what tells no two names apart: case, accents, trade marks, kinds of dashes and of spaces. */
export function folded(name: string): string {
  return name
    .replace(SIGNS, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What a name is searched in: as it is written, and each word once more without its hyphens, dots and apostrophes. */
export function searchText(name: string): string {
  const written = folded(name);
  const glued = written.replace(/[^\p{L}\p{M}\p{N} ]+/gu, '');
  return glued === written ? written : `${written}\n${glued}`;
}

/** Tells whether a search text has every word of what was typed, in any order. What is empty is in every text. */
export function searchFor(typed: string): (text: string) => boolean {
  const words = folded(typed).split(' ');
  return (text) => words.every((word) => text.includes(word) || hasPieces(text, word));
}

/** `nier:automata` is looked for as `nier` and `automata`. */
function hasPieces(text: string, word: string): boolean {
  const pieces = word.split(BETWEEN_LETTERS).filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every((piece) => text.includes(piece));
}
