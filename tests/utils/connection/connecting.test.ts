import { beforeEach, describe, expect, test } from 'vitest';
import { Connecting } from '@/utils/connection/connecting';
import { FakeSony } from '../../support/fake-sony';
import { FakeRecord, FakeVault, newLocks } from '../../support/fake-worker-storage';
import { MortalWorker } from '../../support/mortal-worker';

let sony: FakeSony;
let vault: FakeVault;
let record: FakeRecord;
let now: number;
let seen: string[];

beforeEach(() => {
  sony = new FakeSony();
  vault = new FakeVault();
  record = new FakeRecord();
  now = 1_000;
  seen = [];
});

/** A worker just born over what is stored, that dies at its nth outside call. */
function startWorker(worker = new MortalWorker(Infinity)): Connecting {
  const note = (what: string) => (): Promise<void> => {
    seen.push(what);
    return Promise.resolve();
  };
  return new Connecting({
    session: worker.mortal(sony),
    tokens: worker.mortal(sony),
    profile: worker.mortal(sony),
    vault: worker.mortal(vault),
    record: worker.mortal(record),
    exclusively: newLocks(),
    surroundings: worker.mortal({
      now: () => now,
      hostsAllowed: () => Promise.resolve(true),
      openSignInPage: note('sign-in page'),
      openLibrary: note('library'),
      keepWaking: note('waking'),
      stopWaking: note('asleep'),
    }),
    keepPlayer: note('player'),
    fillLibrary: () => seen.push('fill'),
  });
}

describe('with somebody signed in', () => {
  test('goes through every step and ends connected, with the clocks of Sony', async () => {
    await startWorker().connect();

    expect(
      record.history.map((state) => ('step' in state ? state.step : state.phase)),
    ).toStrictEqual(['session', 'code', 'tokens', 'profile', 'connected']);
    expect(record.current).toStrictEqual({
      phase: 'connected',
      accountId: sony.accountId,
      tokenLife: { provedAt: now, refreshTokenEndsAt: 864_000_000, sessionEndsAt: 60_000_000 },
      failure: null,
    });
    expect(vault.kept?.accountId).toBe(sony.accountId);
    expect(seen).toStrictEqual(['waking', 'player', 'library', 'asleep', 'fill']);
  });

  test('goes on with the cookie where Sony will not show the session (429)', async () => {
    sony.session = { state: 'unknown' };

    await startWorker().connect();

    expect(record.current).toMatchObject({
      phase: 'connected',
      tokenLife: { sessionEndsAt: null },
    });
  });

  test('asks for a second code where the first was refused', async () => {
    sony.failures = { exchange: [{ cause: 'code-refused' }] };

    await startWorker().connect();

    expect(record.current.phase).toBe('connected');
  });

  test('says so where Sony refuses every code', async () => {
    sony.failures = { exchange: [{ cause: 'code-refused' }, { cause: 'code-refused' }] };

    await startWorker().connect();

    expect(record.current).toStrictEqual({
      phase: 'disconnected',
      failure: { cause: 'code-refused' },
    });
    expect(seen.at(-1)).toBe('asleep');
  });

  test('says that the session is half dead where Sony names it and then refuses it', async () => {
    sony.failures = { fetchCode: [{ cause: 'not-signed-in' }] };

    await startWorker().connect();

    expect(record.current).toMatchObject({ failure: { cause: 'session-half-dead' } });
  });

  test('is connected after the worker was killed between any two steps', async () => {
    const whole = new MortalWorker(Infinity);
    await startWorker(whole).connect();
    expect(whole.calls).toBeGreaterThan(10);

    for (let lives = 2; lives < whole.calls; lives++) {
      sony = new FakeSony();
      vault = new FakeVault();
      record = new FakeRecord();
      const worker = new MortalWorker(lives);
      const end = await Promise.race([startWorker(worker).connect(), worker.death]);
      expect(end, `killed after ${String(lives)} calls`).toBe('died');

      // Nothing was written before the first step: then the page, still open, asks once more.
      const reborn = startWorker();
      if (record.current.phase === 'disconnected') await reborn.connect();
      else await reborn.resume();

      expect(record.current.phase, `killed after ${String(lives)} calls`).toBe('connected');
      expect(vault.kept, `killed after ${String(lives)} calls`).not.toBeNull();
    }
  });
});

describe('with nobody signed in', () => {
  beforeEach(() => {
    sony.session = { state: 'signed-out' };
  });

  test('opens the sign-in page and waits', async () => {
    await startWorker().connect();

    expect(record.current).toStrictEqual({
      phase: 'waiting-for-sign-in',
      since: now,
      laterThan: null,
    });
    expect(seen).toContain('sign-in page');
  });

  test('finishes by itself when the sign-in happens, also in a worker born later', async () => {
    await startWorker().connect();
    sony.session = { state: 'signed-in', endsAt: 60_000_000 };

    await startWorker().resume(true);

    expect(record.current.phase).toBe('connected');
  });

  test('looks at most every ten seconds without a sign of a sign-in', async () => {
    const connecting = startWorker();
    await connecting.connect();
    sony.session = { state: 'signed-in', endsAt: 60_000_000 };

    now += 9_000;
    await connecting.resume();
    expect(record.current.phase).toBe('waiting-for-sign-in');

    now += 1_000;
    await connecting.resume();
    expect(record.current.phase).toBe('connected');
  });

  test('keeps waiting through a look that fails for a passing reason', async () => {
    await startWorker().connect();
    sony.failures = { look: [{ cause: 'sony-down' }] };

    await startWorker().resume();

    expect(record.current.phase).toBe('waiting-for-sign-in');
  });

  test('gives up after half an hour, and says why', async () => {
    await startWorker().connect();

    now += 31 * 60_000;
    await startWorker().resume();

    expect(record.current).toStrictEqual({
      phase: 'disconnected',
      failure: { cause: 'not-signed-in' },
    });
  });

  test('can be cancelled', async () => {
    const connecting = startWorker();
    await connecting.connect();

    await connecting.cancel();
    sony.session = { state: 'signed-in', endsAt: 60_000_000 };
    await connecting.resume(true);

    expect(record.current).toStrictEqual({ phase: 'disconnected', failure: null });
    expect(vault.kept).toBeNull();
  });
});

test('after a half-dead session only a newer one counts', async () => {
  const connecting = startWorker();
  await connecting.signIn();
  expect(record.current.phase).toBe('waiting-for-sign-in');

  now += 10_000;
  await connecting.resume();
  expect(record.current.phase).toBe('waiting-for-sign-in');

  now += 10_000;
  sony.session = { state: 'signed-in', endsAt: 70_000_000 };
  await connecting.resume();
  expect(record.current.phase).toBe('connected');
});

test('a cancel in mid-step is not overtaken by the step', async () => {
  const connecting = startWorker();
  const connected = connecting.connect();

  await connecting.cancel();
  await connected;

  expect(record.current).toStrictEqual({ phase: 'disconnected', failure: null });
  expect(vault.kept).toBeNull();
});
