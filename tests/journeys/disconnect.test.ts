import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { clickConnect, libraryOpens, type Scene, setScene, showsGames, syncEnds } from './scene.ts';
import { readStores } from './stores.ts';

async function openDialog({ chromium }: Scene): Promise<Page> {
  const settings = await chromium.openOptions('#/settings');
  await settings.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await settings.getByRole('dialog').waitFor();
  return settings;
}

function countLeftovers({ chromium }: Scene): Promise<unknown> {
  return chromium.worker.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    local: Object.keys(await chrome.storage.local.get(null)),
    session: Object.keys(await chrome.storage.session.get(null)),
    alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
    rules: (await chrome.declarativeNetRequest.getSessionRules()).length,
    badge: await chrome.action.getBadgeText({}),
  }));
}

const NOTHING = { databases: 0, local: [], session: [], alarms: [], rules: 0, badge: '' };

test('erasing leaves nothing, shows the receipt, and one can start over', async () => {
  const scene = await setScene();
  await clickConnect(scene);
  await libraryOpens(scene);
  await syncEnds(scene);

  const settings = await openDialog(scene);
  expect(await settings.getByRole('dialog').innerText()).toContain('42');
  await settings.getByRole('button', { name: 'Erase everything' }).click();
  await settings.getByText('Nothing of Trophy Shelf is left').waitFor();
  expect(await countLeftovers(scene)).toEqual(NOTHING);

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
  await settings.getByText('Nothing of Trophy Shelf is left').waitFor();
  await settings.waitForTimeout(3_000);

  expect(await countLeftovers(scene)).toEqual(NOTHING);
});

test('a worker that dies while it erases is followed by one that finishes', async () => {
  const scene = await setScene();
  await clickConnect(scene);
  const library = await libraryOpens(scene);
  await syncEnds(scene);
  await library.close();
  await scene.chromium.worker.evaluate(() =>
    chrome.storage.local.set({ connection: { phase: 'erasing', since: 0 } }),
  );
  await scene.chromium.worker.kill();

  await scene.chromium.openPopup();

  await expect.poll(() => countLeftovers(scene)).toEqual(NOTHING);
});

test('the library can be kept: it stays readable, and nothing can be opened any more', async () => {
  const scene = await setScene();
  await clickConnect(scene);
  await libraryOpens(scene);
  await syncEnds(scene);

  const settings = await openDialog(scene);
  await settings.getByRole('button', { name: 'Disconnect, keep my library' }).click();
  const library = await scene.chromium.openOptions('#/library');
  await showsGames(library, 42);
  await library.getByRole('button', { name: 'Connect PlayStation' }).first().waitFor();

  expect(await readStores(scene.chromium)).not.toContain('sealedRefreshToken');
  expect(await countLeftovers(scene)).toMatchObject({ alarms: [], rules: 0, badge: '' });
});
