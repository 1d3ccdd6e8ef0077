import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtExtension } from '../browser/built-extension.ts';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { type Simulator, startSimulator } from '../psn/simulator.ts';
import { passTimeInFirefox, syncEndsInFirefox } from './firefox-time.ts';

const DAY = 24 * 3_600_000;
const LIMITS = { tags: ['long'], timeout: 240_000 };

let simulator: Simulator;
let firefox: Firefox;
let folder: string;

beforeEach(async () => {
  simulator = await startSimulator({ account: 'casual' });
  folder = permittedCopy();
  firefox = await launchFirefox({ simulator, extension: folder });
  await firefox.marionette.execute(CATCH_ALERTS, [], 'chrome');
});

afterEach(async () => {
  await firefox.close();
  await simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The build, with the permission that a player gives in a question of the browser's, which nobody can answer here. */
function permittedCopy(): string {
  const copy = mkdtempSync(`${tmpdir()}/trophy-shelf-permitted-`);
  cpSync(builtExtension('firefox-mv3'), copy, { recursive: true });
  const file = `${copy}/manifest.json`;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  manifest['permissions']?.push(...(manifest['optional_permissions'] ?? []));
  delete manifest['optional_permissions'];
  writeFileSync(file, JSON.stringify(manifest));
  return copy;
}

/** Runs in the browser: what shows a desktop's notifications is taken the place of, since a machine without a screen has none. */
const CATCH_ALERTS = `
  const shown = Services.wm.getMostRecentWindow('navigator:browser').shownAlerts = new Map();
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert(alert, listener) {
      shown.set(alert.name, { title: alert.title, text: alert.text, click() {
        listener.observe(null, 'alertclickcallback', alert.cookie);
      } });
      listener.observe(null, 'alertshow', alert.cookie);
    },
    closeAlert() {},
    teardown() {},
    pbmTeardown() {},
  };
  const factory = {
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
    createInstance: (id) => service.QueryInterface(id),
  };
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
  const id = Components.ID('{7d1c4f0e-4c57-4c0e-9a50-6a5d0a1c7e11}');
  registrar.registerFactory(id, 'Alerts', '@mozilla.org/alerts-service;1', factory);`;

const TAKE = `
  const { shownAlerts } = Services.wm.getMostRecentWindow('navigator:browser');
  return [...shownAlerts.values()].map(({ title, text }) => ({ title, text }));`;
const CLICK = `
  const { shownAlerts } = Services.wm.getMostRecentWindow('navigator:browser');
  const [last] = [...shownAlerts.values()].slice(-1);
  shownAlerts.clear();
  last.click();`;

/** What is shown: title and text, as the player reads them. */
async function shown(): Promise<{ title: string; text: string }[]> {
  return (await firefox.marionette.execute(TAKE, [], 'chrome')) as never;
}

/** Clicks on the latest, and has the others gone. Answers once a tab of ours at this address is in front. */
async function clickLeadsTo(route: string): Promise<void> {
  await firefox.marionette.execute(CLICK, [], 'chrome');
  await expect.poll(addresses, { timeout: 20_000 }).toContain(`options.html${route}`);
}

/** Where the tabs are, without whose page it is. */
async function addresses(): Promise<string[]> {
  const all = (await firefox.marionette.execute(
    `return gBrowserOf().tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec);
     function gBrowserOf() { return Services.wm.getMostRecentWindow('navigator:browser').gBrowser; }`,
    [],
    'chrome',
  )) as string[];
  return all.map((address) => address.replace(/^moz-extension:\/\/[^/]+\//, ''));
}

async function connectAndWantAll(days: number): Promise<void> {
  await firefox.signIn('casual');
  simulator.control.setSessionLength((days * DAY) / 1_000);
  await firefox.openPopup();
  await firefox.page.click('button', 'Connect PlayStation');
  await syncEndsInFirefox(firefox);
  await firefox.openPopup();
  await firefox.page.evaluate(
    `await browser.runtime.sendMessage({ id: 1, type: 'changeSettings', data: { warnings: true, news: true }, timestamp: 0 })`,
  );
}

test(
  'in Firefox a player is warned with 14 days left, with 2, and at the end, and led to the button',
  LIMITS,
  async () => {
    await connectAndWantAll(15);
    const { control } = simulator;
    expect(await shown()).toEqual([]);

    for (const [left, words] of [
      [14, /: 1[34] days left$/],
      [2, /: (2 days|47 hours) left$/],
    ] as const) {
      const endsAt = control.sessionCookie().expires * 1_000;
      await passTimeInFirefox(firefox, simulator, endsAt - control.now() - left * DAY);
      await expect.poll(shown, { timeout: 20_000 }).toHaveLength(1);
      const [{ title, text } = { title: '', text: '' }] = await shown();
      expect(title).toMatch(words);
      expect(text).toMatch(/^Sign in at PlayStation/);
      await clickLeadsTo('#/settings');
    }

    control.signOut();
    await passTimeInFirefox(firefox, simulator, 3 * DAY);
    await expect.poll(shown, { timeout: 40_000 }).toHaveLength(1);
    expect((await shown())[0]?.title).toBe('Your PlayStation connection has ended');
    await clickLeadsTo('#/settings');
  },
);

test('in Firefox a new platinum is told by its game, and led to it', LIMITS, async () => {
  await connectAndWantAll(60);
  const { control } = simulator;
  const [id, count] = (await firefox.page.evaluate(FEW_MISSING)) as [string, number];
  for (let trophy = 0; trophy < count; trophy++) control.earnTrophy('casual', id, trophy);
  await passTimeInFirefox(firefox, simulator, DAY);
  await firefox.page.click('button', 'Sync now');
  await expect.poll(shown, { timeout: 60_000 }).toHaveLength(1);
  expect((await shown())[0]?.title).toBe('A new platinum');
  await clickLeadsTo(`#/game/${id}`);
});

/** Runs in a page of ours: a game without its platinum, and how many trophies it has. */
const FEW_MISSING = `
  const { name } = (await indexedDB.databases()).find(({ name }) => /^trophy-shelf-\\d+$/.test(name));
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const titles = await new Promise((resolve) => {
    const all = database.transaction('titles').objectStore('titles').getAll();
    all.onsuccess = () => resolve(all.result);
  });
  database.close();
  const { npCommunicationId, defined: { bronze, silver, gold } } =
    titles.find(({ defined, earned }) => defined.platinum > earned.platinum);
  return [npCommunicationId, bronze + silver + gold + 1];`;
