import { browser } from 'wxt/browser';
import { stopWaking, wakeAt } from '../../utils/browser/alarms';
import { hostsAllowed } from '../../utils/browser/host-permissions';
import { forgetSonyTab, openAccountPage, openSignInPage } from '../../utils/browser/sign-in-tab';
import type { SonyClock } from '../../utils/browser/sony-clock';
import type { ConnectionBrowser } from '../../utils/connection/ports';
import { readStatus } from '../../utils/status/read';
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
    startWaking: () => wakeAt(ALARMS.connection, Date.now() + HALF_A_MINUTE),
    async stopWaking() {
      await stopWaking(ALARMS.connection);
      await forgetSonyTab();
    },
  };
}

/** Who has never picked games does so first. */
async function showLibrary(): Promise<void> {
  const { snapshot } = await readStatus();
  if (snapshot.hasChosen) return browser.runtime.openOptionsPage();
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html#/picker') });
}
