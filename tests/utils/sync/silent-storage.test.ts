/** @module-tag slow */

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storable } from '@/utils/database/storage-failure';
import { FailureError } from '@/utils/domain/failure';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

const MINUTE = 60_000;

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
  aRecentLibrary(scene, 2);
});

afterEach(() => vi.useRealTimers());

/** From now on a write of this kind is stored, and its answer comes later than anybody waits for it; so often. */
function answersLate(method: string, times: number): void {
  let left = times;
  scene.afterStore = (stored) => {
    if (stored === method && left-- > 0) throw new FailureError({ cause: 'storage-silent' });
  };
}

/** What was asked of Sony in an undisturbed sync. */
async function undisturbed(): Promise<string[]> {
  const other = new SyncScene();
  aRecentLibrary(other, 2);
  await other.syncByHand();
  return other.psn.asked.map((asked) => asked.replaceAll(/NPWR\w+/g, 'a set'));
}

test('storage that answers after 20 seconds is silent for 15, and its answer is there all the same', async () => {
  vi.useFakeTimers();
  let isStored = false;
  const write = new Promise<void>((resolve) => {
    setTimeout(() => {
      isStored = true;
      resolve();
    }, 20_000);
  });
  const outcome = storable(write).catch((thrown: unknown) => String(thrown));
  await vi.advanceTimersByTimeAsync(19_000);
  expect(await outcome).toMatch('storage-silent');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(isStored).toBe(true);
});

test.each(['storeTitles', 'storeDefinitions', 'storeEarned', 'storePlayedGames', 'storeSummary'])(
  'a sync goes on by itself where %s was stored late, and asks Sony for nothing twice',
  async (method) => {
    answersLate(method, 1);
    await scene.syncByHand();

    expect(scene.status).toStrictEqual({ state: 'idle' });
    expect(await scene.lastRun()).toMatchObject({ outcome: 'complete' });
    const asked = scene.psn.asked.map((each) => each.replaceAll(/NPWR\w+/g, 'a set'));
    expect(asked).toStrictEqual(await undisturbed());
  },
);

test('storage that is silent again and again is no lasting cause: it is looked at in a minute', async () => {
  let isSilent = true;
  scene.beforeStore = (method) => {
    if (isSilent && method !== 'storeCursor') throw new FailureError({ cause: 'storage-silent' });
  };
  await scene.syncByHand();

  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'storage-silent' } });
  expect(scene.alarm).toBe(scene.now + MINUTE);

  isSilent = false;
  await scene.wakeByAlarm();
  expect(scene.status).toStrictEqual({ state: 'idle' });
});

test('a write that never comes to an end is asked for twice, and then waited for', async () => {
  scene.beforeStore = (method) => {
    if (method === 'storeSummary') throw new FailureError({ cause: 'storage-silent' });
  };
  await scene.syncByHand();

  expect(scene.psn.asked.filter((asked) => asked === 'summary')).toHaveLength(2);
  expect(scene.status).toMatchObject({ state: 'paused', failure: { cause: 'storage-silent' } });
  expect(scene.alarm).toBe(scene.now + MINUTE);
});
