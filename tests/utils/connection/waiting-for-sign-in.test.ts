import { beforeEach, describe, expect, test } from 'vitest';
import { aConnected, aTokenLife } from '../../support/connections';
import { ConnectionScene, NEW_SESSION } from '../../support/connection-scene';

const DAY = 86_400_000;

let scene: ConnectionScene;
/** What is left of an attempt with a session that Sony names and refuses. */
const HALF_DEAD = { phase: 'disconnected', failure: { cause: 'session-half-dead' } } as const;

beforeEach(() => {
  scene = new ConnectionScene();
});

describe('with nobody signed in', () => {
  beforeEach(() => {
    scene.sony.session = { state: 'signed-out' };
  });

  test('shows the sign-in page and waits, with an alarm', async () => {
    await scene.ask('connect');

    expect(scene.record.current).toMatchObject({
      phase: 'waiting-for-sign-in',
      since: scene.now,
      laterThan: null,
      isShown: true,
    });
    expect(scene.seen).toStrictEqual(['sign-in page']);
    expect(scene.hasAlarm).toBe(true);
  });

  test('finishes by itself when the sign-in happens, also in a worker born later', async () => {
    await scene.ask('connect');
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };

    await scene.endSignIn();

    expect(scene.record.current.phase).toBe('connected');
  });

  test('keeps waiting through checks that fail for a passing reason, and asks for no code by them', async () => {
    await scene.ask('connect');
    for (const cause of ['sony-down', 'offline', 'no-answer', 'sony-down'] as const) {
      scene.sony.failures = { check: [{ cause }] };
      await scene.wake();
    }

    expect(scene.record.current.phase).toBe('waiting-for-sign-in');
    expect(scene.sony.codesAsked).toBe(0);
  });

  test('a sign-in in our tab is tried all the same where no check can show it', async () => {
    await scene.ask('connect');
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
    scene.sony.failures = { check: [{ cause: 'sony-down' }] };
    await scene.endSignIn('late-sign-in');

    expect(scene.record.current.phase).toBe('connected');
  });

  test('gives up after half an hour, and says why', async () => {
    await scene.askAndLeave('connect');

    expect(scene.record.current).toStrictEqual({
      phase: 'disconnected',
      failure: { cause: 'not-signed-in' },
    });
  });

  test('can be cancelled: a sign-in after it connects nobody', async () => {
    await scene.ask('connect');
    await scene.ask('cancel');
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
    await scene.endSignIn();

    expect(scene.record.current).toStrictEqual({ phase: 'disconnected', failure: null });
    expect(scene.vault.stored.size).toBe(0);
  });

  test('the page is shown once more where the player asks for it', async () => {
    await scene.ask('connect');
    await scene.ask('sign-in');

    expect(scene.seen).toStrictEqual(['sign-in page', 'sign-in page']);
  });

  test('a hiccup after the sign-in goes on waiting, and the next check tries again', async () => {
    await scene.ask('connect');
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
    scene.sony.failures = { fetchCode: [{ cause: 'sony-down' }] };

    await scene.endSignIn();
    expect(scene.record.current.phase).toBe('waiting-for-sign-in');

    await scene.wake();
    expect(scene.record.current.phase).toBe('connected');
  });

  test('where Sony never shows the session, codes are tried more and more seldom', async () => {
    await scene.ask('connect');
    scene.sony.session = { state: 'unknown' };
    const refusals = Array.from({ length: 50 }, () => ({ cause: 'not-signed-in' as const }));
    scene.sony.failures = { fetchCode: refusals };

    for (let wakes = 0; wakes < 25; wakes++) await scene.wake();

    expect(scene.record.current.phase).toBe('waiting-for-sign-in');
    expect(50 - refusals.length).toBeGreaterThan(3);
    expect(50 - refusals.length).toBeLessThan(8);
  });
});

test('after a half-dead session only a newer one counts', async () => {
  scene.record.current = HALF_DEAD;
  await scene.ask('sign-in');
  expect(scene.record.current.phase).toBe('waiting-for-sign-in');

  await scene.wake();
  expect(scene.record.current.phase).toBe('waiting-for-sign-in');

  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION + 10_000_000 };
  await scene.wake();
  expect(scene.record.current.phase).toBe('connected');
});

