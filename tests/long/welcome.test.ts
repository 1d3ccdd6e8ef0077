import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { welcomePage } from '../browser/close-welcome.ts';
import { updatedBuild } from '../browser/later-build.ts';
import { reload } from '../journeys/reload.ts';
import { type Scene, setScene, showsGames, syncEnds } from '../journeys/scene.ts';
import { countLeftovers, NOTHING, readConnection, ringAllAlarms } from '../journeys/stores.ts';
import { WELCOME, MADE_UP_FIRST } from '../../utils/words/welcome.ts';
import { STOP_LOOKING } from '../../utils/words/shown-library.ts';

/** What becomes of the page that greets a player where the extension is loaded anew under it. */

const TITLE = WELCOME;

async function greeted(scene: Scene): Promise<Page> {
  const page = await welcomePage(scene.chromium.context);
  await page.getByRole('heading', { name: TITLE }).waitFor();
  return page;
}

function welcomes({ chromium }: Scene): number {
  return chromium.context.pages().filter((each) => each.url().includes('#/welcome')).length;
}

/** Both ways on from there. */
async function leadsOn(scene: Scene, page: Page): Promise<void> {
  await page.getByRole('button', { name: MADE_UP_FIRST }).click();
  await page.getByTestId('library-count').waitFor();
  await page.getByRole('button', { name: STOP_LOOKING }).click();
  await page.getByRole('heading', { name: TITLE }).waitFor();
  expect(await countLeftovers(scene.chromium)).toEqual(NOTHING);

  await page.getByRole('button', { name: 'Connect PlayStation' }).click();
  await page.getByRole('heading', { name: 'Pick games' }).waitFor();
  await syncEnds(scene);
  await page.getByRole('link', { name: 'Library' }).click();
  await showsGames(page, 42);
}

test('who is greeted is greeted again by an extension that is loaded anew, once, and goes on', async () => {
  const scene = await setScene({ isGreeted: true });
  await greeted(scene);
  const bystander = await reload(scene);

  const page = await greeted(scene);
  await bystander.close();
  expect(welcomes(scene)).toBe(1);
  await leadsOn(scene, page);
});

test('an update under the page greets nobody, and the page is right in the later build', async () => {
  const build = updatedBuild('chrome-mv3');
  onTestFinished(() => build.remove());
  const scene = await setScene({ isGreeted: true, extension: build.folder });
  await greeted(scene);
  build.update();
  await reload(scene);
  await ringAllAlarms(scene.chromium);
  expect(welcomes(scene)).toBe(0);

  const page = await scene.chromium.openOptions('#/welcome');
  await page.getByRole('heading', { name: TITLE }).waitFor();
  expect(welcomes(scene)).toBe(1);
  await leadsOn(scene, page);
});

test.each([
  ['of another shape', { phase: 'beamed-up' }],
  ['nothing that can be read', 'nonsense'],
  ['half of what it was', { phase: 'connected', accountId: '1' }],
])(
  'a record that is %s is said under the page and at a start, and connecting heals it',
  async (_, record) => {
    const scene = await setScene({ isGreeted: true });
    const first = await greeted(scene);
    const damage = (connection: unknown) => chrome.storage.local.set({ connection });
    await scene.chromium.worker.evaluate(damage, record);
    await first.getByRole('alert').waitFor();
    await reload(scene);

    const page = await scene.chromium.openOptions('#/welcome');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.getAttribute('data-cause')).toBe('storage-damaged');
    await page.getByRole('button', { name: 'Connect PlayStation' }).click();
    await expect
      .poll(() => readConnection(scene.chromium), { timeout: 30_000 })
      .toMatchObject({ phase: 'connected', failure: null });
  },
);
