import { beforeEach, expect, test } from 'vitest';
import type { Title } from '@/utils/domain/library/title';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

const DAY = 86_400_000;

let scene: SyncScene;

beforeEach(async () => {
  scene = new SyncScene();
  aRecentLibrary(scene, 2);
  say(1, { defined: bronze(4), earned: bronze(4), progress: 100 });
  say(2, { defined: bronze(4), earned: bronze(3), progress: 75 });
  await scene.syncByHand();
  scene.now += DAY;
});

const bronze = (count: number) => ({ bronze: count, silver: 0, gold: 0, platinum: 0 });

/** Sony's list says something else of a game from now on. */
function say(n: number, said: Partial<Title>): void {
  scene.psn.titleRows = scene.psn.titleRows.map((title) =>
    title.npCommunicationId === scene.id(n) ? { ...title, ...said } : title,
  );
}

const revisedAt = async (n: number): Promise<number | undefined> =>
  (await scene.database.titles.get(scene.id(n)))?.revisedAt;

test('a set that becomes another one after its base game was done has the day of it', async () => {
  for (const n of [1, 2]) say(n, { defined: bronze(6), progress: 50, trophySetVersion: '01.01' });
  await scene.syncByHand();
  const seenAt = scene.now;
  expect(await revisedAt(1)).toBe(seenAt);
  expect(await revisedAt(2)).toBeUndefined();

  scene.now += DAY;
  say(1, { earned: bronze(5), progress: 83 });
  await scene.syncByHand();
  expect(await revisedAt(1)).toBe(seenAt);
});

test('another name, or more trophies of the player, is no revision', async () => {
  say(1, { name: 'Game One' });
  say(2, { earned: bronze(4), progress: 100 });
  await scene.syncByHand();
  expect(await revisedAt(1)).toBeUndefined();
  expect(await revisedAt(2)).toBeUndefined();
});
