import { expect, test } from 'vitest';
import { explainsPop } from '@/utils/domain/numbers/taken-over';
import { earnedAt, earningsIn } from '../../../support/earned-trophies';

const AT = Date.UTC(2026, 4, 1, 12);
const seconds = (after: number): number => AT + 1_000 * after;
const DAYS_AGO = -30 * 86_400;

/** Five, the platinum among them, so many seconds after the first: then what was earned days later. */
const POPPED = earningsIn(1, [
  earnedAt(seconds(2), { grade: 'platinum' }),
  ...[0, 1, 2, 2].map((after) => earnedAt(seconds(after))),
  earnedAt(seconds(900_000), { grade: 'gold' }),
]);

/** Another edition, with its trophies so many seconds after the first of those; null: without a date. */
function edition(at: readonly (number | null)[], platinum: 'platinum' | 'gold' = 'platinum') {
  const [first, ...others] = at.map((after) => (after === null ? null : seconds(after)));
  return earningsIn(2, [
    earnedAt(first ?? null, { grade: platinum }),
    ...others.map((each) => earnedAt(each)),
  ]);
}

test.each([
  ['each of them was earned there before', edition(Array(5).fill(DAYS_AGO)), true],
  ['one was not', edition(Array(4).fill(DAYS_AGO)), false],
  ['one was earned after', edition([...Array<number>(4).fill(DAYS_AGO), 99]), false],
  ['they came in the same minute', edition(Array(5).fill(-30)), false],
  ['nobody knows when one was', edition([...Array<number>(4).fill(DAYS_AGO), null]), false],
  [
    'it has another trophy in the place of the platinum',
    edition(Array(5).fill(DAYS_AGO), 'gold'),
    false,
  ],
  ['nothing was', edition([]), false],
] as const)('another edition, where %s, explains what came at once: %o', (_, other, explains) => {
  expect(explainsPop(other, POPPED, seconds(2) / 1_000)).toBe(explains);
});

test('what was earned by itself is not among what came at once', () => {
  // The last one is not in the other edition.
  expect(explainsPop(edition(Array(5).fill(DAYS_AGO)), POPPED, seconds(2) / 1_000)).toBe(true);
  expect(explainsPop(edition(Array(5).fill(DAYS_AGO)), POPPED, seconds(900_000) / 1_000)).toBe(
    false,
  );
});
