import { browser, type Browser } from 'wxt/browser';
import { hostsAllowed } from '../../utils/browser/host-permissions';
import { addressOfNotification } from '../../utils/domain/notification-name';
import { onNotificationClick } from '../../utils/browser/notifications';
import { openOwnTab } from '../../utils/browser/own-tab';
import { upgradeLibraries } from '../../utils/database/open-library';
import { ALARMS } from './alarm-names';
import type { Background } from './compose';
import { greet, noteInstalled } from './first-run';
import { schedule } from './schedule';
import { settleMadeUp } from './shown-library';
import { tellShortfall } from './tell-shortfall';

/** Whatever wakes the worker finds the work that an earlier one left. */
export function resumeOnWakeUp(background: Background): void {
  const { ready, clock, connection, sync } = background;
  const wakes: Record<string, () => Promise<void>> = {
    [ALARMS.connection]: () => connection.carryOn('automatic'),
    [ALARMS.sync]: () => sync.wake(),
    async [ALARMS.dailySync]() {
      await sync.wake();
      await tellShortfall(clock.now()).catch(() => undefined);
    },
    [ALARMS.renewal]: () => resume(background),
    [ALARMS.tokenLife]: () => resume(background),
  };
  // What fails here, as with storage that refuses for a while, has an alarm or a page that asks again.
  const quietly = (work: () => Promise<void>): void => void work().catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => quietly(() => ready().then(wakes[name])));
  browser.runtime.onStartup.addListener(() => quietly(() => browserStarted(background)));
  browser.runtime.onInstalled.addListener((details) =>
    quietly(() => installed(background, details)),
  );
  // Access to Sony's hosts, which connecting may be waiting for.
  browser.permissions.onAdded.addListener(() => quietly(() => resume(background)));
  browser.permissions.onRemoved.addListener(() => quietly(() => accessTaken(background)));
  addEventListener('online', () => quietly(() => ready().then(() => sync.wake())));
  onNotificationClick((name) => void openOwnTab(addressOfNotification(name)));
  // A worker that starts for any other reason looks too: its predecessor may have died at any line.
  quietly(() => resume(background));
}

/** Takes up whatever an earlier worker left. Safe to repeat. */
export async function resume(background: Background): Promise<void> {
  const { ready, clock, connection, renewing, restoring, settings, sync } = background;
  await ready();
  // An alarm that cannot be set keeps nothing else from being done, and neither does a tab.
  await schedule(clock).catch(() => undefined);
  await greet().catch(() => undefined);
  // Not waited for: whoever wants a library waits for it by itself.
  void upgradeLibraries().catch(() => undefined);
  void settleMadeUp(clock.now).catch(() => undefined);
  // Storage that refuses one of them is no reason against the next.
  await connection.carryOn('automatic').catch(() => undefined);
  await renewing.renewIfDue().catch(() => undefined);
  await restoring.carryOn().catch(() => undefined);
  // One that cannot be stored now stays for the next.
  await settings.carryOn().catch(() => undefined);
  // Not waited for: a page may ask and close, and a browser ends what takes too long.
  void sync.wake();
}

/** Also sets alarms anew that the browser may have lost: nothing else would wake the worker then. */
export async function pageShown(background: Background): Promise<void> {
  await background.ready();
  await carryOnAtOnce(background).catch(() => undefined);
  await resume(background);
}

/** The player may have done what Sony wants first. */
async function carryOnAtOnce({ connection, restoring }: Background): Promise<void> {
  await connection.carryOnAtOnce();
  await restoring.carryOnAtOnce();
}

async function installed(
  background: Background,
  { reason, previousVersion }: Browser.runtime.InstalledDetails,
): Promise<void> {
  await noteInstalled(reason, previousVersion).catch(() => undefined);
  await resume(background);
}

/** The player may have signed in since the browser was closed, or out. */
async function browserStarted(background: Background): Promise<void> {
  await background.ready();
  await carryOnAtOnce(background).catch(() => undefined);
  await resume(background);
  await background.renewing.renew().catch(() => undefined);
  // A connection that was got back has a sync waiting for it.
  void background.sync.wake();
}

/** What is under way would only fail: it is ended, and why is said at once. */
async function accessTaken({ ready, sync }: Background): Promise<void> {
  await ready();
  if (await hostsAllowed()) return;
  sync.interrupt();
  await sync.wake();
}
