import { arabicOf, romanOf } from './roman-numerals';

/** Signs that stand in names and that nobody types. */
const SIGNS = /[™®©℠]/gu;
/** Accents on Latin, Greek and Cyrillic letters. Marks of other scripts tell words apart and stay. */
const ACCENTS = /[\u0300-\u036f]/gu;
const APOSTROPHES = /['’‘ʼ`´′]/gu;
const DASHES = /[‐‑‒–—−]/gu;
/** Letters without an accent that could be taken off, and how they are typed. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' },
  ...{ æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' },
};
const SPECIAL = /[øłđðıæœßþ]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;
/** A word, or a number in it: `2K22` is three. */
const PIECES = /\d+|[\p{L}\p{M}\p{Nl}\p{No}]+|\p{N}+/gu;
const BEFORE_SUBTITLE = /: | - /u;
const PUNCTUATION_AROUND = /^\p{P}+|\p{P}+$/gu;

/** A name as it is searched in, made once for each. */
export interface SearchText {
  /** Folded. */
  written: string;
  /** Without what stands between its words, with numbers in either form, and its initials: a line each. */
  glued: string;
  /** Where in these lines typing may begin: at each word, and at initials. */
  starts: readonly number[];
}

/**
 * A name without what tells no two names apart: case, accents, trade marks, apostrophes, kinds of dashes and of
 * spaces, and with `and` for `&`.
 */
export function folded(name: string): string {
  return name
    .replace(SIGNS, '')
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replace(DASHES, '-')
    .replace(/&/gu, ' and ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words of a folded name. */
export function wordsOf(written: string): string[] {
  return written.split(BETWEEN_WORDS).filter((word) => word !== '');
}

export function searchText(name: string): SearchText {
  const written = folded(name);
  const pieces = piecesOf(written);
  const subtitles = written.split(BEFORE_SUBTITLE).slice(1).map(piecesOf);
  const initials = [pieces, ...subtitles].map(initialsOf).flatMap(inEitherForm);
  const starts: number[] = [];
  let glued = '';
  for (const line of inEitherForm(pieces)) {
    for (const piece of line) {
      starts.push(glued.length);
      glued += piece;
    }
    glued += '\n';
  }
  for (const letters of initials) {
    starts.push(glued.length);
    glued += `${letters.join('')}\n`;
  }
  return { written, glued, starts };
}

/** The search texts of names, made once for each: a sync brings the same ones again and again. */
export function rememberedTexts(): (name: string) => SearchText {
  const known = new Map<string, SearchText>();
  return (name) => {
    const text = known.get(name) ?? searchText(name);
    known.set(name, text);
    return text;
  };
}

/** Tells whether a name has every word of what was typed, in any order. What is empty is in every name. */
export function searchFor(typed: string): (text: SearchText) => boolean {
  const words = folded(typed).split(' ').map(searchForWord);
  return (text) => words.every((isFound) => isFound(text));
}

function searchForWord(word: string): (text: SearchText) => boolean {
  const bare = word.replace(PUNCTUATION_AROUND, '');
  if (bare === '') return () => true;
  const words = wordsOf(bare);
  const glued = words.join('');
  // A sign that is no punctuation is meant as it stands.
  if (words.length < 2 && glued !== bare) return ({ written }) => written.includes(word);
  const pieces = piecesOf(bare);
  const hasAll = searchForPart(glued);
  const hasEach = words.map(searchForPart);
  return (text) =>
    hasAll(text) ||
    (words.length > 1 && hasEach.every((hasOne) => hasOne(text))) ||
    (pieces.length > 1 && pieces.every((piece) => isStart(text, piece)));
}

/** A number is found from its first digit on, other words also in the middle: 5 is not in 15. */
function searchForPart(word: string): (text: SearchText) => boolean {
  const isNumber = /^\d/.test(word);
  return (text) => (!isNumber && text.written.includes(word)) || isStart(text, word);
}

function isStart({ glued, starts }: SearchText, word: string): boolean {
  for (let at = glued.indexOf(word); at >= 0; at = glued.indexOf(word, at + 1)) {
    if (starts.includes(at)) return true;
  }
  return false;
}

function piecesOf(written: string): string[] {
  return written.match(PIECES) ?? [];
}

/** For example `ff` and `7`: a number counts as a whole. */
function initialsOf(pieces: readonly string[]): string[] {
  return pieces.map((piece) => (isNumber(piece) ? piece : firstOf(piece)));
}

/** The words as they are, and with every number in Arabic or Roman figures. */
function inEitherForm(words: string[]): string[][] {
  return words.some(isNumber) ? [words, words.map(arabicOf), words.map(romanOf)] : [words];
}

function isNumber(word: string): boolean {
  return /^\d/.test(word) || arabicOf(word) !== word;
}

/** The first letter, where it takes two units too. */
function firstOf(piece: string): string {
  return String.fromCodePoint(piece.codePointAt(0) ?? 0);
}
