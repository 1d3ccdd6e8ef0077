import type { Page } from 'playwright';
import { expect } from 'vitest';
import * as words from '../../utils/words/en/copies.json';
import * as settings from '../../utils/words/en/settings.json';
import type { Scene } from './scene.ts';

/** Saves a copy by the button in Settings, and hands back where it lies. */
export async function savedCopy(
  { chromium }: Pick<Scene, 'chromium'>,
  timeout = 30_000,
): Promise<string> {
  const page = await chromium.openOptions('#/settings');
  const saving = page.waitForEvent('download', { timeout });
  await page.getByRole('button', { name: words.save, exact: true }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^Trophy Shelf \S+ \d{4}-\d\d-\d\d\.json\.gz$/);
  const path = await download.path();
  await page.close();
  return path;
}

export async function eraseEverything({ chromium }: Pick<Scene, 'chromium'>): Promise<void> {
  const page = await chromium.openOptions('#/settings');
  await page.getByRole('button', { name: settings.disconnect, exact: true }).click();
  await page.getByRole('button', { name: words.saveFirst, exact: true }).waitFor();
  await page.getByRole('button', { name: settings.erase, exact: true }).click();
  await page.getByRole('article').getByText(settings.nothingLeft).waitFor();
  await page.close();
}

/** Chooses the file where nobody is connected, up to the button that restores it. */
export async function chooseCopy(
  { chromium }: Pick<Scene, 'chromium'>,
  path: string,
  timeout = 30_000,
): Promise<Page> {
  const page = await chromium.openOptions('#/welcome');
  await page.getByRole('button', { name: words.restore, exact: true }).click();
  await page.getByLabel(words.copyFile).setInputFiles(path);
  await page.getByRole('button', { name: words.restoreNow, exact: true }).waitFor({ timeout });
  return page;
}
