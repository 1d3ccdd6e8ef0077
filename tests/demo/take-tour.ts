import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import type { Chromium } from '../browser/chromium.ts';
import { say } from './say.ts';
import { waitForStatus } from './wait-for-status.ts';

const PICTURES = fileURLToPath(new URL('../../.demo/', import.meta.url));

const LIBRARY_PICTURES = [
  { file: 'library-dark-wide.png', colorScheme: 'dark', width: 1280, height: 800 },
  { file: 'library-light-wide.png', colorScheme: 'light', width: 1280, height: 800 },
  { file: 'library-dark-narrow.png', colorScheme: 'dark', width: 420, height: 800 },
  { file: 'library-light-narrow.png', colorScheme: 'light', width: 420, height: 800 },
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
    (status) => status.snapshot?.sync.state === 'idle' && status.snapshot.lastSyncedAt !== null,
    'have read the library',
  );
  await popup.getByRole('progressbar', { name: 'Sync' }).waitFor({ state: 'hidden' });
  const tokenLife = await popup.getByTestId('token-life').first().innerText();
  await popup.screenshot({ path: `${PICTURES}popup-after.png` });

  const titles = snapshot?.titleCount ?? 0;
  const library = await openLibrary(chromium, titles);
  await saveLibraryPictures(library);

  const earned = Object.values(snapshot?.summary?.earned ?? {}).reduce((sum, n) => sum + n, 0);
  say(
    '',
    `Connected as ${snapshot?.player?.onlineId}: ${titles} games, ${earned} trophies earned.`,
    `Token life: ${tokenLife.replace(/\s+/g, ' ')}`,
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

async function saveLibraryPictures(library: Page): Promise<void> {
  for (const { file, colorScheme, width, height } of LIBRARY_PICTURES) {
    await library.emulateMedia({ colorScheme });
    await library.setViewportSize({ width, height });
    await library.waitForLoadState('networkidle');
    await library.screenshot({ path: `${PICTURES}${file}` });
  }
}
