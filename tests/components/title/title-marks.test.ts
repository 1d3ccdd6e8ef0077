import { expect, test } from 'vitest';
import { marksOf, onlyAwaited } from '@/components/title/title-marks';
import { NOTHING_FETCHED, type LibraryTitle } from '@/utils/domain/library/title';
import { PENDING, PLATINUM_IMPOSSIBLE } from '@/utils/words/title-flags';
import { aLibraryTitle } from '../../support/statuses.ts';

/** True where a game is said to wait for its trophies, wherever that stands. */
function isAwaited(said: Partial<LibraryTitle>): boolean {
  const title = aLibraryTitle({ choice: 'picked', tally: null, ...said });
  const isMarked = marksOf(title, true, 'en').some(({ words }) => words === PENDING);
  expect(onlyAwaited(title, 'en') !== null).toBe(isMarked);
  return isMarked;
}

const REFUSAL = {
  ...{ of: 'that', at: 1, tries: 9, syncStartedAt: 1 },
  failure: { cause: 'access-refused' as const },
};

test.each<[string, boolean, Partial<LibraryTitle>]>([
  ['that is picked, and of which nothing was asked yet', true, {}],
  ['that is not picked', false, { choice: 'unpicked' }],
  ['that has no trophies', false, { fetched: { ...NOTHING_FETCHED, earned: '01.00 of none' } }],
  ['that Sony refuses', false, { fetched: { ...NOTHING_FETCHED, refusal: REFUSAL } }],
  ['that Sony misses', false, { absence: { missedAt: 1, isSure: false } }],
])('of a game %s it is said that its trophies come: %s', (_, is, said) => {
  expect(isAwaited(said)).toBe(is);
});

test('a platinum that is earned is not said to be impossible, whatever was marked before', () => {
  const counts = { bronze: 5, silver: 1, gold: 1, platinum: 1 };
  const wordsOf = (platinum: number): string[] => {
    const earned = { ...counts, platinum };
    const title = aLibraryTitle({ defined: counts, earned, unobtainable: 'platinum' });
    return marksOf(title, true, 'en').map(({ words }) => words);
  };
  expect(wordsOf(0)).toContain(PLATINUM_IMPOSSIBLE);
  expect(wordsOf(1)).not.toContain(PLATINUM_IMPOSSIBLE);
});
