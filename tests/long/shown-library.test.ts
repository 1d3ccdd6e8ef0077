import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { connectTo, HOME, leave } from '../journeys/account-states.ts';
import { reload } from '../journeys/reload.ts';
import {
  asked,
  clickConnect,
  connectedScene,
  type Scene,
  setScene,
  settles,
  showsGames,
  syncEnds,
} from '../journeys/scene.ts';
import {
  countLeftovers,
  namesOfStored,
  NOTHING,
  openBystander,
  readConnection,
  readSnapshot,
  ringAllAlarms,
} from '../journeys/stores.ts';
import { BACK_TO_MINE, STOP_LOOKING } from '../../utils/words/shown-library.ts';
import { MADE_UP_FIRST } from '../../utils/words/welcome.ts';
import { NOTHING_LEFT } from '../../utils/words/disconnecting.ts';

/*
 * Pages show a library that is not the player's own. What happens to the connection beside it leaves it as it is, and
 * what ends everything ends it too, in every window.
 */

const KEPT = 42;

function phaseOf({ chromium }: Scene): () => Promise<string> {
  return async () =>
    ((await readConnection(chromium)) as { phase: string } | undefined)?.phase ?? 'none';
}

describe('another account’s', () => {
  /** Connected to one account, with what is kept of another shown. */
  async function withKeptShown(): Promise<{ scene: Scene; library: Page }> {
    const scene = await connectedScene({ account: HOME });
    const library = await scene.chromium.openOptions('#/library');
    await leave(scene, 'Disconnect, keep my library');
    await connectTo(scene, library, 'legacy');
    await syncEnds(scene);
    const settings = await scene.chromium.openOptions('#/settings');
    await settings.getByRole('button', { name: /^Open the library of/ }).click();
    await isShown(settings);
    await settings.close();
    await isShown(library);
    return { scene, library };
  }

  async function isShown(page: Page): Promise<void> {
    await page.getByRole('button', { name: BACK_TO_MINE }).waitFor();
    await showsGames(page, KEPT);
  }

  async function isOwnAgain(page: Page): Promise<void> {
    await page.getByRole('button', { name: BACK_TO_MINE }).waitFor({ state: 'detached' });
    const count = page.getByTestId('library-count');
    await count.waitFor();
    await expect.poll(() => count.getAttribute('data-count')).not.toBe(String(KEPT));
  }

  async function lastSynced({ chromium }: Scene): Promise<number> {
    return (await readSnapshot(chromium))?.lastSyncedAt ?? 0;
  }

  /** Asks for a sync that takes its time, in the popup, and waits until Sony is asked. */
  async function beginSync(scene: Scene): Promise<void> {
    const fault = { slow: 1_500 };
    scene.simulator.control.inject({ endpoint: 'trophyTitles', fault, call: 'every' });
    const popup = await scene.chromium.openPopup();
    await popup.getByRole('button', { name: 'Sync now' }).click();
    await expect.poll(() => scene.simulator.waitingAnswers()).toBeGreaterThan(0);
  }

  test('stays while the own one is synced, also by a worker that follows a dead one', async () => {
    const { scene, library } = await withKeptShown();
    const before = await lastSynced(scene);
    await beginSync(scene);
    await scene.chromium.worker.kill();
    await isShown(library);
    await ringAllAlarms(scene.chromium);

    await expect.poll(() => lastSynced(scene), { timeout: 60_000 }).toBeGreaterThan(before);
    await isShown(library);
    await library.reload();
    await isShown(library);
  });

  test('stays over an update, and who goes back does so in every window', async () => {
    const { scene } = await withKeptShown();
    await reload(scene);
    const one = await scene.chromium.openOptions('#/library');
    const other = await scene.chromium.openOptions('#/library');
    await isShown(one);
    await isShown(other);

    await one.getByRole('button', { name: BACK_TO_MINE }).click();
    await isOwnAgain(one);
    await isOwnAgain(other);
  });

  test('goes in every window where all is erased in the middle of a sync', async () => {
    const { scene, library } = await withKeptShown();
    await beginSync(scene);
    const settings = await scene.chromium.openOptions('#/settings');
    await settings.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await settings.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();

    await settings.getByRole('main').getByText(NOTHING_LEFT).waitFor();
    await library.getByRole('button', { name: 'Connect PlayStation' }).first().waitFor();
    expect(await library.getByRole('list', { name: 'Library' }).count()).toBe(0);
    await settles(scene);
    expect(await countLeftovers(scene.chromium)).toEqual(NOTHING);
  });

  test('stays where the own account is disconnected, and that one is to be read after it', async () => {
    const { scene, library } = await withKeptShown();
    await leave(scene, 'Disconnect, keep my library');
    await isShown(library);

    await scene.chromium.worker.kill();
    await library.getByRole('button', { name: BACK_TO_MINE }).click();
    await isOwnAgain(library);
    await library.getByRole('button', { name: 'Connect PlayStation' }).first().waitFor();
    await settles(scene);
    const { databases } = await namesOfStored(scene.chromium);
    expect(databases.filter((name) => /-\d+$/.test(name))).toHaveLength(2);
  });
});

