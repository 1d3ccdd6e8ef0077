/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import { RESERVE } from '@/utils/domain/sync/budget';
import type { SyncGap } from '@/utils/domain/sync/sync-status';
import { aRecentLibrary, SyncScene, type SceneWorker } from '../../support/sync-scene';

const REFUSED = [1, 2, 3, 4, 5, 6, 7, 8];
const BEHIND = [9, 10];
/** Requests that a window has room for. */
const ROOM = 4;
const MOST_WINDOWS = 12;

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
  aRecentLibrary(scene, REFUSED.length + BEHIND.length);
  // Half of a window is left to who has not said yet what they want.
  scene.everyGame = true;
});

function timesAsked(kind: string, games: readonly number[]): number[] {
  return games.map(
    (n) => scene.psn.asked.filter((asked) => asked === `${kind} ${scene.id(n)}`).length,
  );
}

function openWindow(): void {
  scene.now = scene.alarm ?? scene.now;
  scene.budget = scene.psn.asked.length + RESERVE + ROOM;
}

/** Lets window after window pass until the sync has ended. */
async function syncInWindows(
  workerOf: () => SceneWorker,
  onPause?: (windows: number) => Promise<void>,
): Promise<void> {
  // The lists and the matching are before the first pause.
  scene.budget = RESERVE + 10;
  await scene.syncByHand(workerOf());
  for (let windows = 0; windows < MOST_WINDOWS && scene.status.state === 'paused'; windows++) {
    await onPause?.(windows);
    openWindow();
    await scene.wake(workerOf());
  }
}

function refuse(): void {
  const refused = REFUSED.map((n) => `definitions ${scene.id(n)}`);
  scene.psn.failsOn = (asked) => (refused.includes(asked) ? { cause: 'not-found' } : null);
}

function spoil(): void {
  for (const n of REFUSED) scene.psn.unreadTrophies.set(scene.id(n), [0]);
}

const FAULTS: [string, fault: () => void, gap: SyncGap['failure']][] = [
  ['not to be had', refuse, { cause: 'not-found' }],
  ['not to be read', spoil, { cause: 'answer-not-understood', fields: ['trophyType'] }],
];

describe.each(FAULTS)('sets that are %s, more than a window has room for', (_, fault, failure) => {
  test.each([true, false])('cost a request each; one worker: %s', async (isOne) => {
    fault();
    const one = scene.worker();
    await syncInWindows(() => (isOne ? one : scene.worker()));

    expect(scene.status.state).toBe('idle');
    expect(timesAsked('definitions', REFUSED)).toStrictEqual(REFUSED.map(() => 1));
    expect(timesAsked('earned', BEHIND)).toStrictEqual(BEHIND.map(() => 1));
    expect(scene.snapshot.gaps).toMatchObject([{ phase: 'trophies', failure }]);
    expect((await scene.lastRun())?.gaps).toMatchObject([{ phase: 'trophies', failure }]);
  });

  test('are asked for again by the next sync', async () => {
    fault();
    await syncInWindows(() => scene.worker());
    Object.assign(scene, { budget: 300 });
    scene.psn.asked.length = 0;
    await scene.syncByHand();

    expect(timesAsked('definitions', REFUSED)).toStrictEqual(REFUSED.map(() => 1));
  });

  test('are asked for once more where they are opened', async () => {
    fault();
    const [opened = 0, ...others] = REFUSED;
    const worker = scene.worker();
    await syncInWindows(
      () => worker,
      async (windows) => {
        if (windows === 1) await worker.requests.openGame(scene.id(opened));
        await worker.loop.wake();
      },
    );

    expect(scene.status.state).toBe('idle');
    expect(timesAsked('definitions', [opened])).toStrictEqual([2]);
    expect(timesAsked('definitions', others)).toStrictEqual(others.map(() => 1));
  });
});

test('what may pass is tried again after the sync, and is no gap once it is had', async () => {
  scene.psn.failsOn = (asked) =>
    asked === `definitions ${scene.id(1)}` ? { cause: 'sony-down' } : null;
  await syncInWindows(() => scene.worker());

  expect(timesAsked('definitions', [1])).toStrictEqual([1]);
  expect(scene.snapshot.triesAgainAt).toBe(scene.now + 60_000);
  Object.assign(scene, { budget: 300 });
  scene.psn.failsOn = () => null;
  await scene.wakeByAlarm();
  expect(scene.snapshot).toMatchObject({ gaps: [], triesAgainAt: null });
});
