import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { ADDON_ID } from '../browser/firefox-preferences.ts';
import { type Simulator, startSimulator } from '../psn/simulator.ts';
import { IN_FIREFOX } from './stores.ts';
import { CONNECT_ANYWAY } from '../../utils/words/old-session.ts';

const DAY = 24 * 3_600;

let simulator: Simulator;
let firefox: Firefox;

beforeEach(async () => {
  simulator = await startSimulator({ account: 'casual' });
  simulator.control.setSessionLength(5 * DAY);
  firefox = await launchFirefox({ simulator });
});

afterEach(async () => {
  await firefox.close();
  await simulator.close();
});

/** What the player answers when the page asks: a prompt of the browser's own cannot be clicked from here. */
const ALLOW_NOTIFICATIONS = `
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(args[0]);
  await ExtensionPermissions.add(args[0], { permissions: ['notifications'], origins: [] }, extension);`;

async function connect(): Promise<void> {
  await firefox.signIn('casual');
  simulator.control.setSessionLength(5 * DAY);
  await firefox.openPopup();
  await firefox.page.click('button', 'Connect PlayStation');
  await firefox.page.click('button', CONNECT_ANYWAY);
  await firefox.page.waitFor(IN_FIREFOX.isConnected);
}

test(
  'in Firefox the badge counts the days, and warns once who wants to be warned',
  { tags: ['long'] },
  async () => {
    await connect();
    await firefox.page.waitFor(`return (await browser.action.getBadgeText({})) === '5'`);

    await firefox.marionette.execute(ALLOW_NOTIFICATIONS, [ADDON_ID], 'chrome');
    await firefox.openPopup();
    await firefox.page.evaluate(
      `await browser.runtime.sendMessage({ id: 1, type: 'changeSettings', data: { warnings: true }, timestamp: 0 })`,
    );
    await firefox.page.waitFor(IN_FIREFOX.isWarnedOfAmber);
    expect((await firefox.readErrors()).errors).toEqual([]);
  },
);

test(
  'in Firefox a pasted NPSSO connects its account, and erasing leaves nothing',
  { tags: ['long'] },
  async () => {
    simulator.control.allowOldSessions(true);
    const npsso = simulator.control.signIn('casual');
    await firefox.openPopup();
    await firefox.page.click('button', 'Use a code from another browser');
    await firefox.page.type('textbox', 'NPSSO', npsso);
    await firefox.page.click('button', 'Verify & connect');
    await firefox.page.waitFor(IN_FIREFOX.isSynced);

    await firefox.openOptions('#/settings');
    await firefox.page.click('button', 'Disconnect');
    await firefox.page.click('button', 'Erase everything');
    await firefox.page.waitFor(
      `return document.body.innerText.includes('Nothing of Trophy Shelf is left')`,
    );
    expect(
      await firefox.page.evaluate(
        `return [(await indexedDB.databases()).length, Object.keys(await browser.storage.local.get(null)).length]`,
      ),
    ).toEqual([0, 0]);
  },
);
