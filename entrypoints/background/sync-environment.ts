import { stopWaking, wakeAt } from '../../utils/browser/alarms';
import { exclusively } from '../../utils/browser/exclusively';
import { hostsAllowed } from '../../utils/browser/host-permissions';
import { installId } from '../../utils/browser/install-id';
import { notify } from '../../utils/browser/notifications';
import type { SonyClock } from '../../utils/browser/sony-clock';
import type { PsnProfile } from '../../utils/connection/ports';
import { comparedUntil } from '../../utils/database/comparing-lock';
import { openForSync, storedSync, withLibrary } from '../../utils/database/library-access';
import { localeOf } from '../../utils/format/locale';
import {
  accountOf,
  withRefusedAccess,
  withTakenAccess,
} from '../../utils/domain/connection/connection';
import type { Outliving } from '../../utils/domain/library/had-library';
import { isWorking } from '../../utils/domain/connection/recovery';
import { isOfRest } from '../../utils/domain/sync/sync-status';
import { MINUTE } from '../../utils/domain/time-units';
import { nameOfNews } from '../../utils/domain/notification-name';
import type { Budget } from '../../utils/psn/budget';
import { storedCopies } from '../../utils/status/copies';
import { parsedStatus } from '../../utils/status/parse';
import {
  connectionRecord,
  publishGlance,
  publishSnapshot,
  settingsRecord,
} from '../../utils/status/write';
import type { RequestPorts } from '../../utils/sync/library-requests';
import type { PsnLibrary, SyncNews, SyncPorts } from '../../utils/sync/ports';
import { backgroundWords } from '../../utils/words/background/catalogue';
import { newsOf } from '../../utils/words/background/notifications';
import { LANGUAGE } from '../../utils/words/language';
import { ALARMS } from './alarm-names';
import { syncTime } from './schedule';

interface Needs {
  /** An account's library at Sony, for as long as it is the connected one. */
  psn: (accountId: string, signal: AbortSignal) => PsnLibrary & PsnProfile;
  budget: Budget;
  clock: SonyClock;
  /** Keeps the connection as new as it can be. */
  renew: () => Promise<void>;
  /** Tries to get back a connection that Sony has ended. */
  reconnect: () => Promise<boolean>;
  /** A sync has come to its end, or rests. */
  synced: () => void;
}

/** What the sync needs of this browser. */
export function syncPortsOf({ psn, budget, clock, renew, reconnect, synced }: Needs): SyncPorts {
  let restOf: number | null = null;
  return {
    exclusively,
    accountToSync,
    async atRest(accountId) {
      const end = await comparedUntil(accountId);
      if (end === null) return null;
      // By no clock that goes on meanwhile: each look would name another instant, and pages be told anew.
      const until = clock.fromThisDevice(end);
      await wakeAt(ALARMS.sync, Math.min(end, Date.now() + MINUTE));
      return { ...(await storedSync(accountId)), until };
    },
    async openForSync(accountId, signal) {
      const outliving = await readOutliving();
      return openForSync(accountId, { now: clock.now, outliving }, signal);
    },
    psn,
    player: (accountId, signal) => psn(accountId, signal).player(accountId),
    syncTime,
    snapshot: async () => (await parsedStatus()).snapshot,
    async publish(snapshot) {
      await publishSnapshot(snapshot);
      if (snapshot.sync.state === 'idle') return synced();
      // The rest may take days, and is told of after each game.
      if (!isOfRest(snapshot.sync) || snapshot.lastSyncedAt === restOf) return;
      restOf = snapshot.lastSyncedAt;
      synced();
    },
    now: clock.now,
    isOnline: () => navigator.onLine,
    requestsMade: () => budget.made,
    budget: () => budget.left(),
    settings: () => settingsRecord.read(),
    hasAccess: hostsAllowed,
    connectionWorks: async () => isWorking(await connectionRecord.read()),
    prepare: renew,
    async noteRefusedAccess(accountId, failure) {
      await connectionRecord.change((current) => withRefusedAccess(current, accountId, failure));
    },
    async noteTakenAccess(accountId) {
      await connectionRecord.change((current) => withTakenAccess(current, accountId));
    },
    reconnect,
    // A sync cannot fail because the words of its news do.
    announce: (news) => announce(news).catch(() => undefined),
    wakeAt: (instant) => wakeAt(ALARMS.sync, clock.onThisDevice(instant)),
    stopWaking: () => stopWaking(ALARMS.sync),
  };
}

/** What the player's requests need of this browser. */
export function requestPortsOf(loop: RequestPorts['loop'], clock: SonyClock): RequestPorts {
  return {
    // Also while an attempt to replace it is under way: its pages can still be clicked.
    connectedAccount: async () => accountOf(await connectionRecord.read()),
    async shownAccount() {
      const { connection, snapshot } = await parsedStatus();
      return accountOf(connection) ?? snapshot.player?.accountId ?? null;
    },
    async withLibrary(accountId, work) {
      const device = await installId();
      return withLibrary(accountId, { now: clock.now, device }, work);
    },
    publishGlance,
    settings: () => settingsRecord.read(),
    loop,
  };
}

/** By what is known whether an account had a library. */
export async function readOutliving(): Promise<Outliving> {
  const { snapshot } = await parsedStatus();
  return { snapshot, copies: await storedCopies.read() };
}

/** Asked before each step: the rest of the status need not be read for it. */
async function accountToSync(): Promise<string | null> {
  const connection = await connectionRecord.read();
  return connection.phase === 'connected' ? connection.accountId : null;
}

async function announce(news: SyncNews): Promise<void> {
  const words = newsOf(backgroundWords(), news, localeOf(LANGUAGE));
  if (words === null || !(await settingsRecord.read()).news) return;
  const name = nameOfNews(news.startedAt, news.npCommunicationIds);
  await notify(name, words.title, words.message);
}