describe('a made-up one', () => {
  /** The made-up games in two windows. */
  async function lookAround(): Promise<{ scene: Scene; pages: [Page, Page] }> {
    const scene = await setScene();
    const page = await scene.chromium.openOptions('#/welcome');
    await page.getByRole('button', { name: MADE_UP_FIRST }).click();
    const other = await scene.chromium.openOptions('#/library');
    for (const each of [page, other]) await isShown(each);
    return { scene, pages: [page, other] };
  }

  async function isShown(page: Page): Promise<void> {
    await page.getByRole('button', { name: STOP_LOOKING }).waitFor();
    await page.getByTestId('library-count').waitFor();
  }

  async function isGone(scene: Scene, pages: readonly Page[]): Promise<void> {
    for (const page of pages) {
      await page.getByRole('button', { name: STOP_LOOKING }).waitFor({ state: 'detached' });
    }
    const { local, databases } = await namesOfStored(scene.chromium);
    expect(local).not.toContain('shownLibrary');
    expect(databases).not.toContain('trophy-shelf-made-up');
  }

  test('stays over an update, and who stops does so in every window', async () => {
    const { scene } = await lookAround();
    await reload(scene);
    const one = await scene.chromium.openOptions('#/library');
    const other = await scene.chromium.openOptions('#/library');
    await isShown(one);
    await isShown(other);

    await one.getByRole('button', { name: STOP_LOOKING }).click();
    await one.getByRole('button', { name: MADE_UP_FIRST }).waitFor();
    await isGone(scene, [one, other]);
    await other.getByRole('button', { name: 'Connect PlayStation' }).first().waitFor();
  });

  test('goes once a worker that follows a dead one has connected, in every window', async () => {
    const { scene, pages } = await lookAround();
    scene.simulator.control.inject({ endpoint: 'token', fault: { slow: 1_500 } });
    await clickConnect(scene);
    await expect.poll(() => asked(scene, 'token').length).toBe(1);
    await scene.chromium.worker.kill();
    await ringAllAlarms(scene.chromium);

    await expect.poll(phaseOf(scene), { timeout: 60_000 }).toBe('connected');
    await syncEnds(scene);
    await isGone(scene, pages);
    const library = pages[1];
    await library.goto(library.url().replace(/#.*/, '#/library'));
    await showsGames(library, KEPT);
  });

  test('goes in every window where all is erased', async () => {
    const { scene, pages } = await lookAround();
    // No page offers that meanwhile, but one may have offered it before.
    const request = { id: 1, type: 'eraseEverything', data: null, timestamp: Date.now() };
    const earlier = await openBystander(scene.chromium);
    await earlier.evaluate((data) => chrome.runtime.sendMessage(data), request);
    await earlier.close();

    await isGone(scene, pages);
    for (const page of pages) {
      await page.getByRole('button', { name: 'Connect PlayStation' }).first().waitFor();
    }
    await settles(scene);
    expect(await countLeftovers(scene.chromium)).toEqual(NOTHING);
  });
});
