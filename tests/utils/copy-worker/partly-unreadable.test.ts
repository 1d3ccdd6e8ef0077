import { expect, test } from 'vitest';
import { packed, unpacked } from '@/utils/database/packed-set';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import { putRaw } from '../../support/raw-rows';
import { fillLibrary, restored, saved } from '../../support/restoring';
import { SyncScene } from '../../support/sync-scene';

const NOW = 1_750_000_000_000;

/** All of a game is earned; here one of its trophies cannot be read, and the copy knows one more rate of another. */
async function aLibraryThatLacksOne(accountId: string, fetchedLater: 'here' | 'in the copy') {
  const scene = new SyncScene(accountId);
  await fillLibrary(scene);
  const { titles, trophySets } = scene.database;
  const id = scene.id(1);
  const { fetched } = (await titles.get(id))!;
  const fetch = (at: number) => titles.update(id, { fetched: { ...fetched, at } });
  const set = unpacked((await trophySets.get(id))!);
  const earned = set.trophies.map((each) => ({
    ...each,
    groupId: 'default',
    earned: true,
    earnedAt: NOW - 60_000,
  }));
  const whole = packed({ ...set, trophies: earned });
  const more = earned.map((each, at) =>
    at === 0 ? { ...each, rates: [{ day: 1, rate: 5 }] } : each,
  );

  await fetch(fetchedLater === 'here' ? 5 : 7);
  await trophySets.put(packed({ ...set, trophies: more }));
  const file = await saved(scene);
  await fetch(6);
  const trophies = [...whole.trophies.slice(0, -1), 'of a later build'];
  await putRaw(scene.database, 'trophySets', { ...whole, trophies });
  const count = earned.length;
  const after = async () => ({
    title: (await titles.get(id))!,
    trophies: unpacked((await trophySets.get(id))!).trophies,
    earnings: await scene.database.earnings.get(id),
  });
  return { scene, file, count, after };
}

test('a set of which a trophy could not be read is fetched again after a merge', async () => {
  const { file, count, after } = await aLibraryThatLacksOne('7500001', 'here');
  await restored(file, { way: 'merge', now: NOW });
  const { title, trophies, earnings } = await after();
  expect(trophies).toHaveLength(count - 1);
  expect(title.fetched).toEqual(NOTHING_FETCHED);
  // Of what is not all of them nothing is said that is about all.
  expect(earnings).toMatchObject({ baseDoneAt: null });
});

test('one that the copy has whole, and later, is there', async () => {
  const { file, count, after } = await aLibraryThatLacksOne('7500002', 'in the copy');
  await restored(file, { way: 'merge', now: NOW });
  const { title, trophies, earnings } = await after();
  expect(trophies).toHaveLength(count);
  expect(title.fetched).toMatchObject({ at: 7 });
  expect(earnings?.baseDoneAt).not.toBeNull();
});

test('of a row that comes as it is, what was earned is not said to be all either', async () => {
  const { scene, after } = await aLibraryThatLacksOne('7500003', 'here');
  const file = await saved(scene);
  await scene.database.earnings.clear();
  await scene.database.trophySets.clear();
  await restored(file, { way: 'replace', now: NOW });
  expect((await after()).earnings).toMatchObject({ baseDoneAt: null });
});
