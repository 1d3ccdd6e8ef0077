import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import * as words from '../../utils/words/en/copies.json';
import * as settings from '../../utils/words/en/settings.json';
import * as welcome from '../../utils/words/en/welcome.json';
import type { AccountName } from '../psn/simulator.ts';
import { chooseCopy, eraseEverything, savedCopy } from './copy-steps.ts';
import { connectedFirefox, saysInFirefox } from './connected-firefox.ts';
import { clickConnect, connectedScene, type Scene, showsGames, syncEnds } from './scene.ts';
import { readLibrary, readLibraryInFirefox } from './stored-library.ts';
import { readConnection, readSnapshot } from './stores.ts';

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

test(
  'in Firefox too a copy brings an erased library back',
  { tags: ['long'], timeout: 120_000 },
  async () => {
    const { firefox, simulator } = await connectedFirefox();
    const { page } = firefox;
    const before = await readLibraryInFirefox(firefox);
    expect(before.titles).toHaveLength(42);
    await firefox.openOptions('#/settings');
    await page.click('button', words.save);
    await saysInFirefox(firefox, words.saved({ size: '|' }).split('|')[0]!);
    // What is not saved to its end has another name.
    const copies = (): string[] =>
      existsSync(firefox.downloads)
        ? readdirSync(firefox.downloads).filter((name) => name.endsWith('.json.gz'))
        : [];
    await expect.poll(copies, { timeout: 20_000 }).toHaveLength(1);
    const path = join(firefox.downloads, copies()[0]!);
    await expect.poll(() => isWhole(path), { timeout: 20_000 }).toBe(true);
    const text = gunzipSync(readFileSync(path)).toString();
    for (const secret of simulator.control.secrets()) expect(text).not.toContain(secret);

    await page.click('button', settings.disconnect);
    await page.click('button', settings.erase);
    await saysInFirefox(firefox, settings.nothingLeft);
    expect(await page.evaluate(`return (await indexedDB.databases()).length`)).toBe(0);

    await firefox.openOptions('#/welcome');
    await page.click('button', words.restore);
    await page.chooseFile(path);
    await saysInFirefox(firefox, words.wouldBe);
    await page.click('button', words.restoreNow);
    await page.waitFor(
      `return document.querySelector('[data-testid="library-count"]')?.dataset.count === '42'`,
    );
    expect(await readLibraryInFirefox(firefox)).toEqual(before);
  },
);

function isWhole(path: string): boolean {
  try {
    return gunzipSync(readFileSync(path)).length > 0;
  } catch {
    return false;
  }
}

test(
  'a copy of another account is only read until that account connects, and then is its library',
  { tags: ['long'] },
  async () => {
    const scene = await connectedScene();
    const { chromium, simulator } = scene;
    const before = await readLibrary(chromium);
    const path = await savedCopy(scene);
    await eraseEverything(scene);
    // Somebody else of the family connects, and restores it.
    await connectAs(scene, 'legacy');
    const own = await readLibrary(chromium);
    const page = await chromium.openOptions('#/settings');
    await page.getByRole('button', { name: words.restore, exact: true }).click();
    await page.getByLabel(words.copyFile).setInputFiles(path);
    await page.getByText(words.otherAccount).waitFor();
    await page.getByRole('button', { name: words.restoreNow, exact: true }).click();
    await page.getByRole('button', { name: welcome.backToMine }).waitFor();
    await page.goto(page.url().replace('#/settings', '#/library'));
    await showsGames(page, 42);
    expect(await page.getByRole('button', { name: 'Sync now' }).count()).toBe(0);
    expect(await readLibrary(chromium)).toEqual(own);

    // And now the one whose copy it was.
    await page.goto(page.url().replace('#/library', '#/settings'));
    await page.getByRole('button', { name: settings.disconnect, exact: true }).click();
    await page.getByRole('button', { name: settings.disconnectOnly }).click();
    await page.close();
    const asked = simulator.control.log.length;
    await connectAs(scene, 'casual');
    expect((await readLibrary(chromium)).trophySets).toEqual(before.trophySets);
    const trophies = simulator.control.log
      .slice(asked)
      .filter(({ endpoint }) => endpoint === 'trophies');
    expect(trophies).toEqual([]);
    const library = await chromium.openOptions('#/library');
    await showsGames(library, 42);
    expect(await library.getByRole('button', { name: welcome.backToMine }).count()).toBe(0);
  },
);

/** Another player is signed in, and connects by the popup. */
async function connectAs(scene: Scene, account: AccountName): Promise<void> {
  const { chromium, simulator } = scene;
  simulator.control.switchAccount(account);
  await chromium.context.addCookies([simulator.control.sessionCookie()]);
  const popup = await clickConnect(scene);
  const standing = async (): Promise<unknown> => ({
    ...((await readConnection(chromium)) as object),
    ...(await readSnapshot(chromium)),
  });
  const games = account === 'casual' ? 42 : (expect.any(Number) as number);
  await expect
    .poll(standing, { timeout: 60_000 })
    .toMatchObject({ phase: 'connected', titleCount: games, sync: { state: 'idle' } });
  await syncEnds(scene);
  await popup.close();
}
