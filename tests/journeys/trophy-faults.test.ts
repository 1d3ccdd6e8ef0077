import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Fault, Injection } from '../psn/simulator.ts';
import {
  asked,
  clickConnect,
  libraryOpens,
  type Scene,
  setScene,
  settles,
  showsCause,
  syncEnds,
  syncEndsInWindows,
} from './scene.ts';
import { readLibrary, readTitles } from './stored-library.ts';
import { countLeftovers, NOTHING, readConnection } from './stores.ts';
import { NOTHING_LEFT } from '../../utils/words/disconnecting.ts';
import { andMore } from '../../utils/words/more.ts';
import { RUNS } from '../../utils/words/sync-runs.ts';
import { UNREAD_ROWS } from '../../utils/words/unread-rows.ts';
import * as game from '../../utils/words/en/game.json';

/** An account in the middle of fetching trophies, where something happens at the fifth set. */
async function fetching(fault: Fault, more: Partial<Injection> = {}): Promise<[Scene, Page]> {
  const scene = await setScene({ account: 'regular' });
  scene.simulator.control.inject({ endpoint: 'earned', fault, call: 5, ...more });
  await (await clickConnect(scene)).close();
  return [scene, await libraryOpens(scene)];
}

async function storedSets({ chromium }: Scene): Promise<number> {
  return (await readLibrary(chromium)).trophySets.length;
}

async function pickedGames({ chromium }: Scene): Promise<number> {
  return (await readTitles(chromium, 'picked')).length;
}

test(
  'a pause that Sony names in the middle of the trophies is kept, and the rest comes after it',
  { tags: ['long'] },
  async () => {
    const [scene, library] = await fetching('429', { seconds: 6 });
    const alert = library.getByRole('alert');
    await alert.waitFor({ timeout: 30_000 });
    await showsCause(alert, 'too-many-requests');
    expect(await storedSets(scene)).toBeGreaterThanOrEqual(4);

    await alert.waitFor({ state: 'detached', timeout: 30_000 });
    // Of the half of Sony's limit that is used for a day now, half is left to the picks.
    await syncEndsInWindows(scene, 8);

    // The one after it was on its way by then.
    const [refused, , next] = asked(scene, 'earned').slice(4);
    expect((next?.time ?? 0) - (refused?.time ?? 0)).toBeGreaterThanOrEqual(5_000);
    expect(await storedSets(scene)).toBe(await pickedGames(scene));
  },
);

test(
  'an access token that ends in the middle of the trophies is refreshed once',
  { tags: ['long'] },
  async () => {
    const [scene] = await fetching('401');
    await syncEnds(scene);

    // The first exchange, and one refresh.
    expect(asked(scene, 'token')).toHaveLength(2);
    expect(await storedSets(scene)).toBe(await pickedGames(scene));
  },
);

test('a page of Sony’s edge in the way of trophies alone holds nothing else back, and is no sign-out', async () => {
  const [scene, library] = await fetching('403-html', { call: 'every' });
  await syncEnds(scene);
  await library.getByTestId('token-life').waitFor();
  expect(await library.locator('[data-cause="edge-block"]').count()).toBe(0);

  scene.simulator.control.clearFaults();
  await library.getByRole('button', { name: 'Sync now' }).first().click();
  const picked = await pickedGames(scene);
  await expect.poll(() => storedSets(scene), { timeout: 60_000 }).toBe(picked);
});

test(
  'a set that Sony does not know costs itself only, is named, and is asked for once a sync',
  { tags: ['long'] },
  async () => {
    const [scene, library] = await fetching('404', { call: 'every', where: {} });
    await syncEnds(scene);
    scene.simulator.control.clearFaults();
    const first = asked(scene, 'earned').length;
    expect(first).toBe(await pickedGames(scene));

    await library.getByRole('link', { name: /^Synced/ }).click();
    const region = library.getByRole('region', { name: UNREAD_ROWS });
    const unread = region.getByRole('listitem');
    await region.getByRole('button', { name: andMore(first - 20, 'en') }).click();
    await expect.poll(() => unread.count()).toBe(first);
    expect(await unread.first().innerText()).toMatch(/Trophies of .+\nSony does not know it/);

    await library.getByRole('link', { name: game.back }).click();
    await library.getByRole('button', { name: 'Sync now' }).click();
    await expect.poll(() => asked(scene, 'earned').length, { timeout: 30_000 }).toBe(2 * first);
    await syncEnds(scene);
    await library.getByRole('link', { name: /^Synced/ }).click();
    await library.getByRole('heading', { name: RUNS }).waitFor();
    expect(await unread.count()).toBe(0);
  },
);

test('one game and a list that Sony refuses to a good token cost themselves, and the connection stays', async () => {
  const scene = await setScene({ account: 'regular' });
  const { control } = scene.simulator;
  let game: string | undefined;
  control.inject({ endpoint: 'gamelist', fault: '401', call: 'every' });
  control.inject({
    endpoint: 'earned',
    fault: '401',
    call: 'every',
    matches: ({ path }) => path.includes((game ??= /NPWR\d+_00/.exec(path)?.[0] ?? '')),
  });
  await (await clickConnect(scene)).close();
  const library = await libraryOpens(scene);
  await syncEnds(scene);

  const refused = asked(scene, 'earned').filter(({ fault }) => fault !== null);
  expect(refused.length).toBeLessThanOrEqual(2);
  expect(asked(scene, 'token').length).toBeLessThanOrEqual(3);
  expect(await storedSets(scene)).toBe(await pickedGames(scene));
  expect(await readConnection(scene.chromium)).toMatchObject({ phase: 'connected', failure: null });
  expect(await library.getByRole('alert').count()).toBe(0);
  await library
    .getByRole('main')
    .getByText(/^Playtimes are missing or old\. .*Tried again at /)
    .waitFor();
});

test(
  'nothing comes back after everything was erased in the middle of the trophies',
  { tags: ['long'] },
  async () => {
    const [scene, library] = await fetching({ slow: 1_500 }, { call: 'every' });
    await expect.poll(() => asked(scene, 'earned').length, { timeout: 30_000 }).toBeGreaterThan(0);
    await library.getByRole('link', { name: 'Settings' }).click();
    await library.getByRole('button', { name: 'Disconnect' }).click();
    await library.getByRole('button', { name: 'Erase everything' }).click();
    await library.getByRole('main').getByText(NOTHING_LEFT).waitFor();
    await settles(scene);

    expect(await countLeftovers(scene.chromium)).toEqual(NOTHING);
  },
);
