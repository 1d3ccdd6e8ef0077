import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { AutomaticCopies } from '@/entrypoints/background/automatic-copies';
import { createLibrary } from '@/utils/database/open-library';
import { eraseDatabases } from '@/utils/database/erase';
import { readLostAt } from '@/utils/database/own-items';
import { copiesOf, NO_COPIES } from '@/utils/domain/copies/copies-record';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { DAY } from '@/utils/domain/time-units';
import { storedCopies } from '@/utils/status/copies';
import { aConnected } from '../../support/connections';

const ACCOUNT = aConnected().accountId;
const NOW = 1_000 * DAY;
const MADE = {
  ...{ at: NOW - 3 * DAY, digest: 'a' },
  figures: { games: 40, notes: 0, pins: 0, picks: 0, marks: 0 },
};

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(() => Promise.resolve(false));
  await eraseDatabases();
  const mine = { ...copiesOf(NO_COPIES, ACCOUNT), fileMark: 'm', made: MADE };
  await storedCopies.write({ ...NO_COPIES, accounts: { [ACCOUNT]: mine } });
  await fakeBrowser.storage.local.set({ connection: aConnected() });
  return () => vi.restoreAllMocks();
});

function copies(): AutomaticCopies {
  return new AutomaticCopies({
    exclusively: (_, work) => work(),
    ...{ now: () => NOW, hasOwn: () => Promise.resolve(false), lostAt: readLostAt },
  });
}

async function fileMark(): Promise<string | null> {
  return copiesOf(await storedCopies.read(), ACCOUNT).fileMark;
}

test.each(['a sync has ended', 'the player says that they know'])(
  'a library that was lost and is fetched anew writes over no copy of before, once %s',
  async (when) => {
    (await createLibrary(ACCOUNT, NOW - DAY)).close();
    await copies().carryOn();
    expect(await fileMark()).toBe('m');
    if (when === 'a sync has ended')
      await fakeBrowser.storage.local.set({ snapshot: { ...EMPTY_SNAPSHOT, lastSyncedAt: NOW } });
    await (when === 'a sync has ended' ? copies().carryOn() : copies().noteLoss());
    expect(await fileMark()).toBeNull();
  },
);

test('one that was not lost goes on as it was', async () => {
  (await createLibrary(ACCOUNT)).close();
  await fakeBrowser.storage.local.set({ snapshot: { ...EMPTY_SNAPSHOT, lastSyncedAt: NOW } });
  await copies().carryOn();
  await copies().noteLoss();
  expect(await fileMark()).toBe('m');
});
