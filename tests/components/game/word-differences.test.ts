import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDifferences } from '@/components/game/word-differences';

const SIGNS = { kept: '', removed: '-', added: '+' } as const;

function written(before: string, after: string): string {
  return wordDifferences(before, after)
    .map(({ kind, text }) => (kind === 'kept' ? text : `[${SIGNS[kind]}${text}]`))
    .join('');
}

test.each([
  ['Win 3 races', 'Win 5 races', 'Win [-3][+5] races'],
  ['Win the cup.', 'Win the cup twice.', 'Win the cup[+ twice].'],
  // A text that is another one is not told word by word.
  [
    'Finish the game on hard',
    'Find every hidden owl',
    '[-Finish the game on hard][+Find every hidden owl]',
  ],
  // Without blanks, and of letters of which each would be a word.
  [
    'すべてのトロフィーを獲得した',
    'すべてのメダルを獲得した',
    'すべての[-トロフィー][+メダル]を獲得した',
  ],
  [
    'Выиграть три гонки',
    'Выиграть пять гонок сразу',
    'Выиграть [-три][+пять] [-гонки][+гонок сразу]',
  ],
])('%s → %s', (before, after, pieces) => {
  expect(written(before, after)).toBe(pieces);
});

test('whatever both texts are, they can be read from the pieces', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('win', 'the', 'Cup', '三', '回', ' ', '. ', '\n'))
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDifferences(before, after);
      const without = (kind: string) =>
        pieces.map((piece) => (piece.kind === kind ? '' : piece.text)).join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }),
  );
});
