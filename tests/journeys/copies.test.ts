import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import * as words from '../../utils/words/en/copies.json';
import * as settings from '../../utils/words/en/settings.json';
import { launchFirefox } from '../browser/firefox.ts';
import { startSimulator } from '../psn/simulator.ts';
import { connectedScene, type Scene, showsGames } from './scene.ts';
import { readLibrary } from './stored-library.ts';
import { IN_FIREFOX } from './stores.ts';

/** Saves a copy by the button in Settings, and hands back where it lies. */
async function savedCopy({ chromium }: Scene): Promise<string> {
  const page = await chromium.openOptions('#/settings');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: words.save, exact: true }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^Trophy Shelf \S+ \d{4}-\d\d-\d\d\.json\.gz$/);
  const path = await download.path();
  await page.close();
  return path;
}

async function eraseEverything({ chromium }: Scene): Promise<void> {
  const page = await chromium.openOptions('#/settings');
  await page.getByRole('button', { name: settings.disconnect, exact: true }).click();
  await page.getByRole('button', { name: words.saveFirst }).waitFor();
  await page.getByRole('button', { name: settings.erase, exact: true }).click();
  await page.getByRole('article').getByText(settings.nothingLeft).waitFor();
  await page.close();
}

/** Chooses the file where nobody is connected, up to the button that restores it. */
async function chooseCopy({ chromium }: Scene, path: string): Promise<Page> {
  const page = await chromium.openOptions('#/welcome');
  await page.getByRole('button', { name: words.restore, exact: true }).click();
  await page.getByLabel(words.copyFile).setInputFiles(path);
  await page.getByRole('button', { name: words.restoreNow, exact: true }).waitFor();
  return page;
}

test('a copy brings an erased library back, to be read, with nothing secret in it', async () => {
  const scene = await connectedScene();
  const before = await readLibrary(scene.chromium);
  const path = await savedCopy(scene);
  const text = gunzipSync(readFileSync(path)).toString();
  for (const secret of scene.simulator.control.secrets()) expect(text).not.toContain(secret);
  expect(text).not.toMatch(/npsso|refreshToken|accessToken|keyHalf|sealed/i);
  await eraseEverything(scene);

  const page = await chooseCopy(scene, path);
  await page.getByRole('button', { name: words.restoreNow, exact: true }).click();
  await showsGames(page, 42);
  expect(await readLibrary(scene.chromium)).toEqual(before);
});

test('a worker that is killed while it restores leaves the whole library', async () => {
  const scene = await connectedScene();
  const before = await readLibrary(scene.chromium);
  const path = await savedCopy(scene);
  await eraseEverything(scene);
  const page = await chooseCopy(scene, path);
  await page.getByRole('button', { name: words.restoreNow, exact: true }).click();
  await scene.chromium.worker.kill();
  await showsGames(page, 42);
  expect(await readLibrary(scene.chromium)).toEqual(before);
});

test('a copy is made in Firefox too, by a worker of its own', async () => {
  const simulator = await startSimulator({ account: 'casual', signedIn: false });
  const firefox = await launchFirefox({ simulator });
  try {
    await firefox.signIn('casual');
    await firefox.openPopup();
    await firefox.page.click('button', 'Connect PlayStation');
    await firefox.page.waitFor(IN_FIREFOX.isSynced);
    await firefox.openOptions('#/settings');
    const made = words.saved({ size: '|' }).split('|');
    await firefox.page.waitFor(
      `return [...document.querySelectorAll('button')].some((button) => button.textContent.trim() === ${JSON.stringify(words.save)})`,
    );
    await firefox.page.click('button', words.save);
    await firefox.page.waitFor(
      `return document.body.textContent.includes(${JSON.stringify(made[0])}) && document.body.textContent.includes(${JSON.stringify(made[1])})`,
    );
    expect(await firefox.readErrors()).toEqual({ errors: [], policyViolations: [] });
  } finally {
    await firefox.close();
    await simulator.close();
  }
});
