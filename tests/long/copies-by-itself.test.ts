import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import * as words from '../../utils/words/en/copies.json';
import * as settings from '../../utils/words/en/settings.json';
import { withTrophies } from '../bench/with-trophies.ts';
import { aFolder, copiesBelow, permitAll, rowsOf, savesInto } from '../journeys/copies-on-disk.ts';
import {
  digestsInFirefox,
  eraseInFirefox,
  firefoxWithTrophies,
  PATIENCE,
  switchesOnInFirefox,
} from './firefox-with-trophies.ts';
import { noteFetched } from './noted-as-fetched.ts';
import { restoredInChromium, restoredInFirefox } from './restored-libraries.ts';
import { digestsInPage, expectEqual } from './row-digests.ts';

const LIMITS = { timeout: 1_500_000, tags: ['long'] };

test.each([1_300, 5_000])(
  'in Chromium the copy that made itself brings back every row of %i erased games with all their trophies',
  LIMITS,
  async (games) => {
    const disk = aFolder();
    const browser = await withTrophies(games, { change: permitAll, profile: savesInto(disk) });
    onTestFinished(() => browser.close());
    const { chromium, page } = browser;
    // As the browser does by itself, without Playwright's own way.
    const session = await chromium.context.newCDPSession(page);
    await session.send('Browser.setDownloadBehavior', { behavior: 'default' });
    await page.evaluate(noteFetched);
    const before = await page.evaluate(digestsInPage);
    expect(before['trophySets']).toHaveLength(games);
    await switchOn(await chromium.openOptions('#/settings'));
    const [latest = '', month = ''] = copiesBelow(disk);
    expect(rowsOf(month)).toBe(rowsOf(latest));
    await erase(await chromium.openOptions('#/settings'));
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

    expectEqual(await restoredInChromium(browser, latest, games), before);
  },
);

async function switchOn(page: Page): Promise<void> {
  const wish = page.getByRole('switch', { name: words.byItself });
  await wish.click();
  await expect.poll(() => wish.isChecked(), { timeout: PATIENCE }).toBe(true);
  await page.close();
}

/** The permission that cannot be given back here is counted among what is left. */
async function erase(page: Page): Promise<void> {
  await page.getByRole('button', { name: settings.disconnect, exact: true }).click();
  await page.getByRole('button', { name: settings.erase, exact: true }).click();
  await page.getByRole('heading', { name: settings.receipt }).waitFor();
  await page.close();
}

test.each([1_300, 5_000])(
  'in Firefox the copy that made itself brings back every row of %i erased games with all their trophies',
  LIMITS,
  async (games) => {
    const { firefox } = await firefoxWithTrophies(games);
    const before = await digestsInFirefox(firefox);
    expect(before['trophySets']).toHaveLength(games);
    await switchesOnInFirefox(firefox);
    const [latest = '', month = ''] = copiesBelow(firefox.downloads);
    expect(rowsOf(month)).toBe(rowsOf(latest));
    await eraseInFirefox(firefox);
    expect(await firefox.page.evaluate(`return (await indexedDB.databases()).length`)).toBe(0);

    expectEqual(await restoredInFirefox(firefox, latest, games), before);
    expect(await firefox.readErrors()).toEqual({ errors: [], policyViolations: [] });
  },
);
