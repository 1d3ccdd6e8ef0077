import { beforeEach, describe, expect, test } from 'vitest';
import { DISCONNECTED, type Connected } from '@/utils/domain/connection/connection';
import { needOf } from '@/utils/domain/connection/need';
import { Secret } from '@/utils/domain/connection/secret';
import { isCheckDue, sinceSeen } from '@/utils/domain/connection/token-life';
import { failureWords } from '@/utils/words/failures';
import { aConnected } from '../../support/connections';
import { ConnectionScene } from '../../support/connection-scene';
import { MortalWorker } from '../../support/mortal-worker';

let scene: ConnectionScene;

beforeEach(() => {
  scene = new ConnectionScene();
  scene.pasted = new Secret(scene.sony.npsso);
});

test('connects its account, whoever is signed in here, and forgets the code', async () => {
  scene.sony.session = { state: 'signed-out' };

  await scene.ask('paste');

  expect(scene.record.current).toMatchObject({
    phase: 'connected',
    tokenLife: { session: { state: 'unknown', endsAt: null } },
  });
  expect(scene.sony.looks).toBe(0);
  expect(scene.pasted).toBeNull();
});

test('nobody has looked at a sign-in for it, so the first who can does, and none is said to be missing', async () => {
  await scene.ask('paste');

  const connection = scene.record.current as Connected;
  expect(isCheckDue(connection.tokenLife, scene.now)).toBe(true);
  expect(sinceSeen(connection.tokenLife, scene.now)).toBe(scene.now);
  const sync = { state: 'idle' } as const;
  const standing = { connection, renews: true, sync, asked: null, now: scene.now };
  expect(needOf(standing)?.state).toBe('more-time');
});

test('what was known of the sign-in of its account stays known, and of no other account', async () => {
  const former = aConnected();
  scene.record.current = former;
  await scene.ask('paste');
  expect(scene.record.current).toMatchObject({
    tokenLife: { session: former.tokenLife.session, provedAt: scene.now },
  });

  scene.record.current = { ...former, accountId: '1111111111111111111' };
  scene.pasted = new Secret(scene.sony.npsso);
  await scene.ask('paste');
  expect(scene.record.current).toMatchObject({
    accountId: scene.sony.accountId,
    tokenLife: { session: { state: 'unknown', endsAt: null } },
  });
});

test('says so where Sony does not accept it, and forgets it', async () => {
  scene.pasted = new Secret('x'.repeat(64));

  await scene.ask('paste');

  expect(scene.record.current).toMatchObject({ failure: { cause: 'npsso-refused' } });
  expect(scene.pasted).toBeNull();
});

test('where the code is gone it has to be pasted again, and what worked goes on', async () => {
  const former = aConnected();
  const id = 'attempt';
  scene.record.current = { phase: 'connecting', step: 'code', way: 'paste', id, former };
  scene.pasted = null;

  await scene.wake();

  expect(scene.record.current).toStrictEqual({
    ...former,
    refused: { cause: 'paste-interrupted' },
  });
  expect(scene.sony.exchanges).toBe(0);
});

test('is forgotten where nothing can be stored, and where access is waited for in vain', async () => {
  scene.broken.prove = new Error('never remember history');
  await scene.ask('paste');
  expect(scene.pasted).toBeNull();

  scene.pasted = new Secret(scene.sony.npsso);
  scene.hostsAllowed = false;
  scene.broken = {};
  await scene.ask('paste');
  expect(scene.record.current.phase).toBe('waiting-for-access');
  scene.now += 31 * 60_000;
  await scene.wake();
  expect(scene.pasted).toBeNull();
});

test('access is not waited for longer than the code is kept, and that it is gone is said as that', async () => {
  scene.hostsAllowed = false;
  await scene.ask('paste');
  scene.now += 8 * 60_000;
  await scene.wake();
  expect(scene.record.current.phase).toBe('waiting-for-access');

  scene.now += 2 * 60_000;
  await scene.wake();

  expect(scene.record.current).toStrictEqual({
    phase: 'disconnected',
    failure: { cause: 'paste-interrupted' },
  });
  const { title, sentence } = failureWords({ cause: 'paste-interrupted' });
  expect(`${title} ${sentence}`).toMatch(/ten minutes/);
  expect(title).not.toMatch(/interrupted/);
});

