import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { launchFirefox } from '../browser/firefox.ts';
import { startSimulator } from '../psn/simulator.ts';
import { NOTHING_LEFT } from '../../utils/words/disconnecting.ts';
import * as game from '../../utils/words/en/game.json';
import * as settings from '../../utils/words/en/settings.json';
import { connectedScene } from './scene.ts';
import { IN_FIREFOX } from './stores.ts';

/** What the browser carries from one computer to the other is laid there by hand: no test has an account at its maker. */
test('notes go to the player’s other computers once they want it, and come from there', async () => {
  const { chromium } = await connectedScene({ account: 'casual' });
  const area = (): Promise<Record<string, unknown[][]>> =>
    chromium.worker.evaluate(() => chrome.storage.sync.get(null));
  const page = await chromium.openOptions('#/library');
  await page.getByRole('list', { name: 'Library' }).getByRole('link').first().click();
  await page.getByRole('button', { name: game.note }).first().click();
  await page.getByRole('textbox', { name: game.note }).fill('After the lighthouse');
  await page.getByRole('textbox', { name: game.note }).press('Control+Enter');
  const address = page.url();
  await page.goto(address.replace(/#.*/, '#/settings'));
  const wanted = page.getByRole('switch', { name: settings.roams });
  await wanted.waitFor();
  expect(await area()).toEqual({});

  await wanted.click();
  await expect.poll(async () => JSON.stringify(await area())).toContain('After the lighthouse');
  const [name, [note]] = Object.entries(await area())[0] as [string, [unknown[]]];
  const theirs = [...note.slice(0, 3), 'Before the lighthouse', Number(note[4]) + 1, 'other'];
  await chromium.worker.evaluate((said) => chrome.storage.sync.set(said), { [name]: [theirs] });
  await page.goto(address);
  await page.getByRole('main').getByText('Before the lighthouse').waitFor();

  await page.goto(address.replace(/#.*/, '#/settings'));
  await page.getByRole('button', { name: settings.stopRoaming }).click();
  await expect.poll(async () => JSON.stringify(await area())).not.toContain('lighthouse');
  await expect.poll(() => wanted.isChecked()).toBe(false);
  await page.goto(address);
  await page.getByRole('main').getByText('Before the lighthouse').waitFor();

  // Erasing leaves what lies there for the others, unless the player wants it gone.
  await page.goto(address.replace(/#.*/, '#/settings'));
  await wanted.click();
  await expect.poll(async () => JSON.stringify(await area())).toContain('lighthouse');
  await erase(page, false);
  expect(JSON.stringify(await area())).toContain('lighthouse');
});

test(
  'erasing takes notes off the servers where the player says so',
  { tags: ['long'] },
  async () => {
    const { chromium } = await connectedScene({ account: 'casual' });
    const page = await chromium.openOptions('#/settings');
    await page.getByRole('switch', { name: settings.roams }).click();
    await chromium.worker.evaluate(() => chrome.storage.sync.set({ 'items-of-another-1': [1] }));
    await erase(page, true);
    const left = await chromium.worker.evaluate(() => chrome.storage.sync.get(null));
    expect(Object.keys(left)).toEqual(['roaming-ended']);
  },
);

test('in Firefox too', { tags: ['long'], timeout: 120_000 }, async () => {
  const simulator = await startSimulator({ account: 'casual', signedIn: false });
  const firefox = await launchFirefox({ simulator });
  const { page } = firefox;
  const area = async (): Promise<string> =>
    String(await page.evaluate(`return JSON.stringify(await browser.storage.sync.get(null))`));
  try {
    await firefox.signIn('casual');
    await firefox.openPopup();
    await page.click('button', 'Connect PlayStation');
    await page.waitFor(IN_FIREFOX.isSynced);
    await firefox.openOptions('#/library');
    await page.waitFor(`return document.querySelector('main a[href^="#/game/"]') !== null`);
    await page.evaluate(`document.querySelector('main a[href^="#/game/"]').click()`);
    await page.waitFor(`return document.querySelector('[data-control=pin]') !== null`);
    await page.evaluate(`document.querySelector('[data-control=pin]').click()`);
    const hash = String(await page.evaluate('return location.hash'));
    await firefox.openOptions('#/settings');
    await page.waitFor(IS_THERE, settings.roams);
    await page.evaluate(`${FIND} find(args[0]).click()`, settings.roams);
    await expect.poll(area).toContain('"pin"');

    await page.evaluate(LAY_ANOTHERS);
    await firefox.openOptions(hash);
    await page.waitFor(`return document.querySelector('main').textContent.includes(args[0])`, NOTE);
    expect((await firefox.readErrors()).errors).toEqual([]);
  } finally {
    await firefox.close();
    await simulator.close();
  }
});

const NOTE = 'From the other computer';
const FIND = `
  const find = (name) => [...document.querySelectorAll('label')]
    .find((label) => label.textContent.includes(name))?.querySelector('input');`;
const IS_THERE = `${FIND} return Boolean(find(args[0]))`;
/** A note of the trophy that is pinned here, as another computer would write it. */
const LAY_ANOTHERS = `
  const [[name, [pin]]] = Object.entries(await browser.storage.sync.get(null));
  const note = ['note', pin[1], pin[2], ${JSON.stringify(NOTE)}, 1, 'other'];
  await browser.storage.sync.set({ [name]: [pin, note] });`;

/** By the dialog in Settings. */
async function erase(page: Page, takesOff: boolean): Promise<void> {
  await page.getByRole('button', { name: settings.disconnect, exact: true }).click();
  if (takesOff) await page.getByRole('dialog').getByRole('switch').click();
  await page.getByRole('button', { name: settings.erase }).click();
  await page.getByRole('main').getByText(NOTHING_LEFT).waitFor();
}
