import { browser } from 'wxt/browser';
import { onNotificationClick } from '../../utils/browser/notifications';
import { messenger } from '../../utils/messaging/protocol';
import { REQUEST_NAMES } from '../../utils/messaging/request-names';
import { followStatus } from '../../utils/status/follow';
import type { Work } from './work';

/** What woke the worker comes first, then what an earlier one may have left. In milliseconds. */
const RESUME_DELAY = 1_000;

/**
 * Registers every listener of the background, in its first, synchronous pass. What they do is loaded when the first of
 * them is told of something: the browser waits for a listener's answer, and a worker starts many times a day.
 */
export function listen(work: () => Promise<Work>): void {
  // What fails here, as with storage that refuses for a while, has an alarm or a page that asks again.
  const quietly = (does: (work: Work) => Promise<void>): void =>
    void work()
      .then(does)
      .catch(() => undefined);
  for (const name of REQUEST_NAMES) {
    // The messenger's own types cannot see through a variable that an answer is its request's.
    messenger.onMessage(name, async ({ data, sender }) => {
      const { answer } = await work();
      return (await answer(name, data, sender)) as never;
    });
  }
  const { alarms, permissions, runtime } = browser;
  alarms.onAlarm.addListener(({ name }) => quietly(({ alarm }) => alarm(name)));
  runtime.onStartup.addListener(() => quietly(({ browserStarted }) => browserStarted()));
  runtime.onInstalled.addListener((details) => quietly(({ installed }) => installed(details)));
  // Access to Sony's hosts, which connecting may be waiting for.
  permissions.onAdded.addListener(({ origins = [] }) =>
    quietly(({ accessGiven, resume }) => (origins.length > 0 ? accessGiven() : resume())),
  );
  permissions.onRemoved.addListener(() => quietly(({ accessTaken }) => accessTaken()));
  // Words from another computer of the player's.
  browser.storage.sync.onChanged.addListener(() => quietly(({ roamed }) => roamed()));
  addEventListener('online', () => quietly(({ online }) => online()));
  onNotificationClick((name) => quietly(({ notificationClicked }) => notificationClicked(name)));
  followStatus(() => quietly(({ statusChanged }) => statusChanged()));
  // A worker that starts for any other reason looks too: its predecessor may have died at any line.
  setTimeout(() => quietly(({ resume }) => resume()), RESUME_DELAY);
}