test.each(['paste', 'connect'] as const)(
  'whose tokens are stored needs no access any more (%s)',
  async (way) => {
    for (let calls = 0; ; calls++) {
      scene = new ConnectionScene();
      scene.pasted = new Secret(scene.sony.npsso);
      const dying = new MortalWorker(calls);
      const end = await Promise.race([scene.ask(way, dying), dying.death]);
      const { current } = scene.record;
      const isStored = 'step' in current && current.step === 'profile';
      if (end !== 'died') break;
      if (!isStored) continue;
      scene.hostsAllowed = false;
      for (let wakes = 0; wakes < 2; wakes++) await scene.wake();

      expect(scene.record.current, String(calls)).toMatchObject({ phase: 'connected' });
      expect(scene.sony.exchanges).toBe(1);
    }
    expect(scene.record.current.phase).toBe('connected');
  },
);

test('one that is pasted while another is checked is not forgotten with that', async () => {
  const loop = scene.startWorker();
  scene.sony.failures = { fetchCode: [{ cause: 'offline' }] };
  await loop.ask('paste');
  const second: Promise<void>[] = [];
  scene.record.onWrite = (connection) => {
    if (!('step' in connection) || connection.step !== 'code' || second.length > 0) return;
    scene.sony.npsso = 'm'.repeat(64);
    scene.pasted = new Secret(scene.sony.npsso);
    second.push(loop.ask('paste'));
  };
  await loop.carryOn('player');
  await Promise.all(second);
  await loop.carryOn('player');

  expect(scene.record.current.phase).toBe('connected');
});

test('is forgotten with a cancel', async () => {
  const loop = scene.startWorker();
  await loop.ask('paste');
  await loop.ask('cancel');

  expect(scene.pasted).toBeNull();
});

describe.each([
  'terms-to-accept',
  'profile-unfinished',
  'child-account',
  'account-attention',
] as const)('a code whose account has something to do at Sony first (%s)', (cause) => {
  const need = () => {
    const { record, now } = scene;
    const sync = { state: 'idle' } as const;
    return needOf({ connection: record.current, renews: true, sync, asked: null, now });
  };

  test('is pasted once more after that: nobody else is connected in its place', async () => {
    scene.sony.failures = { fetchCode: [{ cause, during: 'code' }] };
    await scene.ask('paste');
    expect(scene.pasted).toBeNull();

    const { looks } = scene.sony;
    for (let pages = 0; pages < 3; pages++) {
      const loop = scene.startWorker();
      await loop.checkIfDone();
      await loop.carryOn('player');
    }

    expect(scene.sony).toMatchObject({ looks, exchanges: 0 });
    expect(scene.record.current).toMatchObject({ phase: 'disconnected', failure: { cause } });
    expect(need()).toStrictEqual({ state: cause, action: 'paste' });
    expect(failureWords({ cause }, 'account').sentence).toMatch(/paste a code/);

    scene.pasted = new Secret(scene.sony.npsso);
    await scene.ask('paste');
    expect(scene.record.current).toMatchObject({ phase: 'connected', failure: null });
  });

  test.each([null, { cause: 'token-refused' } as const])(
    'leaves the connection as it was (%j), and asks for a code',
    async (failure) => {
      const former = aConnected({ failure });
      scene.record.current = former;
      scene.sony.failures = { fetchCode: [{ cause, during: 'code' }] };
      await scene.ask('paste');

      expect(scene.record.current).toMatchObject({ ...former, refused: { cause } });
      expect(need()).toStrictEqual({ state: cause, action: 'paste' });
    },
  );
});

test.each(['connect', 'cancel', 'disconnect', 'erase'] as const)(
  'one that is pasted in the same moment in which %s is asked for elsewhere is there for its attempt',
  async (request) => {
    const npsso = new Secret(scene.sony.npsso);
    // However many turns it is ahead.
    for (let turns = 0; turns < 30; turns++) {
      scene = new ConnectionScene();
      const loop = scene.startWorker();
      const other = loop.ask(request);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      await Promise.all([loop.ask('paste', { npsso, endsIn: null }), other]);
      await loop.carryOn('player');

      const { current } = scene.record;
      expect(current, String(turns)).not.toMatchObject({ failure: { cause: 'paste-interrupted' } });
      expect(current.phase, String(turns)).toBe('connected');
    }
  },
);

test('one that is pasted while an erase comes to its end is there after it', async () => {
  const npsso = new Secret(scene.sony.npsso);
  scene.record.current = { phase: 'erasing', since: scene.now };
  const loop = scene.startWorker();
  // Between the writing of the code and that of the wish.
  let isErased = false;
  scene.onPastedWrite = () => {
    if (isErased) return;
    isErased = true;
    scene.pasted = null;
    scene.record.current = DISCONNECTED;
  };
  await loop.ask('paste', { npsso, endsIn: null });
  await loop.carryOn('player');

  expect(isErased).toBe(true);
  expect(scene.record.current.phase).toBe('connected');
});
