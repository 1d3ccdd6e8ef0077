import type { Trophy, TrophySet } from '../trophies/trophy-set';
import type { SyncRun } from './sync-run';

/** What a report names trophies by. */
type RunOfTrophies = Pick<SyncRun, 'startedAt' | 'finishedAt' | 'earnedIn'>;

/**
 * The trophies of a set that a sync has found, the latest first: those that were earned since the sync before it. One
 * that was earned earlier, on a console that was offline, is counted only; so is what was not fetched since.
 */
export function earnedInRun(
  { npCommunicationId, trophies }: TrophySet,
  { finishedAt, earnedIn }: RunOfTrophies,
  since: number,
): Trophy[] {
  const found = earnedIn.find((title) => title.npCommunicationId === npCommunicationId);
  const until = finishedAt ?? Infinity;
  return trophies
    .filter(({ earned, earnedAt }) => earned === true && isBetween(earnedAt, since, until))
    .sort((one, other) => (other.earnedAt ?? 0) - (one.earnedAt ?? 0))
    .slice(0, found?.trophies ?? 0);
}

/**
 * When the last sync before this one began that had read what was earned: one for new picks reads no list, and one that
 * was stopped may not have come to it. Null where none is known.
 * @param runs the latest first
 */
export function readBefore(
  runs: readonly Pick<SyncRun, 'startedAt' | 'trigger' | 'outcome'>[],
  index: number,
): number | null {
  const before = runs
    .slice(index + 1)
    .find(({ trigger, outcome }) => trigger !== 'picks' && outcome === 'complete');
  return before?.startedAt ?? null;
}

/** The games of the latest reports in which trophies were earned, so many of them. */
export function gamesToName(runs: readonly RunOfTrophies[], most: number): string[] {
  const games = runs.flatMap(({ earnedIn }) => earnedIn.map((title) => title.npCommunicationId));
  return [...new Set(games)].slice(0, most);
}

function isBetween(instant: number | null, from: number, to: number): boolean {
  return instant !== null && instant >= from && instant <= to;
}
