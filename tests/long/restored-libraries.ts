import { expect } from 'vitest';
import * as words from '../../utils/words/en/copies.json';
import type { ConnectedBrowser } from '../bench/connected-browser.ts';
import { EMPTY_PAGE } from '../bench/extension-copy.ts';
import type { Firefox } from '../browser/firefox.ts';
import { chooseCopy } from '../journeys/copy-steps.ts';
import { saysInFirefox } from '../journeys/connected-firefox.ts';
import {
  chooseInFirefox,
  digestsInFirefox,
  PATIENCE,
  showsAllInFirefox,
} from './firefox-with-trophies.ts';
import { digestsInPage, type RowDigests } from './row-digests.ts';

/** Restores a copy where nothing is, and hands back what the library is then. */
export async function restoredInChromium(
  browser: ConnectedBrowser,
  path: string,
  games: number,
): Promise<RowDigests> {
  const { page, addressOf } = browser;
  const restoring = await chooseCopy(browser, path, PATIENCE);
  await restoring.getByRole('button', { name: words.restoreNow, exact: true }).click();
  const count = restoring.getByTestId('library-count');
  await expect
    .poll(() => count.getAttribute('data-count').catch(() => null), { timeout: PATIENCE })
    .toBe(String(games));
  await page.goto(addressOf(EMPTY_PAGE));
  return page.evaluate(digestsInPage);
}

/** The same. */
export async function restoredInFirefox(
  firefox: Firefox,
  path: string,
  games: number,
): Promise<RowDigests> {
  await chooseInFirefox(firefox, path);
  await saysInFirefox(firefox, words.wouldBe, PATIENCE);
  await firefox.page.click('button', words.restoreNow);
  await showsAllInFirefox(firefox, games);
  return digestsInFirefox(firefox);
}
