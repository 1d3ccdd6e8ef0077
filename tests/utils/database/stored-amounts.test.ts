import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LibraryDatabase } from '@/utils/database/database';
import { storedAmounts } from '@/utils/database/stored-amounts';
import { aNewRun } from '@/utils/domain/sync/sync-run';
import { aLibraryTitle } from '../../support/library-titles';

const ACCOUNT = 'amounts';
let database: LibraryDatabase;

beforeEach(() => {
  database = new LibraryDatabase(ACCOUNT);
});

afterEach(() => database.delete());

test('counts the rows of each kind, and weighs them by some', async () => {
  const runs = Array.from({ length: 300 }, (_, n) => aNewRun(1_000 + n, 'daily', false));
  await database.syncRuns.bulkPut(runs);
  await database.titles.put(aLibraryTitle());
  await database.playDays.put({ npTitleId: 'A', month: '2026-11', days: [[20_000, 60, 1]] });
  await database.playedListDays.put({ month: '2026-11', days: [20_000] });

  const amounts = await storedAmounts(ACCOUNT, false);
  expect(amounts).toMatchObject({
    games: { rows: 1 },
    playDays: { rows: 1 },
    made: { rows: 0, bytes: 0 },
  });
  expect(amounts?.syncRuns.rows).toBe(300);
  const bytes = JSON.stringify(runs).length;
  expect(Math.abs((amounts?.syncRuns.bytes ?? 0) - bytes) / bytes).toBeLessThan(0.01);
});

test('of no library there is nothing to be counted, and none is made', async () => {
  expect(await storedAmounts('nobody', false)).toBeNull();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(
    'trophy-shelf-nobody',
  );
});

test('in a private window it is unknown, and not nothing', async () => {
  await expect(storedAmounts(ACCOUNT, true)).rejects.toThrow('private-window');
});

test('a library that opens when nobody waits for it any more is closed all the same', async () => {
  await database.open();
  const close = vi.spyOn(LibraryDatabase.prototype, 'close');
  const patience = { open: 0, answer: 1_000, retry: 1_000, rest: 0 };
  const released = Promise.withResolvers<void>();
  // Nothing opens while something is being deleted.
  const deleting = navigator.locks.request('databases', () => released.promise);

  await expect(storedAmounts(ACCOUNT, false, patience)).rejects.toThrow('storage-silent');
  expect(close).not.toHaveBeenCalled();
  released.resolve();
  await deleting;
  await expect.poll(() => close).toHaveBeenCalledOnce();
  close.mockRestore();
});
