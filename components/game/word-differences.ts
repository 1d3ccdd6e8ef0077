import { diffArrays, diffWordsWithSpace } from 'diff';

/** A piece of a text: what both have, or what only one has. */
export interface ComparedText {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

/** Where less than that share of the longer text is kept, single words that happen to be the same only confuse. */
const LEAST_KEPT = 0.3;

/** Letters of other scripts: some put no blanks between words, and of the rest the library makes a word of each letter. */
const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u;

/** What of a text became otherwise, word by word. Both are in one language. */
export function wordDifferences(before: string, after: string): ComparedText[] {
  const pieces = piecesBetween(before, after);
  const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === 'kept' ? text.length : 0), 0);
  if (kept >= LEAST_KEPT * Math.max(before.length, after.length)) return pieces;
  return replaced(before, after);
}

/** One text in the place of another. */
export function replaced(before: string, after: string): ComparedText[] {
  return [piece('removed', before), piece('added', after)].filter(({ text }) => text !== '');
}

function piecesBetween(before: string, after: string): ComparedText[] {
  if (!NOT_LATIN.test(before + after)) {
    return diffWordsWithSpace(before, after).map(({ added, removed, value }) =>
      piece(added ? 'added' : removed ? 'removed' : 'kept', value),
    );
  }
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) =>
    piece(added ? 'added' : removed ? 'removed' : 'kept', value.join('')),
  );
}

function wordsOf(text: string): string[] {
  const words = new Intl.Segmenter(undefined, { granularity: 'word' });
  return Array.from(words.segment(text), ({ segment }) => segment);
}

function piece(kind: ComparedText['kind'], text: string): ComparedText {
  return { kind, text };
}
