import { isSpell } from '../domain/failure';
import type { Followed } from '../domain/sync/followed';
import type { LibraryExcerpt } from '../sync/ports';
import { GLANCE_TABLES, readGlance } from './glance';
import { MISSING_TABLES, stillMissing } from './still-missing';
import type { Writes } from './writes';

const TABLES = [...GLANCE_TABLES, ...MISSING_TABLES, 'syncRequests', 'overview'] as const;

/** What pages are told of a library besides how a sync of it stands. */
export function readExcerpt(
  writes: Writes,
  { everyGame }: Pick<Followed, 'everyGame'>,
): Promise<LibraryExcerpt> {
  return writes.read(TABLES, async (database) => {
    const { titles, syncRuns, syncRequests } = database;
    const again = await syncRequests.filter(({ kind }) => kind === 'gaps').first();
    const lastRun = await syncRuns
      .orderBy('startedAt')
      .reverse()
      .filter(({ outcome }) => outcome === 'complete')
      .first();
    const overview = await writes.overview();
    const { player, summary, lastSyncedAt, titlesReadAt, hasChosen } = overview;
    const missing = { everyGame, now: writes.now() };
    const { gaps, unread } = await stillMissing(database, overview, missing);
    const isTriedAgain = gaps.some(({ failure }) => isSpell(failure));
    return {
      ...{ player, summary, lastSyncedAt, titlesReadAt, gaps, hasChosen },
      triesAgainAt: (isTriedAgain && again?.pause?.resumesAt) || null,
      titleCount: await titles.count(),
      unreadCount: unread.length,
      lastRun: lastRun ?? null,
      ...(await readGlance(database, overview)),
    };
  });
}
