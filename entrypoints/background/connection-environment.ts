import { browser } from 'wxt/browser';
import { stopWaking, wakeAt } from '../../utils/browser/alarms';
import { hostsAllowed } from '../../utils/browser/host-permissions';
import { forgetSonyTab, openAccountPage, openSignInPage } from '../../utils/browser/sign-in-tab';
import type { SonyClock } from '../../utils/browser/sony-clock';
import type { ConnectionBrowser, ConnectionLibrary } from '../../utils/connection/ports';
import { makeLibrary, proveLibrary } from '../../utils/database/library-access';
import { EMPTY_SNAPSHOT } from '../../utils/domain/sync/snapshot';
import { parsedStatus } from '../../utils/status/parse';
import { publishSnapshot } from '../../utils/status/write';
import type { LibraryRequests } from '../../utils/sync/library-requests';
import type { SyncLoop } from '../../utils/sync/sync-loop';
import { ALARMS } from './alarm-names';

const HALF_A_MINUTE = 30_000;

/** What connecting needs of this browser. */
export function connectionBrowserOf(clock: SonyClock): ConnectionBrowser {
  return {
    now: clock.now,
    newId: () => crypto.randomUUID(),
    hostsAllowed,
    showSignInPage: openSignInPage,
    showAccountPage: openAccountPage,
    // A window that cannot be opened must not undo a connection.
    showLibrary: () => showLibrary().catch(() => undefined),
    startWaking: (from = clock.now() + HALF_A_MINUTE) =>
      wakeAt(ALARMS.connection, clock.onThisDevice(from)),
    async stopWaking() {
      await forgetSonyTab();
      await stopWaking(ALARMS.connection);
    },
  };
}

/** The account's library, as far as connecting has to do with it. */
export function connectionLibraryOf(
  requests: LibraryRequests,
  sync: SyncLoop,
  now: () => number,
): ConnectionLibrary {
  return {
    prove: proveLibrary,
    async create(player) {
      const before = await parsedStatus();
      await makeLibrary(player, { now, snapshot: before.snapshot });
      // Nothing of the account before is shown as this one's.
      const { snapshot } = await parsedStatus();
      if (snapshot.player?.accountId !== player.accountId) {
        await publishSnapshot({ ...EMPTY_SNAPSHOT, player });
      }
    },
    fill: () => void requests.sync(),
    interrupt: () => sync.interrupt(),
  };
}

/** Who has never picked games does so first. */
async function showLibrary(): Promise<void> {
  const { snapshot } = await parsedStatus();
  if (snapshot.hasChosen) return browser.runtime.openOptionsPage();
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html#/picker') });
}
