import { beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '@/utils/domain/secret';
import { aConnected } from '../../support/connections';
import { ConnectingScene, FRESH } from '../../support/connecting-scene';
import { MortalWorker } from '../../support/mortal-worker';

let scene: ConnectingScene;

beforeEach(() => {
  scene = new ConnectingScene();
});

describe('with somebody signed in', () => {
  test('goes through every step and ends connected, with the clocks of Sony', async () => {
    await scene.startWorker().connect();

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
        session: { state: 'alive', endsAt: FRESH, seenAt: scene.now },
      },
      failure: null,
    });
    expect(scene.vault.kept?.accountId).toBe(scene.sony.accountId);
    expect(scene.seen).toStrictEqual(['waking', 'player', 'asleep', 'library', 'fill']);
  });

  test('goes on with the cookie where Sony will not show the session (429)', async () => {
    scene.sony.session = { state: 'unknown' };

    await scene.startWorker().connect();

    expect(scene.record.current).toMatchObject({
      phase: 'connected',
      tokenLife: { session: { state: 'alive', endsAt: null } },
    });
  });

  test('asks for a second code where the first was refused', async () => {
    scene.sony.failures = { exchange: [{ cause: 'code-refused' }] };

    await scene.startWorker().connect();

    expect(scene.record.current.phase).toBe('connected');
  });

  test('says so where Sony refuses every code', async () => {
    scene.sony.failures = { exchange: [{ cause: 'code-refused' }, { cause: 'code-refused' }] };

    await scene.startWorker().connect();

    expect(scene.record.current).toStrictEqual({
      phase: 'disconnected',
      failure: { cause: 'code-refused' },
    });
    expect(scene.seen.at(-1)).toBe('asleep');
  });

  test('says that the session is half dead where Sony names it and then refuses it', async () => {
    scene.sony.failures = { fetchCode: [{ cause: 'not-signed-in' }] };

    await scene.startWorker().connect();

    expect(scene.record.current).toMatchObject({ failure: { cause: 'session-half-dead' } });
  });

  test('is connected after the worker was killed between any two steps', async () => {
    const whole = new MortalWorker(Infinity);
    await scene.startWorker(whole).connect();
    expect(whole.calls).toBeGreaterThan(10);

    for (let lives = 2; lives < whole.calls; lives++) {
      scene = new ConnectingScene();
      const worker = new MortalWorker(lives);
      const end = await Promise.race([scene.startWorker(worker).connect(), worker.death]);
      expect(end, `killed after ${String(lives)} calls`).toBe('died');

      // Nothing was written before the first step: then the page, still open, asks once more.
      const reborn = scene.startWorker();
      if (scene.record.current.phase === 'disconnected') await reborn.connect();
      else await reborn.resume();

      expect(scene.record.current.phase, `killed after ${String(lives)} calls`).toBe('connected');
      expect(scene.vault.kept, `killed after ${String(lives)} calls`).not.toBeNull();
    }
  });
});

test('a profile that Sony cannot give keeps nobody out', async () => {
  scene.sony.failures = { player: [{ cause: 'not-found' }] };

  await scene.startWorker().connect();

  expect(scene.record.current.phase).toBe('connected');
});

test('an attempt that fails leaves no token behind', async () => {
  scene.sony.failures = { player: [{ cause: 'token-refused' }] };

  await scene.startWorker().connect();

  expect(scene.record.current).toMatchObject({ failure: { cause: 'token-refused' } });
  expect(scene.vault.kept).toBeNull();
});

test('two who ask at the same time are connected once', async () => {
  const connecting = scene.startWorker();

  await Promise.all([connecting.connect(), connecting.connect()]);

  expect(scene.sony.exchanges).toBe(1);
  expect(scene.seen.filter((what) => what === 'library')).toHaveLength(1);
});

test('a cancel that comes too late leaves a connection that works', async () => {
  const connecting = scene.startWorker();
  scene.record.onWrite = (connection) => {
    if (connection.phase === 'connected') void connecting.cancel();
  };
  await connecting.connect();
  await connecting.resume();

  expect(scene.record.current.phase === 'connected').toBe(scene.vault.kept !== null);
});

test('a cancel in mid-step is not overtaken by the step', async () => {
  const connecting = scene.startWorker();
  const connected = connecting.connect();

  await connecting.cancel();
  await connected;

  expect(scene.record.current).toStrictEqual({ phase: 'disconnected', failure: null });
  expect(scene.vault.kept).toBeNull();
});

describe('with a pasted NPSSO', () => {
  test('connects its account, whoever is signed in here', async () => {
    scene.sony.session = { state: 'signed-out' };

    await scene.startWorker().connectPasted(new Secret(scene.sony.npsso));

    expect(scene.record.current).toMatchObject({
      phase: 'connected',
      tokenLife: { session: { state: 'unknown', endsAt: null } },
    });
    expect(scene.sony.looks).toBe(0);
  });

  test('says so where Sony does not accept it', async () => {
    await scene.startWorker().connectPasted(new Secret('x'.repeat(64)));

    expect(scene.record.current).toMatchObject({ failure: { cause: 'npsso-refused' } });
  });

  test('after the worker died it has to be pasted again: it was kept nowhere', async () => {
    scene.record.current = { phase: 'connecting', step: 'code', source: 'pasted' };

    await scene.startWorker().resume();

    expect(scene.record.current).toMatchObject({ failure: { cause: 'paste-interrupted' } });
    expect(scene.sony.exchanges).toBe(0);
  });
});

describe('while connected', () => {
  const former = aConnected({ failure: { cause: 'token-refused' } });

  test.each([
    ['offline', () => scene.startWorker().connect()],
    ['offline', () => scene.startWorker().connectPasted(new Secret(scene.sony.npsso))],
  ])(
    'an attempt that fails (%s) leaves what there was, and tells who asked',
    async (_, attempt) => {
      scene.record.current = former;
      await scene.vault.keepTokens(await scene.sony.refresh());
      scene.sony.failures = { look: [{ cause: 'offline' }], fetchCode: [{ cause: 'offline' }] };

      await expect(attempt()).rejects.toThrow('offline');

      expect(scene.record.current).toStrictEqual(former);
      expect(scene.vault.kept).not.toBeNull();
    },
  );

  test('connecting again does not take somebody else’s account', async () => {
    scene.record.current = former;
    scene.sony.accountId = '1111111111111111111';

    await expect(scene.startWorker().connect()).rejects.toThrow('other-account');

    expect(scene.record.current).toStrictEqual(former);
    expect(scene.vault.kept).toBeNull();
  });

  test('a pasted NPSSO is a choice: its account takes the place', async () => {
    scene.record.current = former;
    scene.sony.accountId = '1111111111111111111';

    await scene.startWorker().connectPasted(new Secret(scene.sony.npsso));

    expect(scene.record.current).toMatchObject({
      phase: 'connected',
      accountId: '1111111111111111111',
    });
  });
});
