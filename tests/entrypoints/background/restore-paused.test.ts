import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { restoreCopy, undoRestore } from '@/entrypoints/background/restore-copy';
import { exclusively } from '@/utils/browser/exclusively';
import { eraseDatabases } from '@/utils/database/erase';
import { HOUR } from '@/utils/domain/time-units';
import { publish } from '../../support/publish-status';
import { fillLibrary, saved } from '../../support/restoring';
import { aBackground, aNewScene, planned, SEEN } from '../../support/staged-copy';
import { connected } from '../../support/statuses';

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

test.each(['too-many-requests', 'sony-down', 'edge-block'] as const)(
  'a pause that Sony has asked for outlasts a copy, and its way back (%s)',
  async (cause) => {
    const scene = aNewScene();
    await fillLibrary(scene);
    const file = await saved(scene);
    const { accountId } = scene;
    const until = scene.now + HOUR;
    scene.psn.failsOn = () => ({ cause, ...(cause !== 'edge-block' && { until }) });
    const worker = scene.worker(undefined, exclusively);
    await scene.syncByHand(worker);
    scene.psn.failsOn = () => null;
    expect(scene.status).toMatchObject({ state: 'paused', failure: { cause } });
    const { alarm } = scene;
    await planned(file, scene);
    await publish({ connection: connected({ accountId }), snapshot: scene.snapshot });
    scene.psn.asked.length = 0;
    const { background } = aBackground();
    const needs = {
      ...background,
      library: worker.requests,
      sync: worker.loop,
    };
    await restoreCopy(needs, SEEN);
    await worker.loop.wake();
    await undoRestore(needs);
    await worker.loop.wake();
    expect(scene.psn.asked).toEqual([]);
    expect(scene.alarm).toBe(alarm);

    await scene.wakeByAlarm();
    expect(scene.psn.asked).toContain('titles 0');
    expect(scene.status).toEqual({ state: 'idle' });
  },
);
