import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import { fillSets } from '@/utils/database/earnings-store';
import { EarningsReading } from '@/utils/database/followed-earnings';
import { packed } from '@/utils/database/packed-set';
import { readableRows } from '@/utils/database/readable-rows';
import { Writes } from '@/utils/database/writes';
import { earningsOf, type SetEarnings } from '@/utils/domain/numbers/earnings';
import { packedOpen } from '@/utils/domain/trophies/open-trophies';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { tallyOf, type TrophySet } from '@/utils/domain/trophies/trophy-set';
import { earnedAt, NOW, setId } from '../../support/earned-trophies';
import { putRaw } from '../../support/raw-rows';
import { aLibraryTitle } from '../../support/library-titles';
import { SyncScene } from '../../support/sync-scene';
import { aTrophy } from '../../support/trophies';

let database: LibraryDatabase;
let accounts = 0;

beforeEach(() => {
  database = new LibraryDatabase(`earnings-${String(++accounts)}`);
  database.use(readableRows);
});

afterEach(() => database.delete());

function aSet(n: number): TrophySet {
  const trophies = [0, 1, 2].map((trophyId) =>
    earnedAt(Date.UTC(2026, 0, n % 28, trophyId), {
      trophyId,
      earned: trophyId < 2 || n % 2 === 0,
      groupId: trophyId === 2 ? '001' : 'default',
    }),
  );
  return { npCommunicationId: setId(n), groups: [], trophies };
}

/** What is known of each base game. */
async function bases(): Promise<(boolean | undefined)[]> {
  const titles = await database.titles.orderBy('npCommunicationId').toArray();
  return titles.map(({ tally }) => tally?.base?.done);
}

async function opens(): Promise<(string | undefined)[]> {
  return (await database.titles.orderBy('npCommunicationId').toArray()).map(({ open }) => open);
}

/** A library as an earlier build has left it. */
async function leaveSets(count: number): Promise<TrophySet[]> {
  const sets = Array.from({ length: count }, (_, n) => aSet(n + 1));
  await database.trophySets.bulkPut(sets.map(packed));
  const titles = sets.map((set) => {
    const tally = tallyOf(set, null, true);
    delete tally?.base;
    const { npCommunicationId, trophies } = set;
    const defined = { ...noTrophies(), bronze: trophies.length };
    return aLibraryTitle({ npCommunicationId, defined, tally });
  });
  await database.titles.bulkPut(titles);
  await database.overview.put({
    ...EMPTY_OVERVIEW,
    earningsFilledTo: '',
    openFilledTo: '',
    baseFilledTo: '',
  });
  return sets;
}

function writesUntil(signal: AbortSignal): Writes {
  return new Writes(database, () => NOW, signal);
}

const never = new AbortController().signal;

function byId(rows: readonly SetEarnings[]): SetEarnings[] {
  return [...rows].sort((one, other) => (one.npCommunicationId < other.npCommunicationId ? -1 : 1));
}

describe('sets of an earlier build', () => {
  test('get what was earned of them, once', async () => {
    const sets = await leaveSets(230);
    await fillSets(writesUntil(never));

    expect(await database.earnings.toArray()).toStrictEqual(
      sets.map((set) => earningsOf(set, NOW, true)),
    );
    expect(await opens()).toStrictEqual(sets.map(packedOpen));
    expect(await bases()).toStrictEqual(sets.map((set) => tallyOf(set, null, true)?.base?.done));
    expect(await database.overview.get('library')).toMatchObject({
      ...{ earningsFilledTo: null, openFilledTo: null, baseFilledTo: null },
    });

    await database.earnings.clear();
    await fillSets(writesUntil(never));
    expect(await database.earnings.count()).toBe(0);
  });

  test('are gone on with by the next worker where one is killed between any two of its writes', async () => {
    const sets = await leaveSets(230);
    for (let kill = 1; kill <= 5; kill += 1) {
      const killing = new AbortController();
      const writes = writesUntil(killing.signal);
      const transaction = writes.transaction.bind(writes);
      writes.transaction = async (...of) => {
        await transaction(...of);
        killing.abort();
      };
      await expect(fillSets(writes)).rejects.toThrow();
      expect(await database.earnings.count()).toBe(Math.min(230, 100 * kill));
      const known = (await opens()).filter((open) => open !== undefined);
      expect(known).toHaveLength(100 * Math.max(0, kill - 3));
    }
    await fillSets(writesUntil(never));
    expect(await database.earnings.toArray()).toStrictEqual(
      sets.map((set) => earningsOf(set, NOW, true)),
    );
    expect(await opens()).toStrictEqual(sets.map(packedOpen));
  });

  test('are in what pages read before that', async () => {
    const sets = await leaveSets(3);
    const read = await new EarningsReading(database, () => NOW).all();
    expect(byId(read)).toStrictEqual(sets.map((set) => earningsOf(set, NOW, false)));
  });

  test('are filled in by whoever syncs', async () => {
    const scene = new SyncScene();
    for (const n of [1, 2]) scene.addTitle({ n, daysAgo: n });
    await scene.syncByHand();
    const before = await scene.database.earnings.toArray();
    expect(before).toHaveLength(2);
    await scene.database.earnings.clear();
    await scene.database.overview.update('library', { earningsFilledTo: '' });

    await scene.syncByHand();

    expect(await scene.database.earnings.toArray()).toStrictEqual(before);
  });
});

