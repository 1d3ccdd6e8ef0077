import { setTimeout as sleep } from 'node:timers/promises';
import { launchFirefox, type Firefox } from '../browser/firefox.ts';
import { ADDON_UUID } from '../browser/firefox-preferences.ts';
import { startSimulator, type AccountName } from '../psn/simulator.ts';
import { copyExtension } from './extension-copy.ts';
import type { Library } from './libraries.ts';
import { hasTitles, isRunning, trimAccount, type SyncSnapshot } from './trimmed-account.ts';

/** Connecting opens a page by itself, in front of ours, and one that nobody sees gets a frame a second and fewer. */
const ONLY_TAB = `
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  for (const tab of [...gBrowser.tabs].slice(1)) gBrowser.removeTab(tab);`;

/** The same in Firefox, where nothing is measured that needs more than the games. */
export async function firefoxWith(games: number): Promise<Library> {
  const simulator = await startSimulator({ account: 'largest' });
  trimAccount(simulator.control, 'largest', games);
  const extension = copyExtension({ build: 'firefox-mv3' });
  const firefox = await launchFirefox({ simulator, extension: extension.folder });
  const { page } = firefox;
  await listsGames(firefox, 'largest', hasTitles);
  await firefox.marionette.execute(ONLY_TAB, [], 'chrome');
  return {
    games,
    tab: {
      goto: (address) => page.goto(address),
      evaluate: async (code, argument) =>
        (await page.evaluate(`return (${String(code)})(args[0])`, argument)) as never,
    },
    addressOf: (path) => `moz-extension://${ADDON_UUID}/${path}`,
    close: async () => {
      await firefox.close();
      await simulator.close();
      extension.remove();
    },
  };
}

/** The player connects by the popup, and stops the sync once this much of it is there. */
export async function listsGames(
  firefox: Firefox,
  account: AccountName,
  isEnough: (snapshot: SyncSnapshot) => boolean,
): Promise<void> {
  const { page } = firefox;
  const readSnapshot = async (): Promise<SyncSnapshot | null> =>
    (await page.evaluate(
      `return (await browser.storage.local.get('snapshot')).snapshot`,
    )) as SyncSnapshot;
  const waitFor = async (fits: (snapshot: SyncSnapshot) => boolean): Promise<void> => {
    for (;;) {
      const snapshot = await readSnapshot();
      if (snapshot !== null && fits(snapshot)) return;
      await sleep(100);
    }
  };
  await firefox.signIn(account);
  await firefox.openPopup();
  await page.click('button', 'Connect PlayStation');
  await waitFor(isEnough);
  // A small library may be complete before the button is reached.
  await page.evaluate(`document.querySelector('button[aria-label="Stop the sync"]')?.click()`);
  await waitFor((snapshot) => !isRunning(snapshot));
}
