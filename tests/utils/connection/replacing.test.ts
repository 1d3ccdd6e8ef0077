import { beforeEach, expect, test } from 'vitest';
import { settledOf } from '@/utils/domain/connection/connection';
import { toldFailure } from '@/utils/domain/connection/need';
import { FailureError, type Failure } from '@/utils/domain/failure';
import { Secret } from '@/utils/domain/connection/secret';
import { aConnected } from '../../support/connections';
import { ConnectionScene, NEW_SESSION } from '../../support/connection-scene';

/** Attempts by somebody who is connected. */

const OTHER_ACCOUNT = '1111111111111111111';
let scene: ConnectionScene;

const working = aConnected();
const broken = aConnected({ failure: { cause: 'token-refused' } });

beforeEach(async () => {
  scene = new ConnectionScene();
  await scene.vault.store(await scene.sony.refresh());
});

/** What the player is told of. */
function toldIn({ record, now }: ConnectionScene): Failure | null {
  const sync = { state: 'idle' } as const;
  return toldFailure({ connection: record.current, renews: true, sync, asked: null, now });
}

test.each([
  ['connect', broken],
  ['paste', broken],
  ['paste', working],
  ['start-fresh', working],
] as const)(
  'an attempt that fails (%s) leaves what there was, and says why',
  async (way, former) => {
    scene.record.current = former;
    scene.pasted = new Secret(scene.sony.npsso);
    const failure = { cause: 'edge-block' } as const;
    scene.sony.failures = { check: [failure], fetchCode: [failure] };

    await scene.ask(way);

    const refused = way === 'paste' ? { ...failure, ofPastedCode: true } : failure;
    expect(scene.record.current).toStrictEqual({ ...former, refused });
    expect(scene.vault.stored.size).toBe(1);
  },
);

test.each([
  ['connect', broken],
  ['sign-in', working],
  ['paste', working],
  ['start-fresh', working],
] as const)(
  'a library that does not open is known before Sony is asked (%s)',
  async (way, former) => {
    scene.record.current = former;
    scene.libraries.add(former.accountId);
    scene.pasted = new Secret(scene.sony.npsso);
    const failure = { cause: 'storage-damaged' } as const;
    scene.broken.proveLibrary = new FailureError(failure);

    await scene.ask(way);
    await scene.wake();

    expect(toldIn(scene)).toStrictEqual(failure);
    expect(settledOf(scene.record.current)).toMatchObject({ accountId: former.accountId });
    expect([scene.sony.looks, scene.sony.exchanges]).toStrictEqual([0, 0]);
    expect(scene.seen).not.toContain('sign-in page');
  },
);

test('a library that is not there is no reason, and none is made for the asking', async () => {
  scene.record.current = broken;
  scene.broken.proveLibrary = new FailureError({ cause: 'storage-damaged' });
  scene.sony.failures = { exchange: [{ cause: 'offline' }] };

  await scene.ask('connect');

  expect(scene.record.current).toMatchObject({ refused: { cause: 'offline' } });
  expect(scene.libraries.size).toBe(0);
});

test.each([
  ['connect', broken],
  ['paste', broken],
  ['paste', working],
] as const)(
  'once its tokens are new, the connection says so, whatever becomes of the attempt (%s)',
  async (way, former) => {
    scene.record.current = former;
    scene.pasted = new Secret(scene.sony.npsso);
    scene.sony.grant = 500_000_000;
    scene.broken.create = new FailureError({ cause: 'storage-full' });

    await scene.ask(way);

    const stored = scene.vault.stored.get(former.accountId);
    expect(stored?.refreshTokenEndsAt).toBe(500_000_000);
    expect(toldIn(scene)).toStrictEqual({ cause: 'storage-full' });
    expect(settledOf(scene.record.current)).toMatchObject({
      phase: 'connected',
      failure: null,
      tokenLife: {
        refreshTokenEndsAt: stored?.refreshTokenEndsAt,
        provedAt: scene.now,
        session: way === 'paste' ? former.tokenLife.session : { seenAt: scene.now },
      },
    });
  },
);

test('and where it is cancelled at the very moment in which they are stored', async () => {
  scene.record.current = working;
  scene.pasted = new Secret(scene.sony.npsso);
  scene.sony.grant = 500_000_000;
  const loop = scene.startWorker();
  await loop.ask('paste');
  const store = scene.vault.store.bind(scene.vault);
  scene.vault.store = async (tokens) => {
    await loop.ask('cancel');
    await store(tokens);
  };

  await loop.carryOn('player');

  expect(scene.record.current).toMatchObject({
    phase: 'connected',
    tokenLife: { refreshTokenEndsAt: 500_000_000, session: working.tokenLife.session },
  });
});

