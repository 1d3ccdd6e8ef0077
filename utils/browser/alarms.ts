import { DAY } from '../domain/time-units';
import { browser } from 'wxt/browser';

/**
 * Wakes the worker under this name at an instant (milliseconds since 1970), and every minute after it until it is
 * cleared: an alarm whose work dies half-way is followed by another. Browsers wait half a minute at least.
 */
export async function wakeAt(name: string, instant: number): Promise<void> {
  await browser.alarms.create(name, { when: instant, periodInMinutes: 1 });
}

/** When it is woken under this name next; undefined where it is not. */
export async function wakesAt(name: string): Promise<number | undefined> {
  return (await browser.alarms.get(name))?.scheduledTime;
}

/**
 * Wakes the worker once a day from an instant on, which is the next one. An alarm for that time of day is left alone:
 * made anew at every start of the worker, it would be put off again and again. One that lies further off is of a clock
 * that has been put right since.
 */
export async function wakeDaily(name: string, instant: number): Promise<void> {
  const scheduled = await wakesAt(name);
  const isLater = (scheduled ?? Infinity) > instant + 1_000;
  if (scheduled !== undefined && !isLater && isSameTimeOfDay(scheduled, instant)) {
    return;
  }
  await browser.alarms.create(name, { when: instant, periodInMinutes: DAY / 60_000 });
}

function isSameTimeOfDay(one: number, other: number): boolean {
  const apart = Math.abs(one - other) % DAY;
  return Math.min(apart, DAY - apart) < 1_000;
}

export async function stopWaking(name: string): Promise<void> {
  await browser.alarms.clear(name);
}
