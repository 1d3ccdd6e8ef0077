/** @module-tag slow */

import { beforeEach, expect, test } from 'vitest';
import { BUDGET, RESERVE } from '@/utils/domain/sync/budget';
import { SyncScene, type SceneWorker } from '../../support/sync-scene';

const HALF = BUDGET.requests / 2;
const GAMES = 180;

let scene: SyncScene;
let worker: SceneWorker;

/** Games of the last months, the first of them played last. */
function fill(library: SyncScene): void {
  for (let n = GAMES; n >= 1; n--) library.addTitle({ n, daysAgo: Math.ceil(n / 3) });
}

/** A first sync of more games than half a window has room for, all of them picked for a start. */
beforeEach(async () => {
  scene = new SyncScene();
  fill(scene);
  worker = scene.worker();
  await scene.syncByHand(worker);
});

function waits(): void {
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'own-pause' } });
}

test('while the player has picked nothing a sync asks for half of what a window has room for', () => {
  waits();
  expect(scene.psn.asked).toHaveLength(HALF);
});

test('it reckons with half of each window that is to come', () => {
  const all = 24 + GAMES / 5 + 2 * (GAMES - 10);
  const left = all - HALF;
  const endsAt = scene.now + 30 * 60_000 + (left - HALF) * 190;
  expect(scene.status).toMatchObject({ requestsLeft: left, endsAt });
});

test('what they pick then is asked for at once, and is there before the next window', async () => {
  const picks = [GAMES, GAMES - 1].map((n) => [scene.id(n), 'picked'] as const);
  await worker.requests.chooseGames(new Map(picks));
  await worker.loop.wake();

  waits();
  expect(scene.psn.asked).toHaveLength(BUDGET.requests - RESERVE);
});

test('so is all of it where they want every game', async () => {
  scene.everyGame = true;
  await worker.requests.followEveryGame();
  await worker.loop.wake();

  waits();
  expect(scene.psn.asked).toHaveLength(BUDGET.requests - RESERVE);
});

test('so is a game whose page they open, and nothing besides', async () => {
  await worker.requests.openGame(scene.id(GAMES));
  await worker.loop.wake();

  waits();
  expect(scene.psn.asked.slice(HALF)).toStrictEqual([
    `definitions ${scene.id(GAMES)}`,
    `earned ${scene.id(GAMES)}`,
  ]);
});

test('where somebody else spends half of Sony’s limit it is a quarter', async () => {
  const other = new SyncScene();
  fill(other);
  Object.assign(other, { budget: HALF, aWindow: HALF });
  await other.syncByHand();

  expect(other.psn.asked).toHaveLength(HALF / 2);
});
