import { civilDayAt, type ZoneTable } from '../numbers/civil-time';
import type { SyncRun } from '../sync/sync-run';
import type { TrophyEvent } from './trophy-events';

/** A trophy that a sync has seen arrive later than it was earned, as from a console that was offline. */
export type LateTrophy = Pick<
  TrophyEvent,
  'seenAt' | 'earnedAt' | 'npCommunicationId' | 'trophyId'
>;

/** Those that arrived with one sync: so many numbers of the log moved. */
export interface LateArrivals {
  trophies: number;
  /** The civil days on which the first and the last of them were earned. */
  first: number;
  last: number;
}

/** When the report before this one ended: what was seen since then, as when a game was opened, is of this one. */
export function reportedUntil(
  runs: readonly Pick<SyncRun, 'startedAt' | 'finishedAt'>[],
  index: number,
): number | null {
  const before = runs[index + 1];
  return before === undefined ? null : (before.finishedAt ?? before.startedAt);
}

/**
 * True of what was seen since the report before this one.
 * @param since when that ended; null where there is none
 */
export function isSeenFor(
  { startedAt, finishedAt }: Pick<SyncRun, 'startedAt' | 'finishedAt'>,
  since: number | null,
): (event: { seenAt: number }) => boolean {
  const until = finishedAt ?? Infinity;
  return ({ seenAt }) => (since === null ? seenAt >= startedAt : seenAt > since) && seenAt <= until;
}

/**
 * What arrived late since the report before this one; null where nothing did. One whose date nobody knows moves no
 * number.
 * @param since when that ended; null where there is none
 */
export function lateInRun(
  run: Pick<SyncRun, 'startedAt' | 'finishedAt'>,
  late: readonly LateTrophy[],
  zone: ZoneTable,
  since: number | null = null,
): LateArrivals | null {
  const isOfIt = isSeenFor(run, since);
  // What another computer has seen arrive too came with a copy of its library: it is one trophy.
  const arrived = new Map(
    late
      .filter(isOfIt)
      .flatMap(({ earnedAt, npCommunicationId, trophyId }, at) =>
        earnedAt !== null
          ? [[`${npCommunicationId} ${String(trophyId ?? `unknown ${String(at)}`)}`, earnedAt]]
          : [],
      ),
  );
  const days = [...arrived.values()].map((at) => civilDayAt(zone, Math.floor(at / 1_000)));
  if (days.length === 0) return null;
  return { trophies: days.length, first: Math.min(...days), last: Math.max(...days) };
}
