import type { HundredEvent } from '../numbers/log-milestones';
import { NAMED, type SyncRun } from '../sync/sync-run';
import { isSeenFor } from './late-trophies';

/** The games that have come to 100 % with a sync: some by name, and how many more. */
export interface HundredsOfRun {
  games: readonly string[];
  more: number;
}

/**
 * The games that have come to 100 % since the report before this one, and stayed there: by a trophy, or since Sony
 * counts fewer.
 * @param events the earliest first
 * @param since when that report ended; null where there is none
 */
export function hundredsInRun(
  run: Pick<SyncRun, 'startedAt' | 'finishedAt'>,
  events: readonly HundredEvent[],
  since: number | null,
): HundredsOfRun {
  const seen = events.filter(isSeenFor(run, since));
  const last = new Map(seen.map(({ npCommunicationId, kind }) => [npCommunicationId, kind]));
  const games = [...last.keys()].filter((id) => last.get(id) === 'completed');
  return { games: games.slice(0, NAMED), more: Math.max(0, games.length - NAMED) };
}
