import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, test } from 'vitest';
import { carryOnRestoring, restoreCopy, undoRestore } from '@/entrypoints/background/restore-copy';
import { eraseDatabases, eraseLibrary } from '@/utils/database/erase';
import { viewsIn, withViewSaid } from '@/utils/domain/library/saved-views';
import { firstViewItem } from '@/utils/domain/library/view-items';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/domain/settings';
import { parsedStatus } from '@/utils/status/parse';
import { settingsRecord } from '@/utils/status/write';
import { publish } from '../../support/publish-status';
import { fillLibrary, saved } from '../../support/restoring';
import { aBackground, aNewScene, planned, SEEN, stepOfPlan } from '../../support/staged-copy';
import { connected } from '../../support/statuses';

const VIEW = firstViewItem({ name: 'PS5', query: 'platform=PS5' });

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

async function settingsHere(): Promise<Settings> {
  return (await parsedStatus()).settings;
}

test.each([true, false])(
  'settings and views come where they are not made here, and go with the way back (library: %s)',
  async (isHere) => {
    const scene = aNewScene();
    await fillLibrary(scene);
    const settings = { syncHour: 7, zone: 'Asia/Tokyo', everyGame: false, savedViews: [VIEW] };
    const file = await saved(scene, { settings });
    scene.database.close();
    if (!isHere) await eraseLibrary(scene.accountId);
    await planned(file, scene);
    const before = { ...DEFAULT_SETTINGS, everyGame: true };
    await publish({ settings: before });
    const { background } = aBackground();
    background.settings.make = (change) => settingsRecord.change(change, 1);

    await restoreCopy(background, SEEN);
    expect(await settingsHere()).toEqual({ ...before, ...settings, everyGame: true });
    await settingsRecord.change({ showsSecrets: true }, 1);
    await undoRestore(background);
    expect(await settingsHere()).toMatchObject({ ...before, showsSecrets: true, savedViews: [] });
    expect(Object.keys((await settingsHere()).versions ?? {})).toEqual(['showsSecrets']);
  },
);

test('what was put back to its default last, or deleted, stays so where an earlier copy is restored', async () => {
  const scene = aNewScene();
  await fillLibrary(scene);
  await settingsRecord.change({ syncHour: 7, savedViews: [VIEW] }, Date.now());
  const file = await saved(scene, { settings: await settingsHere() });
  scene.database.close();
  await settingsRecord.change(
    { syncHour: 3, savedViews: withViewSaid([], VIEW.id, null) },
    Date.now(),
  );
  const before = await settingsHere();
  expect(viewsIn(before.savedViews)).toEqual([]);
  await planned(file, scene);
  const { background } = aBackground();
  background.settings.make = (change) => settingsRecord.change(change, 1);
  await restoreCopy(background, SEEN);
  expect(await settingsHere()).toEqual(before);
});

test('two pages that save a view in one moment lose none', async () => {
  const saving = ['PS5', 'PS4'].map((name) => {
    const view = { name, query: `platform=${name}` };
    return settingsRecord.change({ savedViews: withViewSaid([VIEW], name, view) }, 1);
  });
  await Promise.all(saving);
  const { savedViews } = await settingsHere();
  expect(viewsIn(savedViews).map(({ id }) => id)).toEqual([VIEW.id, 'PS4', 'PS5']);
});

describe('the settings of a copy', () => {
  const SETTINGS = { syncHour: 7, savedViews: [] };

  /** Of the account's library, which is there or not. */
  async function stagedWithSettings(
    isHere: boolean,
    settings: Partial<Settings> = SETTINGS,
  ): Promise<string> {
    const scene = aNewScene();
    await fillLibrary(scene);
    const file = await saved(scene, { settings });
    scene.database.close();
    if (!isHere) await eraseLibrary(scene.accountId);
    await planned(file, scene);
    return scene.accountId;
  }

  const settingsIn = (asked: string[]): string[] => asked.filter((name) => name.startsWith('set '));

  test('are set with it, though no page is there any more', async () => {
    await stagedWithSettings(false);
    const { background, asked } = aBackground();
    const make = background.settings.make.bind(background.settings);
    background.settings.make = () => Promise.reject(new Error('no room'));
    await restoreCopy(background, SEEN);
    // They hold up nothing, nor does any sync stop for them.
    expect(asked).toEqual(['interrupt', 'show', 'wake']);
    expect(await stepOfPlan()).toBe('done');
    background.settings.make = make;
    for (let wakes = 0; wakes < 2; wakes++) await carryOnRestoring(background);
    expect(asked.slice(3)).toEqual(['set {"syncHour":7}']);
    await undoRestore(background);
    expect(settingsIn(asked)).toHaveLength(1);
  });

  test('leave alone what the player has set, and each view that they have saved', async () => {
    const [ours, theirs, both] = ['q=a', 'q=b', 'q=c'].map((query) =>
      firstViewItem({ name: 'PS5', query }),
    );
    const versions = { syncHour: { version: 9, device: 'here' } };
    await stagedWithSettings(false, { syncHour: 7, everyGame: true, savedViews: [theirs!, both!] });
    const set = { ...DEFAULT_SETTINGS, syncHour: 5, versions };
    await publish({ settings: { ...set, savedViews: [ours!, both!] } });
    const { background, asked } = aBackground();
    const make = background.settings.make.bind(background.settings);
    background.settings.make = async (change) => {
      await settingsRecord.change(change, 1);
      background.settings.make = make;
      throw new Error('died');
    };
    await restoreCopy(background, SEEN);
    await carryOnRestoring(background);
    // They were set before it died.
    expect(settingsIn(asked)).toEqual([]);
    const status = await parsedStatus();
    expect(status.settings).toMatchObject({ syncHour: 5, everyGame: true });
    const names = viewsIn(status.settings.savedViews).map(({ name }) => name);
    expect(names).toEqual(['PS5', 'PS5 2', 'PS5 3']);
  });

  test('are not set where another player is here, until theirs is the account that is connected', async () => {
    const accountId = await stagedWithSettings(false);
    await publish({ connection: connected({ accountId: `${accountId}1` }) });
    const { background, asked } = aBackground();
    await restoreCopy(background, SEEN);
    expect(await stepOfPlan()).toBe('done');
    await carryOnRestoring(background);
    expect(settingsIn(asked)).toEqual([]);
    await publish({ connection: connected({ accountId }) });
    for (let wakes = 0; wakes < 2; wakes++) await carryOnRestoring(background);
    expect(settingsIn(asked)).toEqual(['set {"syncHour":7}']);
  });
});
