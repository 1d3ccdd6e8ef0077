import { browser } from 'wxt/browser';
import { stopWaking, wakeAt } from '../../utils/browser/alarms';
import { hostsAllowed } from '../../utils/browser/host-permissions';
import { forgetSonyTab, openAccountPage, openSignInPage } from '../../utils/browser/sign-in-tab';
import type { SonyClock } from '../../utils/browser/sony-clock';
import type { Surroundings } from '../../utils/connection/ports';
import { readStatus } from '../../utils/messaging/status';
import { ALARMS } from './alarm-names';

const HALF_A_MINUTE = 30_000;

/** What connecting needs of this browser. */
export function surroundingsOf(clock: SonyClock): Surroundings {
  return {
    now: clock.now,
    hostsAllowed,
    openSignInPage,
    openAccountPage,
    // A window that cannot be opened must not undo a connection.
    openLibrary: () => openLibrary().catch(() => undefined),
    keepWaking: () => wakeAt(ALARMS.connecting, Date.now() + HALF_A_MINUTE),
    async stopWaking() {
      await stopWaking(ALARMS.connecting);
      await forgetSonyTab();
    },
  };
}

/** Who has never picked games does so first. */
async function openLibrary(): Promise<void> {
  const { snapshot } = await readStatus();
  if (snapshot.hasChosen) return browser.runtime.openOptionsPage();
  await browser.tabs.create({ url: browser.runtime.getURL('/options.html#/picker') });
}
