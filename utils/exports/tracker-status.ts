import type { GameStatus } from '../domain/library/game-status';
import { hasPlatinum } from '../domain/library/has-platinum';
import { isStarted } from '../domain/library/how-begun';
import type { LibraryTitle } from '../domain/library/title';

/** What trackers call what a player does with a game. */
export type TrackerStatus = 'Completed' | 'In progress' | 'Planning' | 'Dropped';

const SAID: Record<GameStatus, TrackerStatus> = {
  playing: 'In progress',
  backlog: 'Planning',
  done: 'Completed',
  retired: 'Dropped',
};
/** Which of the player's own words counts where editions of one game have several. */
const FIRST_SAID: readonly GameStatus[] = ['playing', 'retired', 'backlog'];

type Rated = Pick<LibraryTitle, 'status' | 'progress' | 'earned'>;

/** The player's word, or what the trophies say; null where neither says anything. */
function trackerStatus({ status, ...title }: Rated): TrackerStatus | null {
  if (status !== undefined) return SAID[status];
  if (isCompleted(title)) return 'Completed';
  return isStarted(title) ? 'In progress' : null;
}

/** The status of one game of several editions: done in one is done; else a word of the player's counts first. */
export function statusTogether(editions: readonly Rated[]): TrackerStatus | null {
  const each = editions.map(trackerStatus);
  if (each.includes('Completed')) return 'Completed';
  const said = FIRST_SAID.find((word) => editions.some(({ status }) => status === word));
  return said === undefined ? (each.find((status) => status !== null) ?? null) : SAID[said];
}

/** At 100 %, or with its platinum. */
export function isCompleted(title: Pick<Rated, 'progress' | 'earned'>): boolean {
  return title.progress === 100 || hasPlatinum(title);
}
