import { beforeEach, expect, test } from 'vitest';
import type { Failure } from '@/utils/domain/failure';
import { SyncScene } from '../../support/sync-scene';
import { aPlayedGame, aTitle } from '../../support/titles';

const MINUTE = 60_000;
let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
  scene.psn.titleRows = [aTitle()];
  scene.psn.playedRows = [aPlayedGame({ category: 'ps4_media_app' })];
});

test.each([
  ['an error', { cause: 'sony-down', status: 503 }],
  ['a silence', { cause: 'no-answer' }],
  ['a page', { cause: 'answer-not-understood', status: 200 }],
  ['a refusal', { cause: 'token-refused', status: 400 }],
] as const)(
  'where the token endpoint has answered with %s, nothing is tried without a token',
  async (_, said) => {
    const until = scene.now + 2 * MINUTE;
    const failure: Failure = { ...said, during: 'refresh', until };
    scene.psn.failsOn = () => failure;
    await scene.syncByHand();

    expect(scene.psn.asked).toHaveLength(1);
    expect(scene.status).toMatchObject({ phase: 'titles', failure });
    expect(scene.alarm).toBe(until);
    expect((await scene.database.overview.get('library'))?.lists.titles.size).toBeUndefined();

    scene.psn.failsOn = () => null;
    await scene.wakeByAlarm();
    expect(scene.status).toStrictEqual({ state: 'idle' });
    expect(await scene.database.titles.count()).toBe(1);
  },
);

test('of a set that was asked for without a token it is not noted that Sony lacks it', async () => {
  scene.psn.failsOn = (asked) =>
    asked.startsWith('titles') || asked.startsWith('played')
      ? null
      : { cause: 'sony-down', during: 'refresh', status: 503 };
  await scene.syncByHand();

  expect(scene.status).toMatchObject({ state: 'paused', failure: { during: 'refresh' } });
  expect(await scene.database.unreadRows.count()).toBe(0);
});
