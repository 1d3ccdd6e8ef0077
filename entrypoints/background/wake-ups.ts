import type { Browser } from 'wxt/browser';
import { hostsAllowed } from '../../utils/browser/host-permissions';
import { addressOfNotification } from '../../utils/domain/notification-name';
import { openOwnTab } from '../../utils/browser/own-tab';
import { upgradeLibraries } from '../../utils/database/open-library';
import { rewriteTrusted } from '../../utils/status/write';
import { ALARMS } from './alarm-names';
import type { Background } from './compose';
import { forgetDaily } from './forget-deletions';
import { greet, noteInstalled } from './first-run';
import { carryOnRestoring } from './restore-copy';
import { schedule } from './schedule';
import { settleMadeUp } from './shown-library';
import { tellShortfall } from './tell-shortfall';

/** What wakes the worker. Each finds the work that an earlier one left. */
export interface WakeUps {
  alarm: (name: string) => Promise<void>;
  browserStarted: () => Promise<void>;
  installed: (details: Browser.runtime.InstalledDetails) => Promise<void>;
  accessGiven: () => Promise<void>;
  accessTaken: () => Promise<void>;
  online: () => Promise<void>;
  roamed: () => Promise<void>;
  notificationClicked: (name: string) => Promise<void>;
  /** Anything else. */
  resume: () => Promise<void>;
}

export function wakeUpsOf(background: Background): WakeUps {
  const { ready, clock, connection, copies, roaming, sync } = background;
  const alarms: Record<string, () => Promise<void>> = {
    [ALARMS.connection]: () => connection.carryOn('automatic'),
    [ALARMS.sync]: () => sync.wake(),
    async [ALARMS.dailySync]() {
      await sync.wake();
      await tellShortfall(clock.now()).catch(() => undefined);
    },
    [ALARMS.copies]: () => copies.carryOn(),
    [ALARMS.roaming]: () => roaming.carryOn(),
    [ALARMS.renewal]: () => resume(background),
    [ALARMS.tokenLife]: () => resume(background),
    [ALARMS.restore]: () => carryOnRestoring(background),
  };
  return {
    alarm: (name) => ready().then(alarms[name]),
    browserStarted: () => browserStarted(background),
    installed: (details) => installed(background, details),
    accessGiven: () => accessGiven(background),
    accessTaken: () => accessTaken(background),
    online: () => ready().then(() => sync.wake()),
    roamed: () => ready().then(() => roaming.carryOn()),
    notificationClicked: (name) => openOwnTab(addressOfNotification(name)),
    resume: () => resume(background),
  };
}

/** Takes up whatever an earlier worker left. Safe to repeat. */
export async function resume(background: Background): Promise<void> {
  const { ready, clock, connection, copies, renewing, restoring, roaming, settings, sync } =
    background;
  await ready();
  await rewriteTrusted().catch(() => undefined);
  // An alarm that cannot be set keeps nothing else from being done, and neither does a tab.
  await schedule(clock).catch(() => undefined);
  await greet().catch(() => undefined);
  // Not waited for: whoever wants a library waits for it by itself.
  void upgradeLibraries().catch(() => undefined);
  void settleMadeUp(clock.now).catch(() => undefined);
  void carryOnRestoring(background).catch(() => undefined);
  // Storage that refuses one of them is no reason against the next.
  await connection.carryOn('automatic').catch(() => undefined);
  await renewing.renewIfDue().catch(() => undefined);
  await restoring.carryOn().catch(() => undefined);
  // One that cannot be stored now stays for the next.
  await settings.carryOn().catch(() => undefined);
  void roaming.carryOn().catch(() => undefined);
  void forgetDaily(background).catch(() => undefined);
  void copies.carryOn();
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
  await carryOnRestoring(background, true).catch(() => undefined);
  await resume(background);
  await background.renewing.renew().catch(() => undefined);
  // A connection that was got back has a sync waiting for it.
  void background.sync.wake();
}

/** What could not be asked meanwhile is due at once. */
async function accessGiven(background: Background): Promise<void> {
  await resume(background);
  await background.renewing.renewAtOnce('automatic').catch(() => undefined);
  void background.sync.wake();
}

/** What is under way would only fail: it is ended, and why is said at once. */
async function accessTaken({ ready, copies, sync }: Background): Promise<void> {
  await ready();
  void copies.carryOn();
  if (await hostsAllowed()) return;
  sync.interrupt();
  await sync.wake();
}
