import { expect, test } from 'vitest';
import { DAY } from '@/utils/domain/day';
import { decidingRequests, FAILURES_IN_A_ROW } from '@/utils/domain/sync/sync-plan';

const FIRST_DAY = 20_000;

/** What a day's sync is answered, until so many in a row are refused that it asks for no more of the kind. */
function matchedOn(
  day: number,
  waiting: readonly string[],
  refused: ReadonlySet<string>,
): string[] {
  const now = day * DAY;
  const unmatched = waiting.map((npTitleId) => ({ npTitleId, lastPlayedAt: now }));
  const matched: string[] = [];
  let inRow = 0;
  for (const request of decidingRequests({ unmatched, failed: new Set(), now })) {
    const ids = request.kind === 'matching' ? request.npTitleIds : [];
    const answered = ids.filter((id) => !refused.has(id));
    matched.push(...answered);
    inRow = answered.length > 0 ? 0 : inRow + 1;
    if (inRow === FAILURES_IN_A_ROW) break;
  }
  return matched;
}

test.each([
  [20, 40],
  [40, 41],
  [15, 300],
  [60, 200],
])('%i games of %i that are always refused keep no other waiting', (dead, all) => {
  const games = Array.from({ length: all }, (_, n) => `G${String(n)}`);
  const refused = new Set(games.slice(0, dead));
  let waiting = games;
  for (let day = FIRST_DAY; day < FIRST_DAY + all; day++) {
    const matched = matchedOn(day, waiting, refused);
    waiting = waiting.filter((id) => !matched.includes(id));
  }
  expect(waiting).toStrictEqual([...refused]);
});
