const ONES = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
const TENS = ['', 'x', 'xx', 'xxx'];

/** The numbers that parts of a series have, written as the Romans did; more of them would be words. */
const NUMERALS = TENS.flatMap((tens) => ONES.map((ones) => `${tens}${ones}`));
const VALUES = new Map(NUMERALS.map((numeral, value) => [numeral, String(value)]));
VALUES.delete('');
VALUES.set('iiii', '4');

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const FIGURES = new Map(WORDS.map((word, value) => [word, String(value)]));

/** The number that a small letter word is, for example `7` of `vii`; the word itself where it is none. */
export function arabicOf(word: string): string {
  return VALUES.get(word) ?? word;
}

/** The other way round, for example `vii` of `7`. */
export function romanOf(word: string): string {
  return (/^[1-9]\d?$/.test(word) && NUMERALS[Number(word)]) || word;
}

/** The number that a small word says, for example `2` of `two`; the word itself where it says none. */
export function figureOf(word: string): string {
  return FIGURES.get(word) ?? word;
}
