import type { SyncStatus } from '../sync/sync-status';
import { earnedKey } from '../sync/answer-keys';
import type { LibraryTitle } from '../library/title';
import { areFewer } from './at-odds';
import { isAnyShort } from './short-answer';
import type { TrophySet } from './trophy-set';

/**
 * How much of a game's trophies is there to be shown: nothing; what there is to earn, but not what is earned;
 * trophies that are older than Sony's list of games; fewer than Sony counts; as many, of which Sony says otherwise what
 * is earned; or as much as that list knows.
 */
export type Availability = 'nothing' | 'definitions' | 'older' | 'short' | 'at-odds' | 'current';

export function availabilityOf(title: LibraryTitle, set: TrophySet | null): Availability {
  if (set === null || set.trophies.length === 0) return 'nothing';
  const isAnswered = title.fetched.earned === earnedKey(title);
  const isSaid = set.trophies.some(({ earned }) => earned !== null);
  if (!isAnswered) return isSaid ? 'older' : 'definitions';
  if (!isAnyShort(title.fetched.short ?? {})) return 'current';
  const isSome =
    areFewer(set.trophies, title) || set.trophies.some(({ earned }) => earned === null);
  return isSome ? 'short' : 'at-odds';
}

/**
 * Whether trophies that are not there may come: Sony is asked, is not for a library that is only read, cannot be asked without a connection, will be after a
 * pause, or only when the player says so, of a sync that was stopped or a game that is never fetched; the last sync
 * went on without them; or Sony's list lacks the game.
 */
export type Arrival =
  'asking' | 'not-asked' | 'not-connected' | 'paused' | 'stopped' | 'never' | 'refused' | 'absent';

/** Those that a word of the player's changes. */
export function waitsForPlayer(arrival: Arrival): boolean {
  return arrival === 'stopped' || arrival === 'never' || arrival === 'refused';
}

/** Whether they come without the player doing anything. */
export function comesByItself(arrival: Arrival): boolean {
  return arrival === 'asking' || arrival === 'paused';
}

/** What decides the arrival of one game, besides the sync. */
export interface ArrivalFacts {
  /** False for a library that is only read. */
  isOwn?: boolean;
  /** Sony can be asked. */
  isConnected: boolean;
  /** This game was asked for just now. */
  isAsking: boolean;
  /** The player wants it never to be fetched, and has not said otherwise since. */
  isNever?: boolean;
  /** Its trophies could not be read when they were asked for last. */
  isUnread: boolean;
}

export function arrivalOf(
  { absence }: Pick<LibraryTitle, 'absence'>,
  sync: SyncStatus,
  { isOwn = true, isConnected, isAsking, isNever = false, isUnread }: ArrivalFacts,
): Arrival {
  if (!isOwn) return 'not-asked';
  if (absence !== null) return 'absent';
  if (!isConnected) return 'not-connected';
  if (isNever) return 'never';
  if (sync.state === 'paused' || sync.state === 'blocked') return 'paused';
  if (sync.state === 'running' || isAsking) return 'asking';
  if (sync.state === 'stopped') return 'stopped';
  return isUnread ? 'refused' : 'asking';
}