test('connecting again does not take somebody else’s account, in a worker born later either', async () => {
  scene.record.current = broken;
  scene.sony.accountId = OTHER_ACCOUNT;
  await scene.startWorker().ask('connect');

  await scene.wake();

  expect(scene.record.current).toMatchObject({
    failure: broken.failure,
    refused: { cause: 'other-account' },
    tokenLife: { session: { state: 'other-account', endsAt: NEW_SESSION } },
  });
  expect([...scene.vault.stored.keys()]).toStrictEqual([broken.accountId]);
});

test.each([
  ['works', working],
  ['is broken', broken],
] as const)(
  'who finds somebody else signed in is led to sign them out first, where the connection %s',
  async (_, former) => {
    scene.record.current = former;
    scene.sony.accountId = OTHER_ACCOUNT;
    scene.now = 2 * 86_400_000;
    scene.sony.now = scene.now;
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION - 86_400_000 };

    await scene.ask('sign-in');
    if (former === broken) await scene.ask('sign-in');
    expect(scene.seen).toStrictEqual(['account page']);

    scene.sony.session = { state: 'signed-out' };
    await scene.wake();
    expect(scene.seen).toStrictEqual(['account page', 'sign-in page']);

    scene.sony.accountId = former.accountId;
    scene.sony.session = { state: 'signed-in', endsAt: scene.now + NEW_SESSION };
    await scene.endSignIn();
    expect(scene.record.current).toMatchObject({
      phase: 'connected',
      accountId: former.accountId,
      failure: null,
      renewal: null,
      tokenLife: { session: { state: 'alive' } },
    });
  },
);

test('what is signed in by now is used, whatever was seen before: no page is shown', async () => {
  for (const former of [working, broken]) {
    const { tokenLife } = former;
    const session = { ...tokenLife.session, state: 'signed-out' as const };
    scene.record.current = { ...former, tokenLife: { ...tokenLife, session } };
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION + 86_400_000 };

    await scene.ask('sign-in');

    expect(scene.record.current).toMatchObject({
      failure: null,
      renewal: null,
      tokenLife: { session: { state: 'alive' } },
    });
    expect(scene.seen).not.toContain('sign-in page');
  }
});

test('cancelled after the sign-out, a connection knows that nobody is signed in', async () => {
  scene.record.current = working;
  await scene.ask('start-fresh');
  scene.sony.session = { state: 'signed-out' };
  await scene.wake();
  expect(scene.record.current.phase).toBe('waiting-for-sign-in');

  await scene.ask('cancel');

  expect(scene.record.current).toMatchObject({
    phase: 'connected',
    failure: null,
    tokenLife: { session: { state: 'signed-out', endsAt: 60 * 86_400_000 } },
  });
});

test('nobody who signs out of nothing for half an hour is told of it', async () => {
  scene.record.current = working;

  await scene.askAndLeave('start-fresh');

  expect(scene.record.current).toStrictEqual(working);
});

test('a pasted NPSSO is a choice: its account takes the place', async () => {
  scene.record.current = working;
  scene.sony.accountId = OTHER_ACCOUNT;
  scene.pasted = new Secret(scene.sony.npsso);

  await scene.ask('paste');

  expect(scene.record.current).toMatchObject({ phase: 'connected', accountId: OTHER_ACCOUNT });
  expect([...scene.vault.stored.keys()]).toStrictEqual([OTHER_ACCOUNT]);
});

test('cancelled while a pasted code is checked, the connection is what it was', async () => {
  scene.record.current = working;
  scene.sony.accountId = OTHER_ACCOUNT;
  scene.pasted = new Secret(scene.sony.npsso);
  const loop = scene.startWorker();
  scene.record.onWrite = (connection) => {
    if ('step' in connection && connection.step === 'profile') void loop.ask('cancel');
  };

  await loop.ask('paste');
  await loop.carryOn('player');
  await scene.wake();

  expect(scene.record.current).toStrictEqual(working);
  expect([...scene.vault.stored.keys()]).toStrictEqual([working.accountId]);
  expect((await scene.vault.refreshToken(working.accountId))?.reveal()).toBe('refresh-1');
});
