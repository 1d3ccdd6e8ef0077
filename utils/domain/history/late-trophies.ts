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

/** What arrived late with a sync; null where nothing did. One whose date nobody knows moves no number. */
export function lateInRun(
  { startedAt, finishedAt }: Pick<SyncRun, 'startedAt' | 'finishedAt'>,
  late: readonly LateTrophy[],
  zone: ZoneTable,
): LateArrivals | null {
  const until = finishedAt ?? Infinity;
  // What another computer has seen arrive too came with a copy of its library: it is one trophy.
  const arrived = new Map(
    late.flatMap(({ seenAt, earnedAt, npCommunicationId, trophyId }, at) =>
      earnedAt !== null && seenAt >= startedAt && seenAt <= until
        ? [[`${npCommunicationId} ${String(trophyId ?? `unknown ${String(at)}`)}`, earnedAt]]
        : [],
    ),
  );
  const days = [...arrived.values()].map((at) => civilDayAt(zone, Math.floor(at / 1_000)));
  if (days.length === 0) return null;
  return { trophies: days.length, first: Math.min(...days), last: Math.max(...days) };
}
