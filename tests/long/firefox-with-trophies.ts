import { expect, onTestFinished } from 'vitest';
import type { CopiesRecord } from '../../utils/domain/copies/copies-record.ts';
import * as words from '../../utils/words/en/copies.json';
import * as settings from '../../utils/words/en/settings.json';
import { listsGames } from '../bench/library-firefox.ts';
import { hasLists, trimAccount } from '../bench/trimmed-account.ts';
import { rowsOfSets, storeRows, WITH_TROPHIES } from '../bench/with-trophies.ts';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { createProfile } from '../browser/temporary-profile.ts';
import { saysInFirefox } from '../journeys/connected-firefox.ts';
import { startSimulator } from '../psn/simulator.ts';
import { noteFetched } from './noted-as-fetched.ts';
import { digestsInPage, type RowDigests } from './row-digests.ts';

/** A large library is read, and restored, for minutes on a busy machine. */
export const PATIENCE = 400_000;

/** A player in Firefox whose library has so many games with all their trophies, and whose browser may be ended. */
export interface FirefoxWithTrophies {
  firefox: Firefox;
  /** Starts it again on the same profile, after it was killed. */
  launch: () => Promise<Firefox>;
}

export async function firefoxWithTrophies(games: number): Promise<FirefoxWithTrophies> {
  const simulator = await startSimulator({ account: WITH_TROPHIES, signedIn: false });
  onTestFinished(() => simulator.close());
  trimAccount(simulator.control, WITH_TROPHIES, games);
  const profile = createProfile();
  onTestFinished(() => profile.remove());
  const launch = async (): Promise<Firefox> => {
    const started = await launchFirefox({ simulator, profile: profile.folder });
    // The question of the browser's is answered with yes.
    const yes = `Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)`;
    await started.marionette.execute(yes, [], 'chrome');
    onTestFinished(() => started.close());
    return started;
  };
  const firefox = await launch();
  await listsGames(firefox, WITH_TROPHIES, hasLists);
  for (const rows of await rowsOfSets(games))
    await firefox.page.evaluate(`await (${String(storeRows)})(args[0])`, rows);
  await firefox.page.evaluate(`await (${String(noteFetched)})()`);
  return { firefox, launch };
}

export async function digestsInFirefox({ page }: Firefox): Promise<RowDigests> {
  return (await page.evaluate(`return (${String(digestsInPage)})()`)) as RowDigests;
}

/** The whole library, whoever is connected: nothing is left then. */
export async function eraseInFirefox(firefox: Firefox): Promise<void> {
  const { page } = firefox;
  await firefox.openOptions('#/settings');
  const isConnected = await page.evaluate(
    `return (await browser.storage.local.get('connection')).connection?.phase === 'connected'`,
  );
  await page.click('button', isConnected === true ? settings.disconnect : settings.erase);
  const press = `[...document.querySelectorAll('dialog[open] button')]
    .find((button) => button.textContent.trim() === args[0])`;
  await page.waitFor(`return ${press} !== undefined`, settings.erase);
  await page.evaluate(`${press}.click()`, settings.erase);
  await saysInFirefox(firefox, settings.nothingLeft);
}

/** Chooses the file where nobody is connected; nobody waits until it is read. */
export async function chooseInFirefox(firefox: Firefox, path: string): Promise<void> {
  await firefox.openOptions('#/welcome');
  await firefox.page.click('button', words.restore);
  await firefox.page.chooseFile(path);
}

/** Until the first copy that makes itself lies on the disk. */
export async function switchesOnInFirefox(firefox: Firefox): Promise<void> {
  const { page } = firefox;
  await firefox.openOptions('#/settings');
  await page.click('checkbox', words.byItself);
  await expect
    .poll(() => copiesInFirefox(firefox), { timeout: PATIENCE })
    .toMatchObject({ isOn: true, trouble: null });
}

/** What is stored of copies that make themselves. */
export async function copiesInFirefox({ page }: Firefox): Promise<CopiesRecord> {
  return (await page.evaluate(
    `return (await browser.storage.local.get('copies')).copies`,
  )) as CopiesRecord;
}

/** Until a page shows so many games. */
export async function showsAllInFirefox({ page }: Firefox, games: number): Promise<void> {
  const count = (): Promise<unknown> =>
    page
      .evaluate(`return document.querySelector('[data-testid="library-count"]')?.dataset.count`)
      .catch(() => null);
  await expect.poll(count, { timeout: PATIENCE }).toBe(String(games));
}
