import { stopWaking, wakeAt } from '../../utils/browser/alarms';
import { hostsAllowed } from '../../utils/browser/host-permissions';
import { deviceNow } from '../../utils/browser/device-clock';
import { lastClick } from '../../utils/browser/last-click';
import { ensureOwnTab, showOwnTab } from '../../utils/browser/own-tab';
import { storedShortfall } from '../../utils/browser/stored-shortfall';
import { forgetSonyTab, openAccountPage, openSignInPage } from '../../utils/browser/sign-in-tab';
import type { SonyClock } from '../../utils/browser/sony-clock';
import { withAskedTabs } from '../../utils/connection/asked-tabs';
import type { ConnectionBrowser, ConnectionLibrary } from '../../utils/connection/ports';
import { makeLibrary, proveLibrary } from '../../utils/database/library-access';
import { EMPTY_SNAPSHOT } from '../../utils/domain/sync/snapshot';
import { parsedStatus } from '../../utils/status/parse';
import { publishSnapshot } from '../../utils/status/write';
import type { LibraryRequests } from '../../utils/sync/library-requests';
import type { SyncLoop } from '../../utils/sync/sync-loop';
import { ALARMS } from './alarm-names';
import { showOwnLibrary } from './shown-library';
import { readOutliving } from './sync-environment';

const HALF_A_MINUTE = 30_000;

/** What connecting needs of this browser. */
export function connectionBrowserOf(clock: SonyClock): ConnectionBrowser {
  const browser = {
    now: clock.now,
    newId: () => crypto.randomUUID(),
    hostsAllowed,
    isOnline: () => Promise.resolve(navigator.onLine),
    showSignInPage: () => withSteps(openSignInPage),
    showAccountPage: () => withSteps(openAccountPage),
    // A window that cannot be opened must not undo a connection.
    showLibrary: () => showLibrary().catch(() => undefined),
    startWaking: (from: number = clock.now() + HALF_A_MINUTE) =>
      wakeAt(ALARMS.connection, clock.onThisDevice(from)),
    async stopWaking() {
      await forgetSonyTab();
      await stopWaking(ALARMS.connection);
    },
  };
  return withAskedTabs(browser, { ...lastClick, now: deviceNow });
}

/** The account's library, as far as connecting has to do with it. */
export function connectionLibraryOf(
  requests: LibraryRequests,
  sync: SyncLoop,
  now: () => number,
): ConnectionLibrary {
  return {
    prove: proveLibrary,
    async create(said) {
      const player = await makeLibrary(said, { now, outliving: await readOutliving() });
      // Nothing of the account before is shown as this one's.
      const { snapshot } = await parsedStatus();
      if (snapshot.player?.accountId !== player.accountId) {
        await publishSnapshot({ ...EMPTY_SNAPSHOT, player });
      }
      // Nor what an earlier connection's syncs have fallen short of.
      await storedShortfall.forget();
    },
    fill: () => void requests.sync(),
    interrupt: () => sync.interrupt(),
  };
}

/** Sony's page in front, and behind it one of ours with the steps, also where that cannot be opened. */
async function withSteps(showSony: () => Promise<void>): Promise<void> {
  await ensureOwnTab().catch(() => undefined);
  await showSony();
}

/** The account's own, whichever was shown before. Who has never picked games does so first. */
async function showLibrary(): Promise<void> {
  await showOwnLibrary().catch(() => undefined);
  const { snapshot } = await parsedStatus();
  await showOwnTab(snapshot.hasChosen ? '' : '#/picker');
}
