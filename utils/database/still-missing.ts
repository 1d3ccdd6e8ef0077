import type { Followed } from '../domain/sync/followed';
import { gapsOfTitle, isStillMissing } from '../domain/sync/still-missing';
import type { LibraryTitle } from '../domain/library/title';
import { LIST_PHASES, type SyncGap } from '../domain/sync/sync-status';
import type { LibraryDatabase, OverviewRow, UnreadEntry } from './database';
import { unmatchedIn } from './matches';
import { latestAmong, titlesAmong } from './some-titles';
import { KEY } from './writes';

/** What is read to know it. */
export const MISSING_TABLES = ['titles', 'playedGames', 'unreadRows', 'syncCursor'] as const;

type Library = Pick<LibraryDatabase, (typeof MISSING_TABLES)[number]>;

/** Those gaps of the last syncs, and notes of what could not be read, that tell of what is not here by now. */
interface StillMissing {
  gaps: SyncGap[];
  unread: UnreadEntry[];
}

/**
 * A gap is stored by the sync that met it, and ends by whatever brings what it is about, or has nobody want it any more:
 * a page that is opened, a pick, a setting, a copy. So it is looked at whenever it is told. While a sync is under way no
 * page tells of it, and nothing is read for it. Inside a transaction.
 */
export async function stillMissing(
  library: Library,
  { gaps, hasChosen }: Pick<OverviewRow, 'gaps' | 'hasChosen'>,
  { everyGame, now }: Pick<Followed, 'everyGame'> & { now: number },
): Promise<StillMissing> {
  const noted = await library.unreadRows.toArray();
  if (noted.length + gaps.length === 0) return { gaps, unread: noted };
  const followed = { everyGame, latest: hasChosen ? [] : await latestAmong(library) };
  const ids = noted.flatMap(({ list, npCommunicationId: id }) => (list === 'trophies' && id) || []);
  const titles = await titlesAmong(library, ids);
  const named = new Map(titles.map((title) => [title.npCommunicationId, title]));
  const unread = noted.filter((note) =>
    isStillMissing(note, named.get(note.npCommunicationId ?? ''), followed, now),
  );
  const lackedIn = (some: readonly LibraryTitle[]): Set<SyncGap['phase']> =>
    new Set(some.flatMap((title) => gapsOfTitle(title, followed, now)));
  let open = lackedIn(titles);
  const isOpen = ({ phase }: SyncGap): boolean =>
    open.has(phase) || LIST_PHASES.some((list) => list === phase);
  if ((await library.syncCursor.get(KEY)) !== undefined) return { gaps, unread };
  // What was met is noted, but for what was not risked any more: most of the time no other title has to be read.
  if (!gaps.every((gap) => gap.phase === 'matching' || isOpen(gap)))
    open = lackedIn(await library.titles.toArray());
  if ((await unmatchedIn(library).count()) > 0) open.add('matching');
  return { gaps: gaps.filter(isOpen), unread };
}
