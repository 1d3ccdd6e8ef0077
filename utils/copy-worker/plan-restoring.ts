import { MERGED, type Merge } from '../copy/merged-rows';
import { sayingOf } from '../domain/later-row';
import type { StoredItem } from '../domain/library/player-item';
import type { OverviewRow } from '../database/database';
import { differencesOf, type Compared, type Difference } from './differences';
import { GamesToPlan } from './games-to-plan';
import { asCopied, asMade, type PlannedChange, type RestoreWay, type WantedPlan } from './planned';
import { PlanWriter } from './plan-writer';
import type { Preview } from './preview';
import { PreviewCounts, RECORDS } from './preview-counts';

/**
 * Plans what becomes of every row of the library, in the staging database, and counts it.
 * @param now by which what was earned is told from what cannot be
 */
export async function planRestoring(
  compared: Compared,
  way: RestoreWay,
  now: number,
): Promise<Preview> {
  const { library, staging } = compared;
  const preview = new PreviewCounts();
  await staging.planned.clear();
  if (library !== null) await preview.countHere(library);
  const plan = new PlanWriter(compared);
  const games = new GamesToPlan({ compared, way, now, plan });
  for (const table of ['playerItems', ...RECORDS] as const) {
    for await (const some of differencesOf(compared, table)) {
      const planned = some.flatMap((difference) => plannedOf(table, difference, { way, now }));
      await plan.add(planned.map(({ row }) => row));
      for (const { row, after } of planned) {
        if (table !== 'playerItems') preview.record(row.before, after);
        else preview.item(row.before as StoredItem | undefined, after as StoredItem | undefined);
      }
      if (table === 'playerItems') games.noteItems(some);
    }
  }
  await games.planAll((before, after) => preview.game(before, after));
  await planOverview(compared, { way, now }, plan);
  await plan.end();
  return preview.counted;
}

function plannedOf(
  table: Exclude<keyof typeof MERGED, 'overview'>,
  difference: Difference,
  { way, now }: Pick<WantedPlan, 'way' | 'now'>,
): PlannedChange[] {
  const { key, here, copied } = difference;
  if (way === 'replace' || here === undefined) return [asCopied(table, difference)];
  if (copied === undefined) return [];
  const after = (MERGED[table] as Merge<unknown>)(here, copied, now) as object;
  if (sayingOf(after) === sayingOf(here)) return [];
  return [{ row: asMade(table, key, here, after), after }];
}

/**
 * What is known of the library as a whole. That nothing is missing is found out anew. What was earned is planned with
 * the sets, so of that no more is to be filled in than was.
 */
async function planOverview(
  { library, staging }: Compared,
  { way, now }: Pick<WantedPlan, 'way' | 'now'>,
  plan: PlanWriter,
): Promise<void> {
  const here = await library?.overview.get('library');
  const copied = (await staging.staged('overview').get('library')) as OverviewRow | undefined;
  const both = here && copied ? MERGED.overview(here, copied, now) : undefined;
  const base = (way === 'merge' ? both : copied) ?? copied ?? here;
  if (base === undefined) return;
  const isFilled = (what: 'openFilledTo' | 'baseFilledTo'): boolean =>
    [here, copied].every((row) => (row?.[what] ?? null) === null);
  const after: OverviewRow = {
    ...base,
    ...{ lostAt: null, nothingMissing: null },
    // What each has known of what was played is not in the games of the other yet.
    isJoinPending: base.isJoinPending || (way === 'merge' && library !== null),
    earningsFilledTo: here?.earningsFilledTo ?? null,
    openFilledTo: isFilled('openFilledTo') ? null : '',
    baseFilledTo: isFilled('baseFilledTo') ? null : '',
  };
  await plan.add([asMade('overview', 'library', here, after)]);
}
