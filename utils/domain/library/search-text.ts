import { arabicOf, figureOf, romanOf } from './number-forms';

/** Signs that stand in names and that nobody types: as one character, in a ring, or in letters. */
const SIGNS = /[™®©℠ⒸⓒⓇⓡ]|\((?:tm|r|c)\)/giu;
/** Accents on Latin, Greek and Cyrillic letters. Marks of other scripts tell words apart and stay. */
const ACCENTS = /[\u0300-\u036f]/gu;
const APOSTROPHES = /['’‘ʼ`´′]/gu;
/** A number that is one sign stands for itself, whatever it is written to: `SOULSⅡ`. */
const AROUND_NUMERAL = /(?<=\p{L})(?=[Ⅰ-ⅿ])|(?<=[Ⅰ-ⅿ])(?=\p{L})/gu;
const DASHES = /[‐‑‒–—−]/gu;
/** Letters without an accent that could be taken off, and how they are typed. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' },
  ...{ æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' },
};
const SPECIAL = /[øłđðıæœßþ]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;
/** A word, or a number in it: `2K22` is three. What stands beside Latin letters in another script is a word too. */
const PIECES =
  /\d+|[\p{Script=Latin}\p{M}]+|[[\p{L}\p{M}\p{Nl}\p{No}]--\p{Script=Latin}]+|\p{N}+/gv;
/** The same in most names, found in a fraction of the time. */
const PLAIN_PIECES = /\d+|[a-z]+/g;
const PLAIN_LETTERS = /^[ -~]*$/;
/** Names of which nothing but the case has to go: most of them, folded in a tenth of the time. */
const CASE_ONLY = /^[\w.,:!?#+-]+(?: [\w.,:!?#+-]+)*$/;
/** `LittleBigPlanet` has three words, and is called LBP. */
const WITHIN_WORD = /(?<=\p{Ll})(?=\p{Lu})/gu;
const BEFORE_SUBTITLE = /: | - /u;
const PUNCTUATION_AROUND = /^\p{P}+|\p{P}+$/gu;
/** The years in which games of these consoles came out: typed to tell namesakes apart, and in few of their names. */
const YEAR = /^(.*?)(20([012]\d))\p{P}*$/u;

/** A name as it is searched in, made once for each. */
export interface SearchText {
  /** Folded. */
  written: string;
  /** Without what stands between its words, with numbers in each form, and its initials: a line each. */
  glued: string;
  /** Where in these lines typing may begin: at each word, and at initials. */
  starts: readonly number[];
}

/**
 * A name without what tells no two names apart: case, accents, trade marks, apostrophes, kinds of dashes and of
 * spaces, and with `and` for `&`.
 */
export function folded(name: string): string {
  if (CASE_ONLY.test(name)) return name.toLowerCase();
  return name
    .replace(SIGNS, '')
    .replace(APOSTROPHES, '')
    .replace(AROUND_NUMERAL, ' ')
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
  const apart = name.replace(WITHIN_WORD, ' ');
  const others = apart === name ? subtitles : [...subtitles, piecesOf(folded(apart))];
  const initials = [pieces, ...others].map(initialsOf).flatMap(inEachForm);
  const starts: number[] = [];
  let glued = '';
  for (const line of [...inEachForm(pieces), ...inFigures(pieces)]) {
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

/**
 * Tells whether a name has every word of what was typed, in any order. What is empty is in every name; a year beside
 * other words is in each name that has no number at all.
 */
export function searchFor(typed: string): (text: SearchText) => boolean {
  const words = folded(typed).split(' ');
  // What tells least comes last.
  const all = [...words]
    .sort((one, other) => Number(YEAR.test(one)) - Number(YEAR.test(other)))
    .map((word) => searchForYear(word, words.length > 1));
  return (text) => all.every((isFound) => isFound(text));
}

/** `FIFA 18` is the one of 2018. */
function searchForYear(word: string, hasOthers: boolean): (text: SearchText) => boolean {
  const isWritten = searchForWord(word);
  const [, before = '', year = '', short = ''] = YEAR.exec(word) ?? [];
  const beside = before.replace(PUNCTUATION_AROUND, '');
  if (year === '' || (beside === '' && !hasOthers)) return isWritten;
  const isBeside = searchForWord(beside);
  return (text) =>
    isWritten(text) ||
    (isBeside(text) && (hasNumber(text, short) || isStart(text, year) || !/\d/.test(text.glued)));
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
  const figure = figureOf(word);
  return (text) =>
    (!isNumber && text.written.includes(word)) ||
    isStart(text, word) ||
    (figure !== word && hasNumber(text, figure));
}

function isStart({ glued, starts }: SearchText, word: string): boolean {
  for (let at = glued.indexOf(word); at >= 0; at = glued.indexOf(word, at + 1)) {
    if (starts.includes(at)) return true;
  }
  return false;
}

/** The number itself, and not one that begins with it. */
function hasNumber({ glued, starts }: SearchText, number: string): boolean {
  for (let at = glued.indexOf(number); at >= 0; at = glued.indexOf(number, at + 1)) {
    if (starts.includes(at) && !/\d/.test(glued.charAt(at + number.length))) return true;
  }
  return false;
}

function piecesOf(written: string): string[] {
  return written.match(PLAIN_LETTERS.test(written) ? PLAIN_PIECES : PIECES) ?? [];
}

/** For example `ff` and `7`: a number counts as a whole. */
function initialsOf(pieces: readonly string[]): string[] {
  return pieces.map((piece) => (isNumber(piece) ? piece : firstOf(piece)));
}

/** The words as they are, and with every number in Arabic or Roman figures. */
function inEachForm(words: string[]): string[][] {
  return words.some(isNumber) ? [words, words.map(arabicOf), words.map(romanOf)] : [words];
}

/** Where a number stands in letters, once more in figures. */
function inFigures(words: string[]): string[][] {
  const figures = words.map(figureOf);
  return figures.some((figure, at) => figure !== words[at]) ? [figures.map(arabicOf)] : [];
}

function isNumber(word: string): boolean {
  return /^\d/.test(word) || arabicOf(word) !== word;
}

/** The first letter, where it takes two units too. */
function firstOf(piece: string): string {
  return String.fromCodePoint(piece.codePointAt(0) ?? 0);
}
