import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  clickConnect,
  connectedScene,
  libraryOpens,
  type Scene,
  setScene,
  settles,
  showsGames,
  syncEnds,
} from './scene.ts';
import { countLeftovers, leaveErasing, NOTHING, readStores } from './stores.ts';
import { NOTHING_LEFT } from '../../utils/words/disconnecting.ts';

async function openDialog({ chromium }: Scene): Promise<Page> {
  const settings = await chromium.openOptions('#/settings');
  await settings.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await settings.getByRole('dialog').waitFor();
  return settings;
}

test('erasing leaves nothing, shows the receipt, and one can start over', async () => {
  const scene = await connectedScene();

  const settings = await openDialog(scene);
  await settings.getByRole('dialog').getByText('42 games with').waitFor();
  await settings.getByRole('button', { name: 'Erase everything' }).click();
  await settings.getByRole('main').getByText(NOTHING_LEFT).waitFor();
  expect(await countLeftovers(scene.chromium)).toEqual(NOTHING);

  await clickConnect(scene);
  await syncEnds(scene);
});

test('erasing in the middle of a sync lets nothing come back', async () => {
  const scene = await setScene({ account: 'hunter' });
  scene.simulator.control.inject({
    endpoint: 'titlesByNpTitleId',
    fault: { slow: 400 },
    call: 'every',
  });
  await clickConnect(scene);
  await showsGames(await libraryOpens(scene), 1300);

  const settings = await openDialog(scene);
  await settings.getByRole('button', { name: 'Erase everything' }).click();
  await settings.getByRole('main').getByText(NOTHING_LEFT).waitFor();
  await settles(scene);

  expect(await countLeftovers(scene.chromium)).toEqual(NOTHING);
});

// Through the same door as an erase that is finished after a reload (`reloading.test.ts`).
test(
  'a worker that dies while it erases is followed by one that finishes',
  { tags: ['long'] },
  async () => {
    const scene = await connectedScene();
    await leaveErasing(scene.chromium);
    await scene.chromium.worker.kill();

    await scene.chromium.openPopup();

    await expect.poll(() => countLeftovers(scene.chromium), { timeout: 15_000 }).toEqual(NOTHING);
  },
);

test('the library can be kept: it stays readable, and nothing can be opened any more', async () => {
  const scene = await connectedScene();

  const settings = await openDialog(scene);
  await settings.getByRole('button', { name: 'Disconnect, keep my library' }).click();
  const library = await scene.chromium.openOptions('#/library');
  await showsGames(library, 42);
  await library.getByRole('button', { name: 'Connect PlayStation' }).first().waitFor();

  expect(await readStores(scene.chromium)).not.toContain('sealedRefreshToken');
  expect(await countLeftovers(scene.chromium)).toMatchObject({ alarms: [], rules: 0, badge: '' });
});
