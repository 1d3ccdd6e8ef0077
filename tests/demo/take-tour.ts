import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import type { Chromium } from '../browser/chromium.ts';
import { say } from './say.ts';
import { waitForStatus } from './wait-for-status.ts';

const PICTURES = fileURLToPath(new URL('../../.demo/', import.meta.url));

const VIEWS = [
  { view: 'dark-wide', colorScheme: 'dark', width: 1280, height: 800 },
  { view: 'light-wide', colorScheme: 'light', width: 1280, height: 800 },
  { view: 'dark-narrow', colorScheme: 'dark', width: 420, height: 800 },
  { view: 'light-narrow', colorScheme: 'light', width: 420, height: 800 },
] as const;

/** Without a screen: does what a newcomer would do, and saves pictures of what they would see. */
export async function takeTour(chromium: Chromium): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const popup = await chromium.openPopup();
  await popup.emulateMedia({ colorScheme: 'dark' });
  const connect = popup.getByRole('button', { name: 'Connect PlayStation' });
  await connect.waitFor();
  await popup.screenshot({ path: `${PICTURES}popup-before.png` });

  await connect.click();
  say('Connecting …');
  await waitForStatus(popup, ({ connection }) => connection?.phase === 'connected', 'be connected');
  say('Connected. Reading the library …');
  const { snapshot } = await waitForStatus(
    popup,
    // Trophies may go on for longer than a tour: a large library waits for the budget.
    (status) => (status.snapshot?.lastSyncedAt ?? null) !== null,
    'have read the library',
  );
  const tokenLife = await popup.getByTestId('token-life').first().innerText();
  await popup.screenshot({ path: `${PICTURES}popup-after.png` });

  const titles = snapshot?.titleCount ?? 0;
  const library = await openLibrary(chromium, titles);
  await savePictures(library, 'library');
  await savePictures(await chromium.openOptions('#/picker'), 'picker');
  const game = library.getByRole('list', { name: 'Library' }).getByRole('link').first();
  const trophies = await chromium.openOptions((await game.getAttribute('href')) ?? '');
  await trophies.getByRole('list', { name: 'Trophies' }).waitFor();
  await savePictures(trophies, 'game');

  const earned = Object.values(snapshot?.summary?.earned ?? {}).reduce<number>(
    (sum, n) => sum + (n ?? 0),
    0,
  );
  say(
    '',
    `Connected as ${snapshot?.player?.onlineId}: ${titles} games, ${earned} trophies earned.`,
    `Token life: ${tokenLife.split(/\s*\n\s*/).join(', ')}`,
    `Pictures are in ${PICTURES}`,
  );
}

async function openLibrary(chromium: Chromium, titles: number): Promise<Page> {
  const library = await chromium.openOptions('#/library');
  const count = library.getByTestId('library-count').filter({ hasText: asNumber(titles) });
  await count.waitFor().catch(() => {
    throw new Error(`The library does not show the ${titles} games of the account.`);
  });
  return library;
}

/** The number as a person writes it, with or without a separator of thousands. */
function asNumber(count: number): RegExp {
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, '\\D?');
  return new RegExp(`(^|\\D)${digits}(\\D|$)`);
}

async function savePictures(page: Page, name: string): Promise<void> {
  for (const { view, colorScheme, width, height } of VIEWS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${PICTURES}${name}-${view}.png` });
  }
}
