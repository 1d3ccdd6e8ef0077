import { statSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { withTrophies } from '../bench/with-trophies.ts';
import { launchFirefox } from '../browser/firefox.ts';
import { eraseEverything, savedCopy } from '../journeys/copy-steps.ts';
import { startSimulator } from '../psn/simulator.ts';
import { PATIENCE } from './firefox-with-trophies.ts';
import { noteFetched } from './noted-as-fetched.ts';
import { restoredInChromium, restoredInFirefox } from './restored-libraries.ts';
import { digestsInPage, expectEqual, type RowDigests } from './row-digests.ts';

test.each([1_300, 5_000])(
  'a copy brings back every row of %i erased games with all their trophies, and brings them to Firefox',
  { timeout: 1_500_000, tags: ['long'] },
  async (games) => {
    const browser = await withTrophies(games);
    onTestFinished(() => browser.close());
    const { page } = browser;
    await page.evaluate(noteFetched);
    const before = await page.evaluate(digestsInPage);
    expect(before['titles']).toHaveLength(games);
    expect(before['trophySets']).toHaveLength(games);
    expect(before['earnings']).toHaveLength(games);
    const path = await savedCopy(browser, PATIENCE);
    expect(statSync(path).size).toBeGreaterThan(games * 1_000);
    await eraseEverything(browser);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

    expectEqual(await restoredInChromium(browser, path, games), before);
    expectEqual(await restoredInNewFirefox(path, games), before);
  },
);

/** The same file, read by a browser that has nothing. */
async function restoredInNewFirefox(path: string, games: number): Promise<RowDigests> {
  const simulator = await startSimulator({ account: 'leaderboard', signedIn: false });
  onTestFinished(() => simulator.close());
  const firefox = await launchFirefox({ simulator });
  onTestFinished(() => firefox.close());
  const restored = await restoredInFirefox(firefox, path, games);
  expect(await firefox.readErrors()).toEqual({ errors: [], policyViolations: [] });
  return restored;
}