test('a set without a word of what is earned has nothing in the log, not even nothing', async () => {
  await database.trophySets.put(
    packed({ npCommunicationId: setId(1), groups: [], trophies: [aTrophy({ earned: null })] }),
  );
  expect(await new EarningsReading(database, () => NOW).all()).toStrictEqual([]);
});

test('a row that cannot be read is counted from its set', async () => {
  const set = aSet(1);
  await database.trophySets.put(packed(set));
  await putRaw(database, 'earnings', { npCommunicationId: setId(1), trophies: 7 });
  const reading = new EarningsReading(database, () => NOW);

  expect(await reading.all()).toStrictEqual([earningsOf(set, NOW, false)]);
});

test('so is one among rows that are all there', async () => {
  const sets = [1, 2].map(aSet);
  await database.overview.put(EMPTY_OVERVIEW);
  await database.trophySets.bulkPut(sets.map(packed));
  await database.earnings.put(earningsOf(sets[0]!, NOW, false));
  await putRaw(database, 'earnings', { npCommunicationId: setId(2), trophies: 7 });
  const read = await new EarningsReading(database, () => NOW).all();

  expect(byId(read)).toStrictEqual(sets.map((set) => earningsOf(set, NOW, false)));
});

test('where every set has its row, no set is looked at', async () => {
  const sets = [1, 2].map(aSet);
  const rows = sets.map((set) => earningsOf(set, NOW, true));
  await database.overview.put(EMPTY_OVERVIEW);
  await database.trophySets.bulkPut(sets.map(packed));
  await database.earnings.bulkPut(rows);
  const looks = vi.spyOn(database.trophySets, 'toCollection');

  expect(await new EarningsReading(database, () => NOW).all()).toStrictEqual(rows);
  expect(looks).not.toHaveBeenCalled();
});

test('what changed is read again, and what is gone is not there any more', async () => {
  const rows = [1, 2].map((n) => earningsOf(aSet(n), NOW, true));
  await database.earnings.bulkPut(rows);
  const reading = new EarningsReading(database, () => NOW);
  await reading.all();

  const later = { ...earningsOf(aSet(1), NOW, true), baseDoneAt: 7 };
  await database.earnings.put(later);
  await database.earnings.delete(setId(2));
  expect(await reading.some([setId(1), setId(2)])).toStrictEqual([later]);
});

test('the newest trophies are found by the index, without all others', async () => {
  await database.earnings.bulkPut([1, 2, 3].map((n) => earningsOf(aSet(n), NOW, true)));
  await database.earnings.put(earningsOf({ ...aSet(4), trophies: [earnedAt(null)] }, NOW, true));
  const [newest] = await database.earnings.orderBy('lastAt').reverse().limit(1).toArray();
  expect(newest?.npCommunicationId).toBe(setId(3));
  expect(await database.earnings.orderBy('lastAt').count()).toBe(3);
});

test('an answer stores what was earned with its set; what Sony takes back is gone from both', async () => {
  const scene = new SyncScene();
  scene.addTitle({ n: 1, daysAgo: 1 });
  await scene.syncByHand();
  const [row] = await scene.database.earnings.toArray();
  const set = await scene.database.trophySets.get(scene.id(1));
  expect(set).toBeDefined();
  expect(row?.npCommunicationId).toBe(scene.id(1));
  const before = row?.trophies.length ?? 0;

  scene.earn(1, 1);
  await scene.syncByHand();
  expect((await scene.database.earnings.get(scene.id(1)))?.trophies.length).toBe(before + 6);
});
