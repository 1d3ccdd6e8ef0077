import { browser } from 'wxt/browser';

/**
 * Wakes the worker under this name at an instant (milliseconds since 1970), and every minute after it until it is
 * cleared: an alarm whose work dies half-way is followed by another. Browsers wait half a minute at least.
 */
export async function wakeAt(name: string, instant: number): Promise<void> {
  await browser.alarms.create(name, { when: instant, periodInMinutes: 1 });
}

export async function stopWaking(name: string): Promise<void> {
  await browser.alarms.clear(name);
}
