import type { Table } from 'dexie';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { carryOnRestoring, undoRestore } from '@/entrypoints/background/restore-copy';
import { eraseDatabases } from '@/utils/database/erase';
import { StagingDatabase } from '@/utils/database/staging';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { parsedStatus } from '@/utils/status/parse';
import { settingsRecord } from '@/utils/status/write';
import { publish } from '../../support/publish-status';
import { fillLibrary, saved } from '../../support/restoring';
import { aBackground, aNewScene, planned, stepOfPlan, wish } from '../../support/staged-copy';

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Whoever reads a plan next has its answer late: when that is let go, or after a while. */
function holdNextPlan() {
  const [isRead, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ofAll = Object.getPrototypeOf(
    Object.getPrototypeOf(new StagingDatabase('any').plan),
  ) as Table<object>;
  const get = Object.getOwnPropertyDescriptor(ofAll, 'get')?.value as (
    this: Table,
    key: object,
  ) => Promise<unknown>;
  const spy = vi.spyOn(ofAll, 'get').mockImplementation(async function (this: Table, key: object) {
    if (this.name !== 'plan') return get.call(this, key);
    spy.mockRestore();
    const found = await get.call(this, key);
    isRead.resolve();
    await Promise.race([goesOn.promise, new Promise((resolve) => setTimeout(resolve, 500))]);
    return found;
  } as never);
  return { isRead: isRead.promise, letGo: goesOn.resolve };
}

test('where two wake-ups finish a restoring, its settings go with the way back all the same', async () => {
  const scene = aNewScene();
  await fillLibrary(scene);
  const file = await saved(scene, { settings: { syncHour: 7, zone: 'Asia/Tokyo' } });
  await planned(file, scene);
  await publish({ settings: DEFAULT_SETTINGS });
  await wish('restored');
  const { background } = aBackground();
  background.settings.make = (change) => settingsRecord.change(change, 1);

  const wake = background.sync.wake.bind(background.sync);
  const held = Promise.withResolvers<ReturnType<typeof holdNextPlan>>();
  background.sync.wake = () => {
    background.sync.wake = wake;
    held.resolve(holdNextPlan());
    return wake();
  };
  const late = carryOnRestoring(background);
  const { isRead, letGo } = await held.promise;
  await isRead;
  const other = carryOnRestoring(background).then(letGo);
  await Promise.all([late, other]);
  expect(await stepOfPlan()).toBe('done');
  expect((await parsedStatus()).settings).toMatchObject({ syncHour: 7, zone: 'Asia/Tokyo' });
  await undoRestore(background);
  const { settings } = await parsedStatus();
  expect(settings.syncHour).toBe(DEFAULT_SETTINGS.syncHour);
  expect(settings.zone).toBeUndefined();
});
