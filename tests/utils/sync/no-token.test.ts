import { beforeEach, describe, expect, test } from 'vitest';
import type { Connection } from '@/utils/domain/connection/connection';
import type { Failure } from '@/utils/domain/failure';
import { aConnected } from '../../support/connections';
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

test('access that Sony refused is not taken by what is not to be had', async () => {
  const failure = { cause: 'access-refused', status: 401 } as const;
  let connection: Connection = aConnected({ accountId: scene.accountId, failure });
  scene.noteAccess = (change) => Promise.resolve(void (connection = change(connection)));
  scene.psn.failsOn = (asked) => ({ cause: 'sony-down', during: asked, status: 503 });
  await scene.syncByHand();
  expect(connection).toMatchObject({ failure });

  scene.psn.failsOn = () => null;
  await scene.syncByHand();
  expect(connection).toMatchObject({ failure: null });
});

describe('a sync that waits for a connection that was lost', () => {
  const MEANWHILE: readonly (readonly [string, Failure])[] = [
    ['blocked', { cause: 'token-refused', status: 400 }],
    ['blocked', { cause: 'terms-to-accept' }],
    ['paused', { cause: 'sony-down', during: 'refresh', status: 503 }],
  ];

  /** The connection does not work, and is tried for an hour before anything is done about it. */
  async function waitFor(failure: Failure): Promise<void> {
    scene.connectionWorks = () => false;
    scene.psn.failsOn = () => ({ ...failure, until: scene.now + 60 * MINUTE });
    await scene.syncByHand();
    scene.psn.asked.length = 0;
    scene.now += 10 * MINUTE;
  }

  test.each(MEANWHILE)('goes on once that is got back: %s, %o', async (state, failure) => {
    await waitFor(failure);
    expect(scene.status).toMatchObject({ state, failure: { cause: failure.cause } });
    await scene.wake();
    expect(scene.psn.asked).toStrictEqual([]);

    scene.psn.failsOn = () => null;
    scene.connectionWorks = () => true;
    await scene.wake();

    expect(scene.status).toStrictEqual({ state: 'idle' });
    expect(await scene.database.titles.count()).toBe(1);
  });

  test('asks once where that only looks so', async () => {
    await waitFor({ cause: 'token-refused' });
    scene.connectionWorks = () => true;
    for (let wakes = 0; wakes < 3; wakes++) await scene.wake();

    expect(scene.psn.asked).toHaveLength(1);
    expect(scene.alarm).toBe(scene.now + 60 * MINUTE);
  });

  test.each([
    { cause: 'too-many-requests', during: 'refresh' },
    { cause: 'sign-in-pause', during: 'code' },
  ] as const)('waits out a limit: $cause', async (failure) => {
    await waitFor(failure);
    scene.connectionWorks = () => true;
    await scene.wake();

    expect(scene.psn.asked).toStrictEqual([]);
  });
});
