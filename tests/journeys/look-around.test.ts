import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { clickConnect, firstPage, type Scene, setScene } from './scene.ts';
import { ringAllAlarms } from './stores.ts';
import { MADE_UP_TITLE, STOP_LOOKING } from '../../utils/words/shown-library.ts';
import { MADE_UP_FIRST } from '../../utils/words/welcome.ts';

const PAGES = ['library', 'picker', 'game/MADE-01', 'syncs', 'settings', 'guide', 'privacy'];

interface Left {
  local: Record<string, unknown>;
  session: unknown;
  alarms: unknown;
  badge: string;
  databases: unknown;
}

/** All that the extension has stored, set and shown, and what Sony was asked for. */
async function everything({ chromium, simulator }: Scene): Promise<Left & { asked: number }> {
  const left = await chromium.worker.evaluate(async (): Promise<Left> => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
    alarms: await chrome.alarms.getAll(),
    badge: await chrome.action.getBadgeText({}),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  return { ...left, asked: simulator.control.log.length };
}

/** Opens the games that are made up. */
async function lookAround({ chromium }: Scene): Promise<Page> {
  const page = await chromium.openOptions('#/welcome');
  await page.getByRole('button', { name: MADE_UP_FIRST }).click();
  await page.getByTestId('library-count').waitFor();
  // The button that had the focus is gone with its page: the keyboard goes on from the heading of the new one.
  await expect.poll(() => page.locator('h1:focus').count()).toBe(1);
  return page;
}

/** Waits until the drawn pictures stand there, and no initials in their place. */
async function picturesShow(page: Page): Promise<void> {
  const covers = page.locator('main img[src^="/made-up/cover-"]');
  await covers.first().waitFor();
  await expect
    .poll(() => covers.first().evaluate((each) => getComputedStyle(each).opacity))
    .toBe('1');
}

test('looking around changes nothing that is stored, set or shown, and asks nobody', async () => {
  const scene = await setScene();
  const { chromium } = scene;
  const before = await everything(scene);
  const page = await lookAround(scene);
  const mark = page.getByRole('heading', { name: MADE_UP_TITLE });
  await picturesShow(page);

  for (const route of PAGES) {
    await page.evaluate((hash) => (location.hash = hash), `#/${route}`);
    await mark.waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  // Whoever comes after a worker that died finds it as it was.
  await chromium.worker.kill();
  await ringAllAlarms(chromium);
  const during = await everything(scene);
  expect(during).toEqual({
    ...before,
    local: { ...before.local, shownLibrary: 'made-up' },
    databases: ['trophy-shelf-made-up'],
  });

  await page.getByRole('button', { name: STOP_LOOKING }).click();
  await page.getByRole('button', { name: MADE_UP_FIRST }).waitFor();
  expect(await everything(scene)).toEqual(before);
  // Every picture was our own.
  expect([...chromium.observed.hosts]).toEqual(
    [chromium.extensionId].filter((host) => chromium.observed.hosts.has(host)),
  );
});

test('a connection ends it, in the same tab', { tags: ['long'] }, async () => {
  const scene = await setScene();
  const page = await lookAround(scene);
  const popup = await clickConnect(scene);

  const picker = await firstPage(scene);
  expect(picker).toBe(page);
  expect(await page.getByRole('heading', { name: MADE_UP_TITLE }).count()).toBe(0);
  await popup.close();
  const { local, databases } = await everything(scene);
  expect(local['shownLibrary']).toBeUndefined();
  expect(databases).not.toContain('trophy-shelf-made-up');
});
