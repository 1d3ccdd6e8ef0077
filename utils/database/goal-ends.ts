import { NO_SET, type PlayerItem } from '../domain/library/player-item';
import { goalEndOf, goalEndVersion } from '../domain/numbers/goal-end';
import { goalValues, isOfSum } from '../domain/numbers/goal-values';
import type { KeptGoal } from '../domain/numbers/next-marks';
import type { SaidOfGoals } from '../sync/ports';
import { readGoals } from './read-goals';
import { KEY, type Writes } from './writes';

/**
 * Notes how goals ended, with what first says it. Titles are read only where one is open, and while nothing is kept from
 * being written.
 */
export async function storeGoalEnds(writes: Writes, said: SaidOfGoals): Promise<void> {
  const isOpen = ({ end, kind }: KeptGoal): boolean =>
    end === null && (said.by === 'list' || isOfSum(kind));
  const facts = await writes.read(['playerItems', 'titles', 'overview'], async (library) => {
    if (!(await readGoals(library)).some(isOpen)) return null;
    const titles = await library.titles.toArray();
    const unreadable = (await library.titles.count()) - titles.length;
    return { titles, unreadable, ...(await writes.overview()) };
  });
  if (facts === null) return;
  const { titles, unreadable, summary, summaryAt } = facts;
  const isSure = said.by === 'list' ? summary === null || summaryAt !== null : said.by === 'sum';
  const values = goalValues(titles, summary, unreadable, isSure);
  await writes.transaction(['playerItems'], async ({ playerItems }) => {
    const open = (await readGoals({ playerItems })).filter(isOpen);
    const ended = open.flatMap((goal): PlayerItem<'goal-end'>[] => {
      const how = goalEndOf(goal, values, { now: said.at, readBefore: said.readBefore });
      if (how === null) return [];
      const value = { ...how, of: goal.version };
      const key = { kind: 'goal-end' as const, npCommunicationId: NO_SET, trophyId: goal.id };
      // On every computer the same thing: whose goal it is says it.
      return [{ ...key, value, version: goalEndVersion(goal, value), device: goal.device }];
    });
    await playerItems.bulkPut(ended);
  });
}

/**
 * The same for a sync whose worker died, or met a fault, between what Sony said in it and this. When the list was read
 * before that nobody knows any more: nothing is called missed for it.
 */
export async function catchUpWithGoalEnds(writes: Writes): Promise<void> {
  const said = await writes.read(['syncCursor', 'overview'], async ({ syncCursor }) => {
    const { phase = 'titles', lists = [], startedAt } = (await syncCursor.get(KEY)) ?? {};
    const past = lists[(phase === 'planned' ? lists.length : lists.indexOf(phase)) - 1];
    const { titlesReadAt, summaryAt } = await writes.overview();
    const by = past === 'titles' ? ('list' as const) : ('sum' as const);
    const at = { titles: titlesReadAt, summary: summaryAt }[String(past)] ?? -Infinity;
    // What this sync has gone on without it was not told.
    return startedAt !== undefined && at >= startedAt ? { by, at, readBefore: null } : null;
  });
  if (said !== null) await storeGoalEnds(writes, said);
}
