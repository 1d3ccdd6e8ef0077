import { statSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import * as words from '../../utils/words/en/copies.json';
import { EMPTY_PAGE } from '../bench/extension-copy.ts';
import { withTrophies } from '../bench/with-trophies.ts';
import { launchFirefox } from '../browser/firefox.ts';
import { chooseCopy, eraseEverything, savedCopy } from '../journeys/copy-steps.ts';
import { startSimulator } from '../psn/simulator.ts';
import { saysInFirefox } from '../journeys/connected-firefox.ts';
import {
  chooseInFirefox,
  digestsInFirefox,
  PATIENCE,
  showsAllInFirefox,
} from './firefox-with-trophies.ts';
import { noteFetched } from './noted-as-fetched.ts';
import { digestsInPage, expectEqual, type RowDigests } from './row-digests.ts';

test.each([1_300, 5_000])(
  'a copy brings back every row of %i erased games with all their trophies, and brings them to Firefox',
  { timeout: 1_500_000, tags: ['long'] },
  async (games) => {
    const browser = await withTrophies(games);
    onTestFinished(() => browser.close());
    const { page, addressOf } = browser;
    await page.evaluate(noteFetched);
    const before = await page.evaluate(digestsInPage);
    expect(before['titles']).toHaveLength(games);
    expect(before['trophySets']).toHaveLength(games);
    expect(before['earnings']).toHaveLength(games);
    const path = await savedCopy(browser, PATIENCE);
    expect(statSync(path).size).toBeGreaterThan(games * 1_000);
    await eraseEverything(browser);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

    const restoring = await chooseCopy(browser, path, PATIENCE);
    await restoring.getByRole('button', { name: words.restoreNow, exact: true }).click();
    const count = restoring.getByTestId('library-count');
    await expect
      .poll(() => count.getAttribute('data-count').catch(() => null), { timeout: PATIENCE })
      .toBe(String(games));
    await page.goto(addressOf(EMPTY_PAGE));
    expectEqual(await page.evaluate(digestsInPage), before);
    expectEqual(await restoredInFirefox(path, games), before);
  },
);

/** The same file, read by a browser that has nothing. */
async function restoredInFirefox(path: string, games: number): Promise<RowDigests> {
  const simulator = await startSimulator({ account: 'leaderboard', signedIn: false });
  onTestFinished(() => simulator.close());
  const firefox = await launchFirefox({ simulator });
  onTestFinished(() => firefox.close());
  await chooseInFirefox(firefox, path);
  await saysInFirefox(firefox, words.wouldBe, PATIENCE);
  await firefox.page.click('button', words.restoreNow);
  await showsAllInFirefox(firefox, games);
  expect(await firefox.readErrors()).toEqual({ errors: [], policyViolations: [] });
  return digestsInFirefox(firefox);
}
