import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LibraryDatabase } from '@/utils/database/database';
import { createLibrary } from '@/utils/database/open-library';
import { DexiePlayerWrites } from '@/utils/database/player-writes';
import { Writes } from '@/utils/database/writes';
import { laterItem } from '@/utils/domain/library/later-item';
import { NO_SET, type PlayerItem } from '@/utils/domain/library/player-item';
import { DAY } from '@/utils/domain/time-units';

let database: LibraryDatabase;
let accounts = 0;

beforeEach(async () => {
  database = await createLibrary(`forgotten-${String(++accounts)}`);
});

afterEach(() => database.delete());

function on(device: string, now: number): DexiePlayerWrites {
  const writes = new Writes(database, () => now, new AbortController().signal);
  return new DexiePlayerWrites(writes, device);
}

const TROPHY = { npCommunicationId: 'A', trophyId: 3 };

test('a deletion is forgotten a year after it was made, or first seen where nobody said when', async () => {
  const of = (trophyId: number, deletedAt?: number) => {
    const item = { ...TROPHY, trophyId, kind: 'note', value: null, version: 2, device: 'this' };
    return { ...item, ...(deletedAt !== undefined && { deletedAt }) } as PlayerItem;
  };
  const NOW = 2_000 * DAY;
  await on('this', NOW).storeAnnotation({ ...TROPHY, note: 'kept' });
  await on('this', NOW).storeAnnotation({ ...TROPHY, pinned: true });
  await on('this', NOW).storeAnnotation({ ...TROPHY, pinned: false });
  expect(await database.playerItems.get(['pin', 'A', 3])).toMatchObject({ deletedAt: NOW });
  await database.playerItems.bulkPut([of(4), of(5, NOW + DAY), of(6, NOW - 366 * DAY), of(7, NOW)]);

  await on('this', NOW + DAY / 2).forgetDeletions();
  const dates = async () =>
    Object.fromEntries(
      (await database.playerItems.toArray()).map(({ trophyId, value, deletedAt }) => [
        trophyId,
        value ?? deletedAt,
      ]),
    );
  await database.playerItems.delete(['pin', 'A', 3]);
  expect(await dates()).toStrictEqual({ 3: 'kept', 4: NOW + DAY / 2, 5: NOW + DAY, 7: NOW });
  await on('this', NOW + 365 * DAY).forgetDeletions();
  expect(Object.keys(await dates())).toStrictEqual(['3', '4', '5', '7']);
  await on('this', NOW + 365 * DAY + 1).forgetDeletions();
  expect(Object.keys(await dates())).toStrictEqual(['3', '4', '5']);
  await on('this', NOW + 366 * DAY).forgetDeletions();
  expect(Object.keys(await dates())).toStrictEqual(['3', '5']);
  await on('this', NOW + 367 * DAY).forgetDeletions();
  expect(await dates()).toStrictEqual({ 3: 'kept' });
});

test('a clock that was once far behind dates no deletion anew, and lets none be forgotten', async () => {
  const NOW = 2_000 * DAY;
  await on('this', NOW).storeAnnotation({ ...TROPHY, pinned: true });
  await on('this', NOW).storeAnnotation({ ...TROPHY, pinned: false });
  const before = await database.playerItems.toArray();
  for (const now of [10 * DAY, NOW + DAY]) await on('this', now).forgetDeletions();
  expect(await database.playerItems.toArray()).toStrictEqual(before);
});

test('what is deleted by a clock that is years behind is not forgotten once that is put right', async () => {
  const NOW = 2_000 * DAY;
  await on('this', NOW).storeAnnotation({ ...TROPHY, note: 'old' });
  const copy = await database.playerItems.toArray();
  await on('this', NOW - 800 * DAY).storeAnnotation({ ...TROPHY, note: '' });
  await on('this', NOW + DAY).forgetDeletions();
  expect(await on('this', NOW + DAY).meetItems(copy)).toMatchObject([{ value: null }]);
});

test('what is said anew where a deletion was forgotten is later than all that was said before', async () => {
  let now = 2_000 * DAY;
  const say = (device: string, note: string) =>
    on(device, now).storeAnnotation({ ...TROPHY, note });
  for (const note of ['one', 'two', 'three', 'old']) await say('this', note);
  const copy = await database.playerItems.toArray();
  await say('this', '');
  now += 366 * DAY;
  await on('this', now).forgetDeletions();
  expect(await database.playerItems.count()).toBe(0);

  await say('this', 'new');
  const met = await on('this', now).meetItems(copy);
  expect(met).toMatchObject([{ value: 'new' }]);
  // The same where it is one of an earlier build.
  expect(laterItem({ ...copy[0]!, version: 4 }, met[0]!, now)).toBe(met[0]);
});

test('what is changed later is later, however often something else was changed before', async () => {
  const at = { kind: 'note', ...TROPHY, version: 9 } as const;
  await on('this', 2_000 * DAY).meetItems([{ ...at, value: 'often', device: 'other' }]);
  await on('this', 2_000 * DAY).storeAnnotation({ ...TROPHY, note: 'mine' });
  const elsewhere: PlayerItem = { ...at, value: 'theirs', device: 'other', version: 12 };
  expect(await on('this', 2_001 * DAY).meetItems([elsewhere])).toMatchObject([{ value: 'mine' }]);
});

test('what is forgotten and not swept yet is put nowhere, and nobody brings it back', async () => {
  const NOW = 2_000 * DAY;
  const said = { kind: 'note', ...TROPHY, version: 2, device: 'this' } as const;
  const deletion: PlayerItem = { ...said, value: null, deletedAt: NOW - 366 * DAY };
  await database.playerItems.bulkPut([deletion]);
  expect(await on('this', NOW).meetItems([{ ...deletion, trophyId: 4 }])).toStrictEqual([]);
  expect(await database.playerItems.toArray()).toStrictEqual([deletion]);
  const other = { ...said, value: 'theirs', version: 1, device: 'other' };
  expect(await on('this', NOW).meetItems([other])).toStrictEqual([other]);
  expect(await database.playerItems.toArray()).toStrictEqual([other]);
});

test('of a goal that was given up no end is left, also where an older copy had one', async () => {
  const NOW = 2_000 * DAY;
  const writes = on('this', NOW);
  const goal = { kind: 'hundreds', start: 0, startDay: 1_999, target: 2, by: 2_030 } as const;
  for (const id of [1, 2]) await writes.storeGoal(id, goal);
  const endOf = (trophyId: number): PlayerItem<'goal-end'> => ({
    ...{ kind: 'goal-end', npCommunicationId: NO_SET, trophyId, version: 9, device: 'this' },
    value: { of: 2, state: 'reached', at: NOW, value: 2 },
  });
  await writes.storeGoal(2, null);
  await database.playerItems.bulkPut([endOf(1), endOf(2), endOf(3)]);
  await writes.forgetDeletions();
  const left = (await database.playerItems.toArray()).filter(({ kind }) => kind === 'goal-end');
  expect(left).toEqual([endOf(1)]);
});
