import type { OverviewRow, PlayedGameRow } from '../database/database';
import type { DatedTotal, PlayDays, PlayedListDays } from '../domain/history/play-days';
import { laterItem } from '../domain/library/later-item';
import { laterRow, sayingOf } from '../domain/later-row';
import type { CopiedRows, CopiedTable } from './copied-tables';

/** The tables whose rows are merged one by one. Settings are this browser's own; games are merged with their sets. */
type MergedTable = Exclude<CopiedTable, 'settings' | 'titles' | 'trophySets'>;

/** One row of two that have the same key, as things are by now. */
export type Merge<Row> = (one: Row, other: Row, now: number) => Row;

/**
 * What becomes of a row that both libraries have; what only one of them has stays, whatever is absent. Merging goes in
 * any order and any number of times, and ends in the same.
 */
export const MERGED: { [Name in MergedTable]: Merge<CopiedRows[Name]> } = {
  playerItems: laterItem,
  overview: mergedOverview,
  playedGames: laterPlayed,
  playDays: mergedPlayDays,
  playedListDays: mergedListDays,
  // What has happened is the same in both.
  setVersions: (one, other) => laterRow(one, other, []),
  trophyEvents: (one, other) => laterRow(one, other, []),
  syncRuns: (one, other) => laterRow(one, other, [({ finishedAt }) => finishedAt]),
};

/** By what Sony said last. */
function laterPlayed(one: PlayedGameRow, other: PlayedGameRow): PlayedGameRow {
  return laterRow(one, other, [
    ({ lastPlayedAt }) => lastPlayedAt,
    ({ playSeconds }) => playSeconds,
    ({ playCount }) => playCount,
    ({ matched }) => matched,
    ({ conceptId }) => conceptId,
    // A match that was doubted, and is not any more, was answered since; without one it was not asked for before.
    (game) => Number((game.refusal === null) === (game.matched === 1)),
    ({ refusal }) => refusal && refusal.at,
  ]);
}

/** The readings of one counter: of each day the smallest, from which it is counted, and the largest. */
function mergedPlayDays(one: PlayDays, other: PlayDays): PlayDays {
  const byDay = Map.groupBy(one.days, ([day]) => day);
  for (const [day, totals] of Map.groupBy(other.days, ([each]) => each)) {
    byDay.set(day, mergedTotals(byDay.get(day) ?? totals, totals));
  }
  return { ...one, days: [...byDay.values()].flat().sort(([day], [otherDay]) => day - otherDay) };
}

/** Where Sony took some back the order tells, and another reading may be of before it: those of one library stay alone. */
function mergedTotals(one: readonly DatedTotal[], other: readonly DatedTotal[]): DatedTotal[] {
  const inOrder = [one, other].filter((totals) => !isGrowth(totals));
  if (inOrder.length > 0) return [...laterRow(inOrder[0]!, inOrder.at(-1)!, TOTALS_RANKS)];
  const readings = Map.groupBy([...one, ...other], ([, seconds]) => seconds);
  const ends = new Set([Math.min(...readings.keys()), Math.max(...readings.keys())]);
  return [...ends].map((seconds) =>
    readings.get(seconds)!.reduce((left, right) => laterRow(left, right, [([, , count]) => count])),
  );
}

function isGrowth([first, second, ...more]: readonly DatedTotal[]): boolean {
  return more.length === 0 && (second === undefined || first![1] < second[1]);
}

const TOTALS_RANKS: readonly ((totals: readonly DatedTotal[]) => number | null)[] = [
  (totals) => totals.at(-1)?.[1] ?? null,
  (totals) => totals.at(-1)?.[2] ?? null,
  (totals) => totals.length,
];

function mergedListDays(one: PlayedListDays, other: PlayedListDays): PlayedListDays {
  const days = new Set([...one.days, ...other.days]);
  return { ...one, days: [...days].sort((day, otherDay) => day - otherDay) };
}

/**
 * What is known of the library as a whole: each part as it was read last. That nothing is missing, and how far anything
 * was filled in, holds of one library and not of two.
 */
function mergedOverview(one: OverviewRow, other: OverviewRow): OverviewRow {
  if (sayingOf(one) === sayingOf(other)) return one;
  const { player, profileAt } = laterRow(one, other, [
    (row) => row.profileAt,
    (row) => sayingOf(row.player),
  ]);
  const { summary, summaryAt } = laterRow(one, other, [
    (row) => row.summaryAt,
    (row) => sayingOf(row.summary),
  ]);
  return {
    ...laterRow(one, other, [(row) => row.lastSyncedAt, (row) => sayingOf(ofSync(row))]),
    ...{ player, profileAt, summary, summaryAt },
    hasPicks: one.hasPicks || other.hasPicks,
    hasChosen: one.hasChosen || other.hasChosen,
    titlesReadAt: later(one.titlesReadAt, other.titlesReadAt),
    newsSeenUpTo: later(one.newsSeenUpTo, other.newsSeenUpTo),
    ...{ nothingMissing: null, earningsFilledTo: '', openFilledTo: '', baseFilledTo: '' },
  };
}

/** What of it was read or found together. */
function ofSync(row: OverviewRow): unknown {
  const { gaps, lists, hasPlayedList, isJoinPending, lostAt, closestPlatinums } = row;
  return { gaps, lists, hasPlayedList, isJoinPending, lostAt, closestPlatinums };
}

function later(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
