import { expect, test } from 'vitest';
import { DAY } from '@/utils/domain/time-units';
import { matchingKey, refusedAgain } from '@/utils/domain/sync/refusal';
import { decidingRequests, FAILURES_IN_A_ROW, type PlanInput } from '@/utils/domain/sync/sync-plan';

const FIRST_DAY = 20_000;
const LAST_PLAYED = FIRST_DAY * DAY;

type Waiting = PlanInput['unmatched'];

/** What is left after a day's sync, which asks for no more of the kind once so many in a row are refused. */
function leftAfter(day: number, waiting: Waiting, refused: ReadonlySet<string>): Waiting {
  const now = day * DAY;
  const matched = new Set<string>();
  const failed = new Set<string>();
  let inRow = 0;
  for (const request of decidingRequests({ unmatched: waiting, failed: new Set(), now })) {
    const ids = request.kind === 'matching' ? request.npTitleIds : [];
    const answered = ids.filter((id) => !refused.has(id));
    for (const id of ids) (refused.has(id) ? failed : matched).add(id);
    inRow = answered.length > 0 ? 0 : inRow + 1;
    if (inRow === FAILURES_IN_A_ROW) break;
  }
  const failure = { cause: 'sony-down' as const };
  return waiting
    .filter(({ npTitleId }) => !matched.has(npTitleId))
    .map((game) => {
      if (!failed.has(game.npTitleId)) return game;
      const said = { of: matchingKey(game), at: now, failure, syncStartedAt: now };
      return { ...game, refusal: refusedAgain(game.refusal, said) };
    });
}

test.each([
  [20, 40],
  [40, 41],
  [15, 300],
  [60, 200],
])('%i games of %i that are always refused keep no other waiting', (dead, all) => {
  const games = Array.from({ length: all }, (_, n) => `G${String(n)}`);
  const refused = new Set(games.slice(0, dead));
  let waiting: Waiting = games.map((npTitleId) => ({
    ...{ npTitleId, lastPlayedAt: LAST_PLAYED, refusal: null },
  }));
  // Each day ends with those that are refused, three calls of five at most.
  const days = Math.ceil(dead / 15) + 1;
  for (let day = FIRST_DAY; day < FIRST_DAY + days; day++) {
    waiting = leftAfter(day, waiting, refused);
  }
  expect(new Set(waiting.map(({ npTitleId }) => npTitleId))).toStrictEqual(refused);
});
