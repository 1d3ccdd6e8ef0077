import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { restoreCopy, undoRestore } from '@/entrypoints/background/restore-copy';
import { eraseDatabases, eraseLibrary } from '@/utils/database/erase';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/domain/settings';
import { parsedStatus } from '@/utils/status/parse';
import { settingsRecord } from '@/utils/status/write';
import { publish } from '../../support/publish-status';
import { fillLibrary, saved } from '../../support/restoring';
import { aBackground, aNewScene, planned, SEEN } from '../../support/staged-copy';

const VIEW = { name: 'PS5', query: 'platform=PS5' };

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
    expect(await settingsHere()).toEqual({ ...before, showsSecrets: true, savedViews: [] });
  },
);
