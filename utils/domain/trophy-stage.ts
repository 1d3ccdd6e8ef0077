import type { Snapshot } from './snapshot';
import { earnedKey } from './sync-plan';
import type { LibraryTitle } from './title';
import type { TrophySet } from './trophy-set';

/**
 * How much of a game's trophies is there to be shown: nothing; what there is to earn, but not what is earned;
 * trophies that are older than Sony's list of games; or as much as that list knows.
 */
export type Holding = 'nothing' | 'definitions' | 'older' | 'current';

export function holdingOf(title: LibraryTitle, set: TrophySet | null): Holding {
  if (set === null || set.trophies.length === 0) return 'nothing';
  if (title.held.earned === null) return 'definitions';
  return title.held.earned === earnedKey(title) ? 'current' : 'older';
}

/**
 * Whether trophies that are not there may come: Sony is asked, cannot be asked without a connection, will be after a
 * pause, or only when the player says so; the last sync went on without them; or Sony's list lacks the game.
 */
export type Outlook = 'asking' | 'not-connected' | 'paused' | 'stopped' | 'refused' | 'absent';

/** `isConnected` says that Sony can be asked, and `isAsking` that this game was asked for just now. */
export function outlookOf(
  { absence }: Pick<LibraryTitle, 'absence'>,
  { sync, gaps }: Pick<Snapshot, 'sync' | 'gaps'>,
  isConnected: boolean,
  isAsking: boolean,
): Outlook {
  if (absence !== null) return 'absent';
  if (!isConnected) return 'not-connected';
  if (sync.state === 'paused') return 'paused';
  if (sync.state === 'running' || isAsking) return 'asking';
  if (sync.state === 'stopped') return 'stopped';
  return gaps.some(({ phase }) => phase === 'trophies') ? 'refused' : 'asking';
}
