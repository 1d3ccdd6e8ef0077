import { stopWaking, wakeAt } from '../../utils/browser/alarms';
import { dailyOffset } from '../../utils/browser/daily-offset';
import { unlessRunning } from '../../utils/browser/exclusively';
import { hostsAllowed } from '../../utils/browser/host-permissions';
import { notify } from '../../utils/browser/notifications';
import type { SonyClock } from '../../utils/browser/sony-clock';
import { DexieLibraryDesk } from '../../utils/database/library-desk';
import { DexieLibraryStore } from '../../utils/database/library-store';
import { openLibraryDatabase } from '../../utils/database/open-library';
import { DexieTrophyStore } from '../../utils/database/trophy-store';
import { Writes } from '../../utils/database/writes';
import type { SyncTime } from '../../utils/domain/daily-sync';
import { accountOf } from '../../utils/domain/connection';
import { FailureError } from '../../utils/domain/failure';
import { readStatus } from '../../utils/status/read';
import { publishSnapshot, settingsRecord } from '../../utils/status/write';
import type { Budget } from '../../utils/psn/budget';
import type { PsnLibrary, SyncNews } from '../../utils/sync/ports';
import type { OpenLibrary, ShelfPorts } from '../../utils/sync/shelf';
import { newsOf } from '../../utils/words/news';
import { ALARMS } from './alarm-names';

interface Parts {
  psn: PsnLibrary;
  budget: Budget;
  clock: SonyClock;
  /** Keeps the connection as fresh as it can be. */
  renew: () => Promise<void>;
  /** Tries to get back a connection that Sony has ended. */
  mend: () => Promise<boolean>;
}

/** What the library needs of this browser. */
export function shelfPortsOf({ psn, budget, clock, renew, mend }: Parts): ShelfPorts {
  return {
    psn,
    open: (accountId, signal) => openLibrary(accountId, clock.now, signal),
    async connectedAccount() {
      const { connection } = await readStatus();
      return connection.phase === 'connected' ? connection.accountId : null;
    },
    shownAccount: async () => {
      const { connection, snapshot } = await readStatus();
      return accountOf(connection) ?? snapshot.player?.accountId ?? null;
    },
    syncTime,
    unlessRunning: (work) => unlessRunning('sync', work),
    snapshot: async () => (await readStatus()).snapshot,
    publish: publishSnapshot,
    surroundings: {
      now: clock.now,
      isOnline: () => navigator.onLine,
      requestsMade: () => budget.made,
      budget: () => budget.left(),
      settings: () => settingsRecord.read(),
      async prepare() {
        if (!(await hostsAllowed())) throw new FailureError({ cause: 'permission-missing' });
        await renew();
      },
      mend,
      announce,
      wakeAt: (instant) => wakeAt(ALARMS.sync, clock.onThisDevice(instant)),
      stopWaking: () => stopWaking(ALARMS.sync),
    },
  };
}

/** The hour that the player chose, and this install's own minutes; null where they sync by hand only. */
export async function syncTime(): Promise<SyncTime | null> {
  const { syncHour } = await settingsRecord.read();
  return syncHour === null ? null : { hour: syncHour, offset: await dailyOffset() };
}

async function openLibrary(
  accountId: string,
  now: () => number,
  signal: AbortSignal,
): Promise<OpenLibrary> {
  const database = await openLibraryDatabase(accountId);
  signal.addEventListener('abort', () => database.close());
  if (signal.aborted) database.close();
  const writes = new Writes(database, now, signal);
  return {
    store: new DexieLibraryStore(writes),
    trophies: new DexieTrophyStore(writes),
    desk: new DexieLibraryDesk(writes),
  };
}

async function announce(news: SyncNews): Promise<void> {
  const words = newsOf(news, navigator.language);
  if (words === null || !(await settingsRecord.read()).news) return;
  await notify(`news-${String(news.startedAt)}`, words.title, words.message);
}
