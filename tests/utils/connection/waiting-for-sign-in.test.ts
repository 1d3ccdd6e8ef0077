import { beforeEach, describe, expect, test } from 'vitest';
import { ConnectingScene, FRESH } from '../../support/connecting-scene';

let scene: ConnectingScene;

beforeEach(() => {
  scene = new ConnectingScene();
});

describe('with nobody signed in', () => {
  beforeEach(() => {
    scene.sony.session = { state: 'signed-out' };
  });

  test('opens the sign-in page and waits', async () => {
    await scene.startWorker().connect();

    expect(scene.record.current).toStrictEqual({
      phase: 'waiting-for-sign-in',
      since: scene.now,
      laterThan: null,
    });
    expect(scene.seen).toContain('sign-in page');
  });

  test('finishes by itself when the sign-in happens, also in a worker born later', async () => {
    await scene.startWorker().connect();
    scene.sony.session = { state: 'signed-in', endsAt: FRESH };

    await scene.startWorker().resume(true);

    expect(scene.record.current.phase).toBe('connected');
  });

  test('looks at most every ten seconds without a sign of a sign-in', async () => {
    const connecting = scene.startWorker();
    await connecting.connect();
    scene.sony.session = { state: 'signed-in', endsAt: FRESH };

    scene.now += 9_000;
    await connecting.resume();
    expect(scene.record.current.phase).toBe('waiting-for-sign-in');

    scene.now += 1_000;
    await connecting.resume();
    expect(scene.record.current.phase).toBe('connected');
  });

  test('keeps waiting through a look that fails for a passing reason', async () => {
    await scene.startWorker().connect();
    scene.sony.failures = { look: [{ cause: 'sony-down' }] };

    await scene.startWorker().resume();

    expect(scene.record.current.phase).toBe('waiting-for-sign-in');
  });

  test('gives up after half an hour, and says why', async () => {
    await scene.startWorker().connect();

    scene.now += 31 * 60_000;
    await scene.startWorker().resume();

    expect(scene.record.current).toStrictEqual({
      phase: 'disconnected',
      failure: { cause: 'not-signed-in' },
    });
  });

  test('can be cancelled', async () => {
    const connecting = scene.startWorker();
    await connecting.connect();

    await connecting.cancel();
    scene.sony.session = { state: 'signed-in', endsAt: FRESH };
    await connecting.resume(true);

    expect(scene.record.current).toStrictEqual({ phase: 'disconnected', failure: null });
    expect(scene.vault.kept).toBeNull();
  });
});

test('a hiccup after the sign-in goes back to waiting, and the next look tries again', async () => {
  scene.sony.session = { state: 'signed-out' };
  const connecting = scene.startWorker();
  await connecting.connect();
  scene.sony.session = { state: 'signed-in', endsAt: FRESH };
  scene.sony.failures = { fetchCode: [{ cause: 'sony-down' }] };

  await connecting.resume(true);
  expect(scene.record.current.phase).toBe('waiting-for-sign-in');

  scene.now += 10_000;
  await connecting.resume();
  expect(scene.record.current.phase).toBe('connected');
});

test('where Sony never shows the session, a code is tried once a minute', async () => {
  scene.sony.session = { state: 'signed-out' };
  const connecting = scene.startWorker();
  await connecting.connect();
  scene.sony.session = { state: 'unknown' };
  scene.sony.failures = {
    fetchCode: Array.from({ length: 2 }, () => ({ cause: 'not-signed-in' as const })),
  };

  for (let looks = 0; looks < 12; looks++) {
    scene.now += 10_000;
    await connecting.resume();
    if (looks < 11) expect(scene.record.current.phase).toBe('waiting-for-sign-in');
  }

  expect(scene.seen.filter((what) => what === 'sign-in page')).toHaveLength(1);
  scene.now += 10_000;
  await connecting.resume();
  expect(scene.record.current.phase).toBe('connected');
});

test('after a half-dead session only a newer one counts', async () => {
  const connecting = scene.startWorker();
  await connecting.signIn();
  expect(scene.record.current.phase).toBe('waiting-for-sign-in');

  scene.now += 10_000;
  await connecting.resume();
  expect(scene.record.current.phase).toBe('waiting-for-sign-in');

  scene.now += 10_000;
  scene.sony.session = { state: 'signed-in', endsAt: FRESH + 10_000_000 };
  await connecting.resume();
  expect(scene.record.current.phase).toBe('connected');
});

describe('with an old sign-in', () => {
  beforeEach(() => {
    scene.sony.session = { state: 'signed-in', endsAt: FRESH / 6 };
  });

  test('asks first, and takes nothing until the player has chosen', async () => {
    await scene.startWorker().connect();

    expect(scene.record.current).toStrictEqual({ phase: 'old-session', endsAt: FRESH / 6 });
    expect(scene.sony.exchanges).toBe(0);
  });

  test('connects anyway where the player wants it', async () => {
    await scene.startWorker().connect(true);

    expect(scene.record.current.phase).toBe('connected');
  });

  test('starts fresh: out at the account page, in at the sign-in page, and on by itself', async () => {
    const connecting = scene.startWorker();
    await connecting.startFresh();
    expect(scene.record.current).toMatchObject({ phase: 'signing-out', laterThan: FRESH / 6 });
    expect(scene.seen).toContain('account page');

    scene.now += 10_000;
    await connecting.resume();
    expect(scene.record.current.phase).toBe('signing-out');

    scene.now += 10_000;
    scene.sony.session = { state: 'signed-out' };
    await connecting.resume();
    expect(scene.record.current).toMatchObject({
      phase: 'waiting-for-sign-in',
      laterThan: FRESH / 6,
    });
    expect(scene.seen).toContain('sign-in page');

    scene.sony.session = { state: 'signed-in', endsAt: FRESH };
    await scene.startWorker().resume(true);
    expect(scene.record.current.phase).toBe('connected');
  });
});

test('a sign-in page that is asked for while connected changes nothing of the connection', async () => {
  const connecting = scene.startWorker();
  await connecting.connect();
  const before = scene.record.current;

  await connecting.signIn();

  expect(scene.record.current).toBe(before);
  expect(scene.seen.at(-1)).toBe('sign-in page');
});

test('an old cookie that is still there right after the sign-in does not end the waiting', async () => {
  const connecting = scene.startWorker();
  await connecting.signIn();
  scene.sony.failures = { fetchCode: [{ cause: 'not-signed-in' }] };

  await connecting.resume(true);
  expect(scene.record.current.phase).toBe('waiting-for-sign-in');

  scene.sony.session = { state: 'signed-in', endsAt: FRESH + 10_000_000 };
  await connecting.resume(true);
  expect(scene.record.current.phase).toBe('connected');
});
