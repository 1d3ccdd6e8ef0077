import { beforeEach, describe, expect, test } from 'vitest';
import { DAMAGED, UNREADABLE } from '@/utils/domain/connection/unreadable-record';
import { ConnectionScene, NEW_SESSION } from '../../support/connection-scene';

let scene: ConnectionScene;

beforeEach(() => {
  scene = new ConnectionScene();
});

describe('with somebody signed in', () => {
  test('goes through every step and ends connected, with the clocks of Sony', async () => {
    await scene.ask('connect');

    expect(
      scene.record.history.map((state) => ('step' in state ? state.step : state.phase)),
    ).toStrictEqual(['session', 'code', 'tokens', 'profile', 'connected']);
    expect(scene.record.current).toStrictEqual({
      phase: 'connected',
      accountId: scene.sony.accountId,
      tokenLife: {
        grant: 864_000_000 - scene.now,
        refreshTokenEndsAt: 864_000_000,
        provedAt: scene.now,
        session: { state: 'alive', endsAt: NEW_SESSION, seenAt: scene.now, aliveAt: scene.now },
      },
      failure: null,
      recovery: null,
      renewal: null,
      refused: null,
    });
    expect([...scene.vault.stored.keys()]).toStrictEqual([scene.sony.accountId]);
    expect([...scene.libraries]).toStrictEqual([scene.sony.accountId]);
    expect(scene.seen).toStrictEqual(['library', 'fill']);
    expect(scene.hasAlarm).toBe(false);
  });

  test('goes on with the cookie where Sony will not show the session (429)', async () => {
    scene.sony.session = { state: 'unknown' };

    await scene.ask('connect');

    expect(scene.record.current).toMatchObject({
      phase: 'connected',
      tokenLife: { session: { state: 'alive', endsAt: null } },
    });
  });

  test('asks for a second code where the first was refused', async () => {
    scene.sony.failures = { exchange: [{ cause: 'code-refused' }] };

    await scene.ask('connect');

    expect(scene.record.current.phase).toBe('connected');
  });

  test('says so where Sony refuses every code', async () => {
    scene.sony.failures = { exchange: [{ cause: 'code-refused' }, { cause: 'code-refused' }] };

    await scene.ask('connect');

    expect(scene.record.current).toStrictEqual({
      phase: 'disconnected',
      failure: { cause: 'code-refused' },
    });
    expect(scene.hasAlarm).toBe(false);
  });

  test('says that the session is half dead where Sony names it and then refuses it', async () => {
    scene.sony.failures = { fetchCode: [{ cause: 'not-signed-in' }] };

    await scene.ask('connect');

    expect(scene.record.current).toMatchObject({ failure: { cause: 'session-half-dead' } });
  });

  test('tokens that cannot be stored are not asked for', async () => {
    scene.broken.prove = new Error('never remember history');

    await scene.ask('connect');
    for (let wakes = 0; wakes < 5; wakes++) await scene.wake();

    expect(scene.record.current).toMatchObject({ phase: 'disconnected', failure: {} });
    expect([scene.sony.looks, scene.sony.exchanges]).toStrictEqual([0, 0]);
  });
});

test.each([['not-found'], ['token-refused']] as const)(
  'a profile that Sony cannot give (%s) keeps nobody out',
  async (cause) => {
    scene.sony.failures = { player: [{ cause }] };

    await scene.ask('connect');

    expect(scene.record.current.phase).toBe('connected');
  },
);

test('a library that cannot be made leaves no token behind', async () => {
  scene.broken.create = new Error('full');

  await scene.ask('connect');

  expect(scene.record.current).toMatchObject({ phase: 'disconnected', failure: {} });
  expect(scene.vault.stored.size).toBe(0);
});

test('two who ask at the same time are connected once', async () => {
  const loop = scene.startWorker();

  await Promise.all([loop.ask('connect'), loop.ask('connect')]);
  await Promise.all([loop.carryOn('player'), loop.carryOn('player')]);

  expect(scene.sony.exchanges).toBe(1);
  expect(scene.seen.filter((what) => what === 'library')).toHaveLength(1);
});

test('a cancel that comes too late leaves a connection that works', async () => {
  const loop = scene.startWorker();
  scene.record.onWrite = ({ phase }) => {
    if (phase === 'connected') void loop.ask('cancel');
  };
  await loop.ask('connect');
  await loop.carryOn('player');
  await scene.wake();

  expect(scene.record.current.phase).toBe('connected');
  expect(scene.vault.stored.size).toBe(1);
});

test('a cancel in mid-step is not overtaken by the step', async () => {
  const loop = scene.startWorker();
  await loop.ask('connect');
  const carriedOn = loop.carryOn('player');

  await loop.ask('cancel');
  await carriedOn;
  await scene.wake();

  expect(scene.record.current).toStrictEqual({ phase: 'disconnected', failure: null });
  expect(scene.vault.stored.size).toBe(0);
});

test.each([UNREADABLE, DAMAGED])('%o is not read as nothing: its tokens stay', async (record) => {
  await scene.vault.store(await scene.sony.refresh());
  scene.record.current = record;

  await scene.wake();

  expect(scene.vault.stored.size).toBe(1);
});

describe('without access to Sony’s hosts', () => {
  beforeEach(() => {
    scene.hostsAllowed = false;
  });

  test('waits for it, and goes on when it is given, whoever wakes', async () => {
    await scene.ask('connect');
    expect(scene.record.current).toMatchObject({ phase: 'waiting-for-access', way: 'connect' });
    expect(scene.hasAlarm).toBe(true);

    scene.hostsAllowed = true;
    await scene.wake();

    expect(scene.record.current.phase).toBe('connected');
  });

  test('waits for it as long as it takes', async () => {
    await scene.askAndLeave('connect');
    expect(scene.record.current.phase).toBe('waiting-for-access');

    scene.hostsAllowed = true;
    await scene.wake();

    expect(scene.record.current.phase).toBe('connected');
  });
});
