import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { reload, WITHIN } from './reload.ts';
import {
  asked,
  clickConnect,
  connectedScene,
  type Scene,
  setScene,
  showsGames,
  syncEnds,
} from './scene.ts';
import {
  blockEnding,
  connectionSeenBy,
  countLeftovers,
  leftoversSeenBy,
  NOTHING,
  openBystander,
} from './stores.ts';

/** Clicks in the settings, with whatever ends a connection waiting until the extension is reloaded. */
async function reloadEnding(scene: Scene, button: string, phase: string): Promise<Page> {
  const bystander = await openBystander(scene.chromium);
  await blockEnding(bystander);
  await scene.chromium.openOptions('#/library');
  const settings = await scene.chromium.openOptions('#/settings');
  await settings.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await settings.getByRole('button', { name: button }).click();
  await expect.poll(() => connectionSeenBy(bystander)).toMatchObject({ phase });
  return reload(scene);
}

test('an erase is finished though the extension is reloaded, without a page', async () => {
  const scene = await connectedScene();
  const bystander = await reloadEnding(scene, 'Erase everything', 'erasing');

  await expect.poll(() => leftoversSeenBy(bystander), WITHIN).toEqual(NOTHING);
  const popup = await scene.chromium.openPopup();
  await popup.getByRole('button', { name: 'Connect PlayStation' }).waitFor();
  expect(await countLeftovers(scene.chromium)).toEqual(NOTHING);
});

test(
  'a disconnect is finished though the extension is reloaded, and the library stays',
  { tags: ['long'] },
  async () => {
    const scene = await connectedScene();
    const bystander = await reloadEnding(scene, 'Disconnect, keep my library', 'disconnecting');

    await expect
      .poll(() => connectionSeenBy(bystander), WITHIN)
      .toMatchObject({ phase: 'disconnected', failure: null });
    await showsGames(await scene.chromium.openOptions('#/library'), 42);
  },
);

test('connecting goes on though the extension is reloaded', { tags: ['long'] }, async () => {
  const scene = await setScene();
  scene.simulator.control.inject({ endpoint: 'token', fault: { slow: 3_000 } });
  await clickConnect(scene);
  await expect.poll(() => asked(scene, 'token').length, WITHIN).toBe(1);
  const bystander = await reload(scene);

  await expect
    .poll(() => connectionSeenBy(bystander), WITHIN)
    .toMatchObject({ phase: 'connected', failure: null });
  await syncEnds(scene);
  await showsGames(await scene.chromium.openOptions('#/library'), 42);
});

test(
  'a sync goes on where it was though the extension is reloaded',
  { tags: ['long'] },
  async () => {
    const scene = await setScene();
    const { control } = scene.simulator;
    control.inject({ endpoint: 'earned', fault: { slow: 2_000 }, call: 'every' });
    await clickConnect(scene);
    const games = (): string[] => asked(scene, 'earned').map(({ path }) => path);
    await expect.poll(() => games().length, WITHIN).toBeGreaterThanOrEqual(3);
    const before = games().length;
    await reload(scene);

    await syncEnds(scene);
    await showsGames(await scene.chromium.openOptions('#/library'), 42);
    expect(asked(scene, 'trophyTitles')).toHaveLength(1);
    expect(games().length).toBeGreaterThan(before);
    // Two are asked at a time: what was under way is asked again.
    expect(games().length - new Set(games()).size).toBeLessThanOrEqual(2);
  },
);
