import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { NOTHING_LEFT } from '../../utils/words/disconnecting.ts';
import * as game from '../../utils/words/en/game.json';
import * as settings from '../../utils/words/en/settings.json';
import { connectedScene } from './scene.ts';

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
  const theirs = [...note.slice(0, 3), 'Before the lighthouse', 2, 'other'];
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

test('erasing takes notes off the servers where the player says so', async () => {
  const { chromium } = await connectedScene({ account: 'casual' });
  const page = await chromium.openOptions('#/settings');
  await page.getByRole('switch', { name: settings.roams }).click();
  await chromium.worker.evaluate(() => chrome.storage.sync.set({ 'items-of-another-1': [1] }));
  await erase(page, true);
  const left = await chromium.worker.evaluate(() => chrome.storage.sync.get(null));
  expect(Object.keys(left)).toEqual(['roaming-ended']);
});

/** By the dialog in Settings. */
async function erase(page: Page, takesOff: boolean): Promise<void> {
  await page.getByRole('button', { name: settings.disconnect, exact: true }).click();
  if (takesOff) await page.getByRole('dialog').getByRole('switch').click();
  await page.getByRole('button', { name: settings.erase }).click();
  await page.getByRole('main').getByText(NOTHING_LEFT).waitFor();
}
