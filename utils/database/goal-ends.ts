import { NO_SET, type PlayerItem } from '../domain/library/player-item';
import { goalEndOf, goalEndVersion } from '../domain/numbers/goal-end';
import { goalValues } from '../domain/numbers/goal-values';
import type { LibraryDatabase, OverviewRow } from './database';
import { readGoals } from './read-goals';

/** Notes how goals ended, with the list that says it. Titles are read only where a goal is open. Inside a transaction. */
export async function noteGoalEnds(
  { playerItems, titles }: Pick<LibraryDatabase, 'playerItems' | 'titles'>,
  { summary, titlesReadAt: readBefore }: Pick<OverviewRow, 'summary' | 'titlesReadAt'>,
  now: number,
): Promise<void> {
  const open = (await readGoals({ playerItems })).filter(({ end }) => end === null);
  if (open.length === 0) return;
  const all = await titles.toArray();
  const values = goalValues(all, summary, (await titles.count()) - all.length);
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
