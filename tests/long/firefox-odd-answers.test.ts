import { expect, onTestFinished, test } from 'vitest';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import type { Endpoint } from '../psn/endpoints.ts';
import { type Fault, type Simulator, startSimulator } from '../psn/simulator.ts';
import { passTimeInFirefox } from '../journeys/firefox-time.ts';
import { IN_FIREFOX } from '../journeys/stores.ts';

/** One of each kind: what a row says, what a list says of itself, an answer that cannot be read, and a refusal. */
const ODD_ANSWERS: readonly (readonly [Endpoint, Fault])[] = [
  ['trophyTitles', { rows: { without: ['trophyTitleName', 'definedTrophies', 'progress'] } }],
  ['gamelist', 'drifting'],
  ['earned', 'broken-gzip'],
  ['trophies', '401'],
];

/** With whether it is of a sync after that one. */
const SNAPSHOT = `
  const { snapshot } = await browser.storage.local.get('snapshot');
  return { ...snapshot, isNewer: snapshot.lastSyncedAt > args[0] }`;
const IS_AT_REST = `
  const { snapshot } = await browser.storage.local.get('snapshot');
  return snapshot?.sync.state !== 'running'`;
/** A button that is busy takes no click. */
const TAKES_CLICKS = `
  return [...document.querySelectorAll('button')].some(
    (each) => each.textContent.includes('Sync now') && each.ariaDisabled !== 'true')`;
const SHOWS_42 = `return document.querySelector('[data-testid="library-count"]')?.textContent === '42'`;
const IS_DRAWN = `
  return !/undefined|NaN|\\[object|could not be drawn/.test(document.body.innerText)`;
const A_PICKED_SET = `
  const { name } = (await indexedDB.databases()).find((each) => /^trophy-shelf-\\d+$/.test(each.name));
  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const database = await done(indexedDB.open(name));
  const titles = await done(database.transaction('titles').objectStore('titles').getAll());
  database.close();
  return titles.filter(({ choice }) => choice === 'picked')[args[0]].npCommunicationId`;

interface FirefoxScene {
  firefox: Firefox;
  simulator: Simulator;
}

async function connected(): Promise<FirefoxScene> {
  const simulator = await startSimulator({ account: 'casual', signedIn: false });
  onTestFinished(() => simulator.close());
  const firefox = await launchFirefox({ simulator });
  onTestFinished(() => firefox.close());
  await firefox.signIn('casual');
  await connect({ firefox, simulator });
  return { firefox, simulator };
}

async function connect({ firefox }: FirefoxScene): Promise<void> {
  await firefox.openPopup();
  await firefox.page.click('button', 'Connect PlayStation');
  await firefox.page.waitFor(IN_FIREFOX.isConnected);
  await firefox.page.waitFor(IN_FIREFOX.isSynced);
}

async function sync({ firefox }: FirefoxScene): Promise<void> {
  await firefox.openOptions('#/library');
  await firefox.page.waitFor(SHOWS_42);
  await firefox.page.waitFor(TAKES_CLICKS);
  await firefox.page.click('button', 'Sync now');
}

/** Asked for by a background that is killed before all has come. */
async function killedMeanwhile(scene: FirefoxScene, isMet: () => Promise<void>): Promise<void> {
  await sync(scene);
  await isMet();
  await scene.firefox.killBackground();
}

async function connectedAgain(scene: FirefoxScene, isMet: () => Promise<void>): Promise<void> {
  const { firefox, simulator } = scene;
  // Our own limit on exchanges is not what is tried here.
  await passTimeInFirefox(firefox, simulator, 16 * 60_000);
  await firefox.page.find('button', 'Sync now');
  await firefox.openOptions('#/settings');
  await firefox.page.click('button', 'Disconnect');
  await firefox.page.click('button', 'Disconnect, keep my library');
  await firefox.page.waitFor(
    `return (await browser.storage.local.get('connection')).connection?.phase !== 'connected'`,
  );
  // In the middle of the disconnect: until that is over nothing is there to click.
  await firefox.openPopup();
  await firefox.page.click('button', 'Connect PlayStation');
  await firefox.page.waitFor(IN_FIREFOX.isConnected);
  await sync(scene);
  await isMet();
}

test.each([
  ['whose background is killed meanwhile', killedMeanwhile],
  ['that is connected again', connectedAgain],
] as const)(
  'in a Firefox %s odd answers cost themselves, and one click heals them',
  { timeout: 400_000 },
  async (_, bearing) => {
    const scene = await connected();
    const { firefox, simulator } = scene;
    for (const [n, [endpoint, fault]] of ODD_ANSWERS.entries()) {
      const set = String(await firefox.page.evaluate(A_PICKED_SET, n % 3));
      simulator.control.addDlc('casual', set);
      simulator.control.clearLog();
      simulator.control.inject({ endpoint, fault, call: 'every' });
      await bearing(scene, () =>
        expect
          .poll(() => simulator.control.log.filter((each) => each.fault !== null).length, {
            timeout: 60_000,
          })
          .toBeGreaterThan(0),
      );
      await firefox.openOptions('#/library');
      await firefox.page.waitFor(SHOWS_42);
      await expect.poll(() => firefox.page.evaluate(IS_AT_REST), { timeout: 60_000 }).toBe(true);
      expect(await firefox.page.evaluate(IN_FIREFOX.isConnected), endpoint).toBe(true);
      expect(await firefox.page.evaluate(IS_DRAWN), endpoint).toBe(true);

      simulator.control.clearFaults();
      const before = (await firefox.page.evaluate(SNAPSHOT, 0)) as { lastSyncedAt: number };
      await sync(scene);
      await expect
        .poll(() => firefox.page.evaluate(SNAPSHOT, before.lastSyncedAt), {
          timeout: 60_000,
          message: endpoint,
        })
        .toMatchObject({ sync: { state: 'idle' }, gaps: [], unreadCount: 0, isNewer: true });
      await firefox.page.waitFor(SHOWS_42);
    }
    expect(await firefox.readErrors()).toEqual({ errors: [], policyViolations: [] });
  },
);
