import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ALARMS } from '../../entrypoints/background/alarm-names.ts';
import { backgroundWords } from '../../utils/words/background/catalogue.ts';
import { builtExtension } from '../browser/built-extension.ts';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { type Simulator, startSimulator } from '../psn/simulator.ts';
import { passTimeInFirefox, syncEndsInFirefox } from './firefox-time.ts';

const DAY = 24 * 3_600_000;
const WORDS = backgroundWords();
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
      expect(text).toBe(WORDS.whatToDo[left === 14 ? 'amber' : 'red']);
      await clickLeadsTo('#/settings');
    }

    control.signOut();
    await passTimeInFirefox(firefox, simulator, 3 * DAY);
    // What two wake-ups tell at once is told twice.
    const latest = async () => (await shown()).at(-1)?.title;
    await expect.poll(latest, { timeout: 40_000 }).toBe(WORDS.connectionEnded);
    await clickLeadsTo('#/settings');
  },
);

test('in Firefox a new platinum is told by its game, and led to it', LIMITS, async () => {
  await connectAndWantAll(60);
  const { control } = simulator;
  const { id, trophies } = await find('defined.platinum > earned.platinum');
  for (let trophy = 0; trophy < trophies; trophy++) control.earnTrophy('casual', id, trophy);
  await passTimeInFirefox(firefox, simulator, DAY);
  await expect.poll(shown, { timeout: 60_000 }).toHaveLength(1);
  expect((await shown())[0]?.title).toBe(WORDS.newPlatinum({ games: 1 }, 'en'));
  await clickLeadsTo(`#/game/${id}`);
});

test('in Firefox a lost 100% is told by its game, and led to it', LIMITS, async () => {
  await connectAndWantAll(60);
  const { id } = await find('progress === 100');
  simulator.control.addDlc('casual', id);
  await passTimeInFirefox(firefox, simulator, DAY);
  await expect.poll(shown, { timeout: 60_000 }).toHaveLength(1);
  expect((await shown())[0]?.title).toBe(WORDS.lostHundred);
  await clickLeadsTo(`#/game/${id}`);
});

test(
  'in Firefox syncs that fall short for two days are told once, and led to what is missing',
  LIMITS,
  async () => {
    await connectAndWantAll(60);
    simulator.control.inject({ endpoint: 'gamelist', fault: '503', call: 'every' });
    await passTimeInFirefox(firefox, simulator, DAY);
    expect(await shown()).toEqual([]);
    await firefox.page.waitFor(HAS_FALLEN_SHORT);
    await firefox.page.evaluate(FELL_SHORT_BEFORE);
    await firefox.page.evaluate(RING_DAILY_SYNC);
    const { title, message: text } = WORDS.shortfall;
    await expect.poll(shown, { timeout: 60_000 }).toEqual([{ title, text }]);
    await clickLeadsTo('#/library');

    await firefox.openPopup();
    await firefox.page.evaluate(RING_DAILY_SYNC);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await shown()).toEqual([]);
  },
);

/** Runs in a page of ours: syncs have fallen short since three days ago, and nobody was told. */
const FELL_SHORT_BEFORE = `
  const { clockOffset = 0 } = await browser.storage.local.get('clockOffset');
  const since = Date.now() + clockOffset - ${3 * DAY};
  await browser.storage.local.set({ shortfall: { since, isTold: false } });`;
/** The day's own sync is over, and has not got all. */
const HAS_FALLEN_SHORT = `
  const { snapshot: { sync, gaps } } = await browser.storage.local.get('snapshot');
  return sync.state !== 'running' && (sync.state === 'paused' || gaps.length > 0);`;
const RING_DAILY_SYNC = `await browser.alarms.create('${ALARMS.dailySync}', { when: Date.now() });`;

/** A game of which this holds, and how many trophies it has. */
async function find(holds: string): Promise<{ id: string; trophies: number }> {
  return (await firefox.page.evaluate(`${TITLES}
    const { npCommunicationId: id, defined: { bronze, silver, gold } } =
      titles.find(({ progress, defined, earned }) => ${holds});
    return { id, trophies: bronze + silver + gold + 1 };`)) as { id: string; trophies: number };
}

/** Runs in a page of ours: all titles of the library. */
const TITLES = `
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
  database.close();`;
