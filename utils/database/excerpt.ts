import type { LibraryExcerpt } from '../sync/ports';
import { GLANCE_TABLES, readGlance } from './glance';
import type { Writes } from './writes';

const TABLES = [...GLANCE_TABLES, 'unreadRows', 'syncRequests', 'overview'] as const;

/** What pages are told of a library besides how a sync of it stands. */
export function readExcerpt(writes: Writes): Promise<LibraryExcerpt> {
  return writes.read(TABLES, async (database) => {
    const { titles, unreadRows, syncRuns, syncRequests } = database;
    const again = await syncRequests.filter(({ kind }) => kind === 'gaps').first();
    const lastRun = await syncRuns
      .orderBy('startedAt')
      .reverse()
      .filter(({ outcome }) => outcome === 'complete')
      .first();
    const overview = await writes.overview();
    const { player, summary, lastSyncedAt, titlesReadAt, gaps, hasChosen } = overview;
    return {
      ...{ player, summary, lastSyncedAt, titlesReadAt, gaps, hasChosen },
      triesAgainAt: again?.pause?.resumesAt ?? null,
      titleCount: await titles.count(),
      unreadCount: await unreadRows.count(),
      lastRun: lastRun ?? null,
      ...(await readGlance(database, overview)),
    };
  });
}
