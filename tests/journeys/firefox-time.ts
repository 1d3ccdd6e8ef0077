import { expect } from 'vitest';
import type { Firefox } from '../browser/firefox.ts';
import type { Simulator } from '../psn/simulator.ts';
import { IN_FIREFOX } from './stores.ts';

/** Runs in a page: what is counted by the device's clock was so long ago, and Sony's clock is that far ahead. */
const AGE = `
  const [passed] = args;
  const age = (stored) => JSON.parse(JSON.stringify(stored), (_, value) =>
    typeof value === 'number' && value > 1e12 ? value - passed : value);
  const ledgers = await browser.storage.local.get(['dataRequests', 'signInLedger']);
  const { clockOffset = 0 } = await browser.storage.local.get('clockOffset');
  await browser.storage.local.set({ ...age(ledgers), clockOffset: clockOffset + passed });`;

/** Time goes by at Sony and, as far as the extension can tell, here: no background lives through it. */
export async function passTimeInFirefox(
  firefox: Firefox,
  { control }: Simulator,
  milliseconds: number,
): Promise<void> {
  // A page that asks nobody for anything once it is drawn.
  await firefox.openOptions('#/guide');
  await firefox.killBackground();
  control.advanceClock(milliseconds);
  await firefox.page.evaluate(AGE, milliseconds);
  await firefox.openPopup();
}

/** Waits until the first sync is over. */
export async function syncEndsInFirefox({ page }: Firefox): Promise<void> {
  await expect.poll(() => page.evaluate(IN_FIREFOX.isSynced), { timeout: 90_000 }).toBe(true);
}