describe('with an old sign-in', () => {
  beforeEach(() => {
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 6 };
  });

  test('asks first, and takes nothing until the player has chosen', async () => {
    await scene.ask('connect');

    expect(scene.record.current).toMatchObject({ phase: 'old-session', endsAt: NEW_SESSION / 6 });
    expect(scene.sony.exchanges).toBe(0);
  });

  test('connects anyway where the player wants it', async () => {
    await scene.ask('connect');
    await scene.ask('connect-anyway');

    expect(scene.record.current.phase).toBe('connected');
  });

  test('starts anew: out at the account page, in at the sign-in page, and on by itself', async () => {
    await scene.ask('start-fresh');
    expect(scene.record.current).toMatchObject({
      phase: 'signing-out',
      laterThan: NEW_SESSION / 6,
    });
    expect(scene.seen).toStrictEqual(['account page']);

    await scene.wake();
    expect(scene.record.current.phase).toBe('signing-out');

    scene.sony.session = { state: 'signed-out' };
    await scene.wake();
    expect(scene.record.current).toMatchObject({
      phase: 'waiting-for-sign-in',
      laterThan: NEW_SESSION / 6,
    });
    expect(scene.seen).toStrictEqual(['account page', 'sign-in page']);

    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
    await scene.endSignIn();
    expect(scene.record.current.phase).toBe('connected');
  });

  test('cancelled before the sign-out, a connection is what it was', async () => {
    const former = aConnected();
    scene.record.current = former;
    await scene.ask('start-fresh');
    expect(scene.record.current.phase).toBe('signing-out');

    await scene.ask('cancel');

    expect(scene.record.current).toStrictEqual(former);
  });
});

test('an old cookie that is still there after the sign-in does not end the waiting', async () => {
  scene.record.current = HALF_DEAD;
  await scene.ask('sign-in');
  scene.sony.failures = { fetchCode: [{ cause: 'not-signed-in' }] };
  await scene.endSignIn('late-sign-in');
  expect(scene.record.current.phase).toBe('waiting-for-sign-in');

  scene.now += 60_000;
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION + 10_000_000 };
  await scene.endSignIn();
  expect(scene.record.current.phase).toBe('connected');
});

test('ten seconds after a sign-in in our tab the session counts, whatever end Sony names', async () => {
  scene.record.current = HALF_DEAD;
  await scene.ask('sign-in');
  await scene.endSignIn();
  expect(scene.record.current.phase).toBe('waiting-for-sign-in');

  await scene.endSignIn('late-sign-in');
  expect(scene.record.current.phase).toBe('connected');
});

describe('more time for a connection that works', () => {
  /** The sign-in at hand ends in 36 hours, and the connection with it. */
  const END = 1.5 * DAY;

  beforeEach(() => {
    scene.sony.grant = END;
    scene.sony.session = { state: 'signed-in', endsAt: END };
    scene.record.current = aConnected({
      tokenLife: aTokenLife({
        refreshTokenEndsAt: END,
        session: { state: 'alive', endsAt: END, seenAt: 0 },
      }),
    });
  });

  test('is had from a sign-in that takes longer than the worker lives, also with renewal off', async () => {
    scene.settings = { ...scene.settings, renewal: false };
    scene.sony.session = { state: 'signed-out' };
    await scene.ask('sign-in');
    expect(scene.record.current).toMatchObject({
      phase: 'connected',
      renewal: { step: 'sign-in' },
    });
    expect(scene.seen).toStrictEqual(['sign-in page']);
    expect(scene.hasAlarm).toBe(true);

    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
    scene.sony.grant = 10 * DAY;
    await scene.wake();

    expect(scene.record.current).toMatchObject({
      phase: 'connected',
      renewal: null,
      tokenLife: { refreshTokenEndsAt: 10 * DAY, session: { endsAt: NEW_SESSION } },
    });
    expect(scene.hasAlarm).toBe(false);
  });

  test('is not waited for for ever', async () => {
    scene.sony.session = { state: 'signed-out' };
    await scene.askAndLeave('sign-in');

    expect(scene.record.current).toMatchObject({
      phase: 'connected',
      failure: null,
      renewal: null,
      refused: { cause: 'not-signed-in' },
    });
  });

  test('leads to no sign-in page that would only pass on whoever is signed in', async () => {
    await scene.ask('connect');

    expect(scene.record.current).toMatchObject({ renewal: null, refused: null });
    expect(scene.seen).toStrictEqual([]);
  });

  test('says why it came to nothing', async () => {
    scene.sony.failures = { check: [{ cause: 'offline' }] };
    await scene.ask('connect');

    expect(scene.record.current).toMatchObject({ renewal: null, refused: { cause: 'offline' } });
  });

  test('needs no page where the sign-in at hand gives enough', async () => {
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
    scene.sony.grant = 10 * DAY;
    await scene.ask('connect');

    expect(scene.record.current).toMatchObject({ renewal: null, refused: null });
    expect(scene.seen).toStrictEqual([]);
  });
});

test('pages that load on the way to a new sign-in spend none of its exchanges on the refused one', async () => {
  scene.record.current = aConnected({
    tokenLife: aTokenLife({ session: { state: 'refused', endsAt: NEW_SESSION, seenAt: 0 } }),
  });
  scene.sony.failures = { fetchCode: [{ cause: 'session-half-dead' }] };
  await scene.ask('sign-in');
  expect(scene.record.current).toMatchObject({ renewal: { step: 'sign-in' } });

  for (let pages = 0; pages < 4; pages++) await scene.endSignIn('page');
  expect(scene.ledger.ledger.exchanges).toHaveLength(1);

  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION + 10_000_000 };
  await scene.endSignIn();
  expect(scene.record.current).toMatchObject({
    renewal: null,
    tokenLife: { session: { state: 'alive' } },
  });
});
