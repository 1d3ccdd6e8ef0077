import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { UPGRADING_TITLE } from '../../utils/words/no-library.ts';
import { updatedBuild, type UpdatedBuild } from '../browser/later-build.ts';
import { reload } from './reload.ts';
import { connectedScene, type Scene } from './scene.ts';
import {
  beginUpgrade,
  closeGate,
  goesOn,
  hasEverything,
  isAsBefore,
  letUpgrade,
  makeThings,
  openGate,
  type Run,
  saysReload,
  showsLibrary,
  type StoredLibrary,
} from './upgrading.ts';
import { ACTIONS } from '../../utils/words/needs.ts';

const GAMES = 42;

const inPage =
  (page: Page): Run =>
  (body) =>
    page.evaluate(`(async () => {${body}})()`);

interface Earlier {
  scene: Scene;
  build: UpdatedBuild;
  before: StoredLibrary;
  /** Of the earlier build, with the library that it opened; the background is the later one's by now. */
  page: Page;
}

/** A player has made this and that of a library; then the background is updated under an open page. */
async function updateUnderPage(): Promise<Earlier> {
  const build = updatedBuild('chrome-mv3');
  onTestFinished(() => build.remove());
  const scene = await connectedScene({ extension: build.folder });
  const settings = await scene.chromium.openOptions('#/settings');
  const before = await makeThings(inPage(settings));
  build.updateBackground();
  await reload(scene);
  const page = await scene.chromium.openOptions('#/library?show=all');
  await showsLibrary(inPage(page), GAMES);
  return { scene, build, before, page };
}

async function reloads({ build, page, before }: Earlier): Promise<void> {
  const run = inPage(page);
  await saysReload(run);
  build.update();
  await page.getByRole('main').getByRole('button', { name: ACTIONS.again }).click();
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  await showsLibrary(run, GAMES);
  await hasEverything(run, before);
  await goesOn(run, before);
}

test('a later build has all that an earlier one stored, and its open page says to reload', async () => {
  const earlier = await updateUnderPage();
  const run = inPage(earlier.page);
  await beginUpgrade(run);
  await letUpgrade(run);

  await reloads(earlier);
});

test(
  'an upgrade in which the worker is killed leaves all as it was, and the next one finishes it',
  { tags: ['long'], timeout: 240_000 },
  async () => {
    const earlier = await updateUnderPage();
    const { worker } = earlier.scene.chromium;
    const run = inPage(earlier.page);
    await beginUpgrade(run);
    // The page asks the next worker at once for what this one has not answered.
    await closeGate(run);
    await worker.kill();
    await isAsBefore(run, earlier.before);
    await showsLibrary(run, GAMES);
    await expect.poll(() => earlier.page.getByRole('alert').count()).toBe(0);

    await letUpgrade(run);
    await openGate(run);
    // Whatever wakes it.
    await worker.evaluate(() => 0);
    await reloads(earlier);
  },
);

test(
  'an upgrade that takes longer than any opening is no silence',
  { tags: ['long'], timeout: 240_000 },
  async () => {
    const earlier = await updateUnderPage();
    const run = inPage(earlier.page);
    await beginUpgrade(run);
    const other = await earlier.scene.chromium.openOptions('#/library?show=all');
    await other.getByRole('main').getByText(UPGRADING_TITLE).waitFor();
    // What opens a library waits 5 and 15 seconds where the browser says nothing.
    await other.waitForTimeout(20_000);
    for (const page of [earlier.page, other]) {
      expect(await page.getByText(UPGRADING_TITLE).count()).toBe(1);
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    await other.close();
    await letUpgrade(run);
    await reloads(earlier);
  },
);

test(
  'who has disconnected has their library in a later build too',
  { tags: ['long'], timeout: 240_000 },
  async () => {
    const build = updatedBuild('chrome-mv3');
    onTestFinished(() => build.remove());
    const scene = await connectedScene({ extension: build.folder });
    const settings = await scene.chromium.openOptions('#/settings');
    const before = await makeThings(inPage(settings));
    await settings.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await settings.getByRole('button', { name: 'Disconnect, keep my library' }).click();
    await settings.getByRole('button', { name: 'Connect PlayStation' }).first().waitFor();
    build.update();
    await reload(scene);

    const page = await scene.chromium.openOptions('#/library?show=all');
    await showsLibrary(inPage(page), GAMES);
    await hasEverything(inPage(page), before);
  },
);
