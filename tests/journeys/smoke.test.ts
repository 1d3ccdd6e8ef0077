import { beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { startSimulator, type Simulator } from '../psn/simulator.ts';
import { EARLIER_VALUES } from '../support/earlier-build.ts';

let simulator: Simulator;

/** The page has its player's name, and is told of a library that has just been deleted. */
const LOSES_LIBRARY = `
  const snapshot = ${JSON.stringify(EARLIER_VALUES.snapshot)};
  const name = 'trophy-shelf-' + snapshot.player.accountId;
  const { open, databases, deleteDatabase } = IDBFactory.prototype;
  window.asked = { opened: 0, deleted: 0, databases: () => databases.call(indexedDB) };
  IDBFactory.prototype.databases = () => Promise.resolve([{ name, version: 10 }]);
  IDBFactory.prototype.open = function (...args) {
    window.asked.opened++;
    return open.apply(this, args);
  };
  IDBFactory.prototype.deleteDatabase = function (...args) {
    window.asked.deleted++;
    return deleteDatabase.apply(this, args);
  };
  await chrome.storage.local.set({ snapshot });`;
const HAS_LOOKED_TWICE = 'return window.asked.opened > 1';
const LEAVES = 'return [window.asked.deleted, await window.asked.databases()]';

beforeAll(async () => {
  simulator = await startSimulator({ account: 'casual', signedIn: false });
  return () => simulator.close();
});

describe('in Chromium', () => {
  let chromium: Chromium;

  beforeAll(async () => {
    chromium = await launchChromium({ simulator });
    return () => chromium.close();
  });

  test('the popup and the library open without an error', async () => {
    const popup = await chromium.openPopup();
    await popup.getByRole('button', { name: 'Connect PlayStation' }).waitFor();
    const options = await chromium.openOptions('#/library');
    await options.getByRole('link', { name: 'Library' }).waitFor();

    expect(chromium.observed.errors).toEqual([]);
    expect(chromium.observed.policyViolations).toEqual([]);
  });

  test('a page that looks for a library that is gone makes none, and deletes none', async () => {
    const options = await chromium.openOptions('#/library');
    const run = (body: string): Promise<unknown> => options.evaluate(`(async () => {${body}})()`);
    await run(LOSES_LIBRARY);
    await expect.poll(() => run(HAS_LOOKED_TWICE), { timeout: 15_000 }).toBe(true);
    await options.getByRole('heading', { name: /not in this browser any more/ }).waitFor();

    expect(await run(LEAVES)).toEqual([0, []]);
    expect(chromium.observed.errors).toEqual([]);
  });

  test('the worker dies when it is ended, and a new one takes its place', async () => {
    await chromium.worker.evaluate(() => Object.assign(globalThis, { born: 'before' }));
    await chromium.worker.kill();

    const options = await chromium.openOptions();
    await options.evaluate(() => chrome.runtime.sendMessage({}).catch(() => undefined));
    expect(await chromium.worker.evaluate(() => 'born' in globalThis)).toBe(false);
  });
});

describe('in Firefox', () => {
  let firefox: Firefox;

  beforeAll(async () => {
    firefox = await launchFirefox({ simulator });
    return () => firefox.close();
  });

  test('the popup and the library open without an error', async () => {
    await firefox.openPopup();
    await firefox.page.find('button', 'Connect PlayStation');
    await firefox.openOptions('#/library');
    await firefox.page.find('link', 'Library');

    expect(await firefox.readErrors()).toEqual({ errors: [], policyViolations: [] });
  });

  test('a page that looks for a library that is gone makes none, and deletes none', async () => {
    await firefox.openOptions('#/library');
    await firefox.page.evaluate(LOSES_LIBRARY);
    await firefox.page.waitFor(HAS_LOOKED_TWICE);
    await firefox.page.waitFor(
      `return document.body.innerText.includes('not in this browser any more')`,
    );

    expect(await firefox.page.evaluate(LEAVES)).toEqual([0, []]);
    expect((await firefox.readErrors()).errors).toEqual([]);
  });
});
