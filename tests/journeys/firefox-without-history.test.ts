import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { type Simulator, startSimulator } from '../psn/simulator.ts';
import { ACTIONS } from '../../utils/words/needs.ts';

const OPEN_DATABASE = `
  const request = indexedDB.open('any');
  return new Promise((resolve) => {
    request.onsuccess = () => resolve('opened');
    request.onerror = () => resolve(request.error.name);
  });`;
const CAUSE = `return document.querySelector('[role=alert]')?.dataset.cause`;
const ALERT = `return document.querySelector('[role=alert]').innerText`;
const BUTTONS = `
  return [...document.querySelectorAll('button')]
    .filter((button) => button.checkVisibility())
    .map((button) => button.innerText.trim())`;
const PHASE = `return (await browser.storage.local.get('connection')).connection?.phase`;
const ALARMS = `return (await browser.alarms.getAll()).map(({ name }) => name)`;
/** Notes every change of the record from now on. */
const WATCH = `
  window.changes = 0;
  browser.storage.local.onChanged.addListener((changed) => {
    if ('connection' in changed) window.changes++;
  });
  return true`;
/** What a page asks in its turn while something is unfinished, and what an alarm comes to. */
const RESUME = `
  const message = { id: 1, type: 'resume', data: null, timestamp: Date.now() };
  return (await browser.runtime.sendMessage(message)).res.ok`;

const WAYS = ['Connect PlayStation', ACTIONS.again, 'Cancel'];

let simulator: Simulator;
let firefox: Firefox;

/** A Firefox that never remembers history, in which somebody is signed in. */
beforeEach(async () => {
  simulator = await startSimulator({ account: 'casual', signedIn: false });
  firefox = await launchFirefox({ simulator, remembersHistory: false });
});

function finish(): void {
  onTestFinished(() => simulator.close());
  onTestFinished(() => firefox.close());
}

function accountRequests(): string[] {
  return simulator.control.log
    .filter(({ headers }) => headers['sec-fetch-dest'] === 'empty')
    .map(({ endpoint }) => endpoint)
    .filter((endpoint) => ['ssocookie', 'authorize', 'token'].includes(endpoint));
}

test('a Firefox that never remembers history opens no database, and the popup all the same', async () => {
  finish();
  await firefox.openPopup();
  await firefox.page.find('button', 'Connect PlayStation');
  expect(await firefox.page.evaluate(OPEN_DATABASE)).toBe('InvalidStateError');
  expect((await firefox.readErrors()).errors).toEqual([]);
});

test(
  'connecting there asks Sony for nothing, says why, and waits without a stir',
  { tags: ['long'] },
  async () => {
    finish();
    await firefox.signIn('casual');
    await firefox.openPopup();
    await firefox.page.click('button', 'Connect PlayStation');
    await firefox.page.waitFor(CAUSE);

    expect(['storage-unavailable', 'private-window']).toContain(await firefox.page.evaluate(CAUSE));
    expect(await firefox.page.evaluate(ALERT)).toContain('remember history');
    // One way out, and the other way in.
    const ways = (await firefox.page.evaluate(BUTTONS)) as string[];
    expect(ways.filter((name) => WAYS.includes(name))).toEqual([ACTIONS.again, 'Cancel']);
    expect(await firefox.page.evaluate(ALARMS)).toEqual(['connection']);

    await firefox.page.evaluate(WATCH);
    for (let turn = 0; turn < 2; turn++) expect(await firefox.page.evaluate(RESUME)).toBe(true);
    expect(await firefox.page.evaluate('return window.changes')).toBe(0);
    expect(accountRequests()).toEqual([]);
    await firefox.page.click('button', 'Cancel');
    await firefox.page.find('button', 'Connect PlayStation');
    await expect.poll(() => firefox.page.evaluate(PHASE)).toBe('disconnected');
    await expect.poll(() => firefox.page.evaluate(ALARMS)).toEqual([]);
  },
);
