import { expect, test } from 'vitest';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import { earnedKey } from '@/utils/domain/sync/answer-keys';
import { unpacked } from '@/utils/database/packed-set';
import { restored, saved } from '../../support/restoring';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

const DAY = 86_400_000;

/** A game that was fetched once, with one trophy; and a library of another computer whose list says two since. */
async function twoCopies(accountId: string) {
  const scene = new SyncScene(accountId);
  aRecentLibrary(scene, 12);
  scene.psn.pageSize = 4;
  scene.earn(9, 0);
  await scene.syncByHand();
  await scene.worker().requests.chooseGames(new Map([[scene.id(9), 'picked']]));
  await scene.syncByHand();
  const fetched = await saved(scene);
  scene.earn(9, 1);
  scene.now += DAY;
  // So many have been played since that no first page has it.
  for (const n of [1, 2, 3, 4, 5, 6]) scene.earn(n, 1);
  await scene.syncByHand();
  const { titles, trophySets, earnings } = scene.database;
  await trophySets.delete(scene.id(9));
  await earnings.delete(scene.id(9));
  await titles.update(scene.id(9), { fetched: NOTHING_FETCHED, tally: null });
  await titles
    .where('npCommunicationId')
    .equals(scene.id(9))
    .modify((row) => delete row.open);
  return { scene, fetched, listed: await saved(scene) };
}

test.each([
  ['7600001', 'a copy with a game fetched before into a library with a newer list'],
  ['7600002', 'a copy with a newer list into a library with a game fetched before'],
])('in account %s, %s: its counts stay, and the next sync fetches the game', async (accountId) => {
  const { scene, fetched, listed } = await twoCopies(accountId);
  const [here, copied] = accountId === '7600001' ? [listed, fetched] : [fetched, listed];
  await restored(here, { now: scene.now });
  await restored(copied, { way: 'merge', now: scene.now });
  const earnedOf = async () => {
    const set = await scene.database.trophySets.get(scene.id(9));
    return unpacked(set!)?.trophies.filter(({ earned }) => earned).length;
  };
  const merged = (await scene.title(9))!;
  expect([merged.earned.bronze, await earnedOf()]).toEqual([2, 1]);
  expect(merged.fetched.earned).not.toBeNull();
  expect(merged.fetched.earned).not.toBe(earnedKey(merged));

  const asked = scene.psn.asked.length;
  await scene.syncByHand();
  const pages = scene.psn.asked.slice(asked).filter((each) => each.startsWith('titles '));
  expect(pages).toEqual(['titles 0']);
  const after = (await scene.title(9))!;
  expect([after.earned.bronze, await earnedOf()]).toEqual([2, 2]);
  expect(after.fetched.earned).toBe(earnedKey(after));
});
