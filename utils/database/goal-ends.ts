import { NO_SET, type PlayerItem } from '../domain/library/player-item';
import { goalEndOf, goalEndVersion } from '../domain/numbers/goal-end';
import { goalValues, isOfSum } from '../domain/numbers/goal-values';
import type { LibraryDatabase, OverviewRow } from './database';
import { readGoals } from './read-goals';

/** What Sony has just said: its list, or its sum, which may also say only a part of itself. */
type Said = 'list' | 'sum' | 'part-of-sum';

/** Notes how goals ended, with what first says it. Titles are read only where one is open. Inside a transaction. */
export async function noteGoalEnds(
  { playerItems, titles }: Pick<LibraryDatabase, 'playerItems' | 'titles'>,
  overview: Pick<OverviewRow, 'summary' | 'summaryAt' | 'titlesReadAt'>,
  { said, now }: { said: Said; now: number },
): Promise<void> {
  const { summary, summaryAt, titlesReadAt: readBefore } = overview;
  const open = (await readGoals({ playerItems })).filter(
    ({ end, kind }) => end === null && (said === 'list' || isOfSum(kind)),
  );
  if (open.length === 0) return;
  // Where they cannot be read the next list says it: this one is stored.
  const all = await titles.toArray().catch(() => null);
  if (all === null) return;
  const isSure = said === 'list' ? summary === null || summaryAt !== null : said === 'sum';
  const values = goalValues(all, summary, (await titles.count()) - all.length, isSure);
  const ended = open.flatMap((goal): PlayerItem<'goal-end'>[] => {
    const how = goalEndOf(goal, values, { now, readBefore });
    if (how === null) return [];
    const value = { ...how, of: goal.version };
    const key = { kind: 'goal-end' as const, npCommunicationId: NO_SET, trophyId: goal.id };
    // On every computer the same thing: whose goal it is says it.
    return [{ ...key, value, version: goalEndVersion(goal, value), device: goal.device }];
  });
  await playerItems.bulkPut(ended);
}
