import { beforeEach, describe, expect, test } from 'vitest';
import { packed, unpacked } from '@/utils/database/packed-set';
import { eraseDatabases } from '@/utils/database/erase';
import { contentOf, fillLibrary, restored, saved, takenBack } from '../../support/restoring';
import { aNewScene } from '../../support/staged-copy';
import type { SyncScene } from '../../support/sync-scene';

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** So many days later the first game has been played for so long, and the list is read. */
async function playLater(scene: SyncScene, days: number, playSeconds: number): Promise<void> {
  scene.now += days * DAY;
  scene.psn.playedRows = scene.psn.playedRows.map((game, index) =>
    index === 0 ? { ...game, lastPlayedAt: scene.now, playSeconds, playCount: 13 } : game,
  );
  await scene.syncByHand();
}

async function aLibrary(): Promise<SyncScene> {
  const scene = aNewScene();
  await fillLibrary(scene);
  return scene;
}

beforeEach(eraseDatabases);

describe('a copy that is restored', () => {
  test('is taken back but for what the player has made since, which stands with its game too', async () => {
    const scene = await aLibrary();
    const { requests } = scene.worker();
    const of = { npCommunicationId: scene.id(2), trophyId: 0 };
    await requests.annotateTrophy({ ...of, note: 'In the copy' });
    const file = await saved(scene);
    await requests.annotateTrophy({ ...of, note: 'Here' });
    await scene.database.titles.delete(scene.id(1));
    await scene.database.titles.update(scene.id(3), { name: 'Of before' });
    await restored(file, { now: scene.now });
    await requests.annotateTrophy({ ...of, note: 'Written since' });
    await requests.markGame(scene.id(3), { status: 'done' });
    await takenBack(scene.database);
    const note = await scene.database.playerItems.get(['note', scene.id(2), 0]);
    expect(note?.value).toBe('Written since');
    expect(await scene.title(3)).toMatchObject({ name: 'Of before', status: 'done' });
  });

  test.each([false, true])(
    'is taken back with who picks: what the player has picked since stays theirs (%s)',
    async (picks) => {
      const scene = await aLibrary();
      const { database } = scene;
      const file = await saved(scene);
      await database.playerItems.delete(['choice', scene.id(1), -1]);
      await database.overview.update('library', { hasPicks: false, hasChosen: false });
      const before = await contentOf(database);
      await restored(file, { now: scene.now });
      expect(await database.overview.get('library')).toMatchObject({ hasChosen: true });
      const { requests } = scene.worker();
      if (picks) await requests.chooseGames(new Map([[scene.id(2), 'never']]));
      await takenBack(database);
      const chosen = { hasPicks: picks, hasChosen: picks };
      expect(await database.overview.get('library')).toMatchObject(chosen);
      expect((await scene.title(2))?.choice === 'never').toBe(picks);
      if (!picks) expect(await contentOf(database)).toEqual(before);
    },
  );

  test('is taken back with each day that was played before, and what was read since', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    await playLater(scene, 2, 4_000);
    const games = await scene.database.playDays.toArray();
    expect(games.flatMap(({ days }) => days)).toHaveLength(4);
    await restored(file, { now: scene.now });
    await playLater(scene, 1, 5_000);
    await takenBack(scene.database);
    const [first, ...others] = await scene.database.playDays.toArray();
    expect(first?.days).toEqual([...games[0]!.days, [1_003, 5_000, 13]]);
    expect(others).toEqual(games.slice(1));
    const [month] = await scene.database.playedListDays.toArray();
    expect(month?.days).toEqual([1_000, 1_002, 1_003]);
  });

  test('is taken back with both totals of the day on which hours began', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    const [first] = await scene.database.playDays.toArray();
    const days = [
      [1_000, 3_000, 12],
      [1_000, 3_600, 12],
    ] as [number, number, number][];
    await scene.database.playDays.put({ ...first!, days });
    await restored(file, { now: scene.now });
    await playLater(scene, 1, 5_000);
    await takenBack(scene.database);
    const after = await scene.database.playDays.get([first!.npTitleId, first!.month]);
    expect(after?.days).toEqual([...days, [1_001, 5_000, 13]]);
  });

  test('is taken back with the total that a day began with, where that day has another since', async () => {
    const scene = await aLibrary();
    const { playDays } = scene.database;
    const [before] = await playDays.toArray();
    await playDays.put({ ...before!, days: [[999, 3_000, 11], ...before!.days] });
    const file = await saved(scene);
    await playDays.put(before!);
    await restored(file, { now: scene.now });
    await playLater(scene, 0, 5_000);
    await takenBack(scene.database);
    const after = await playDays.get([before!.npTitleId, before!.month]);
    expect(after?.days).toEqual([...before!.days, [1_000, 5_000, 13]]);
  });

  test('is taken back with the title of a set that it knew more rates of: a sync asks for both again', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    const { trophySets, earnings } = scene.database;
    const row = (await trophySets.get(scene.id(1)))!;
    const set = unpacked(row);
    const rates = set.trophies.map((trophy) => ({ ...trophy, rates: [] }));
    await trophySets.put(packed({ ...set, trophies: rates }));
    await restored(file, { now: scene.now });
    scene.now += HOUR;
    scene.earn(1, 1);
    await scene.syncByHand();
    const here = async () => ({
      earned: unpacked((await trophySets.get(scene.id(1)))!).trophies.filter((each) => each.earned)
        .length,
      logged: (await earnings.get(scene.id(1)))!.trophies.length,
    });
    const after = await here();
    await takenBack(scene.database);
    expect((await here()).earned).toBe(after.earned - 1);
    scene.now += HOUR;
    await scene.syncByHand();
    expect(await here()).toEqual(after);
  });

  test('is taken back without a second word of what a sync has seen once more since', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    scene.now += HOUR;
    scene.earn(1, 1);
    await scene.syncByHand();
    const before = await scene.database.trophyEvents.toArray();
    const told = before.filter(({ npCommunicationId }) => npCommunicationId === scene.id(1));
    expect(told.length).toBeGreaterThan(0);
    await restored(file, { now: scene.now });
    scene.now += HOUR;
    await scene.syncByHand();
    expect(await scene.database.trophyEvents.toArray()).not.toEqual(before);
    await takenBack(scene.database);
    expect(await scene.database.trophyEvents.toArray()).toEqual(before);
  });

  test('is taken back with no trophy in a report that the next sync tells once more', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    await scene.database.titles.update(scene.id(1), { name: 'Of before' });
    await restored(file, { now: scene.now });
    scene.now += HOUR;
    for (const n of [1, 3]) scene.earn(n, 1);
    await scene.syncByHand();
    const reported = async (): Promise<string[]> =>
      (await scene.lastRun())!.earnedIn.map(({ npCommunicationId }) => npCommunicationId).sort();
    expect(await reported()).toEqual([scene.id(1), scene.id(3)]);
    await takenBack(scene.database);
    expect(await reported()).toEqual([scene.id(3)]);
    scene.now += HOUR;
    await scene.syncByHand();
    expect(await reported()).toEqual([scene.id(1)]);
  });

  test('is taken back with what a sync has seen since of a game that the copy did not change', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    await scene.database.titles.update(scene.id(3), { name: 'Of before' });
    await restored(file, { now: scene.now });
    scene.now += HOUR;
    scene.earn(1, 1);
    await scene.syncByHand();
    const events = await scene.database.trophyEvents.toArray();
    expect(events.length).toBeGreaterThan(0);
    await takenBack(scene.database);
    expect(await scene.database.trophyEvents.toArray()).toEqual(events);
  });

  test.each([
    ['note', ['name', 'trophy', 'lost-hundred', 'late']],
    ['row', ['trophy', 'late']],
    ['row and trophies', []],
  ])(
    'is taken back with what no sync tells once more where it has changed no more than the %s of a game',
    async (changed, stays) => {
      const scene = await aLibrary();
      const { titles, trophySets, setVersions, trophyEvents } = scene.database;
      const file = await saved(scene);
      const npCommunicationId = scene.id(1);
      const of = { npCommunicationId, trophyId: 0 };
      if (changed === 'note') await scene.worker().requests.annotateTrophy({ ...of, note: 'Here' });
      else await titles.update(npCommunicationId, { name: 'Of before' });
      if (changed === 'row and trophies') await trophySets.delete(npCommunicationId);
      await restored(file, { now: scene.now });
      const [seenAt, language] = [scene.now + HOUR, 'en'];
      const change = { trophyId: 0, kind: 'removed' } as never;
      await setVersions.bulkAdd([
        { npCommunicationId, seenAt, language, title: { name: ['A', 'B'] }, trophies: [] },
        { npCommunicationId, seenAt: seenAt + 1, language, title: {}, trophies: [change] },
      ]);
      const event = { npCommunicationId, earnedAt: null, trophies: 1, seenAt };
      await trophyEvents.bulkAdd([
        { ...event, n: 0, kind: 'lost-hundred', trophyId: null },
        { ...event, n: 1, kind: 'late', trophyId: 0 },
      ]);
      await takenBack(scene.database);
      const versions = await setVersions.where('seenAt').aboveOrEqual(seenAt).toArray();
      const events = (await trophyEvents.toArray()).filter((each) => each.seenAt === seenAt);
      expect([
        ...versions.map(({ trophies }) => (trophies.length > 0 ? 'trophy' : 'name')),
        ...events.map(({ kind }) => kind),
      ]).toEqual(stays);
    },
  );

  test('is taken back without a look at games that it has left alone', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    await scene.database.titles.update(scene.id(1), { name: 'Of before' });
    await restored(file, { now: scene.now });
    // What no item says would be put right by whoever looked.
    await scene.database.titles.update(scene.id(2), { status: 'done' });
    await takenBack(scene.database);
    expect(await scene.title(2)).toMatchObject({ status: 'done' });
    expect(await scene.title(1)).toMatchObject({ name: 'Of before' });
  });

  test('is taken back to no overview of its own where there was none, and the player has picked since', async () => {
    const scene = await aLibrary();
    const file = await saved(scene);
    await scene.database.delete();
    await restored(file, { now: scene.now });
    await scene.database.open();
    await scene.worker().requests.chooseGames(new Map([[scene.id(2), 'never']]));
    await takenBack(scene.database);
    const overview = await scene.database.overview.get('library');
    expect(overview).toMatchObject({ hasPicks: true, hasChosen: true, player: null });
  });
});

test('games of two libraries that are merged have the time that either knows', async () => {
  const scene = await aLibrary();
  const id = scene.psn.playedRows[0]!.npTitleId;
  await scene.database.playedGames.update(id, { playSeconds: 9_000, lastPlayedAt: scene.now });
  const [set] = (await scene.database.playedGames.get(id))!.npCommunicationIds;
  const before = (await scene.database.titles.get(set!))!;
  const file = await saved(scene);
  await scene.database.playedGames.update(id, { playSeconds: 3_600, lastPlayedAt: 1 });
  await restored(file, { way: 'merge', now: scene.now });
  expect((await scene.database.playedGames.get(id))?.playSeconds).toBe(9_000);
  expect((await scene.database.titles.get(set!))?.playSeconds).toBe(9_000);
  await takenBack(scene.database);
  expect(await scene.database.titles.get(set!)).toMatchObject({ playSeconds: 3_600 });
  expect(before.playSeconds).toBe(3_600);
});
