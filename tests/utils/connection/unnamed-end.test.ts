import { beforeEach, describe, expect, test } from 'vitest';
import { Renewing } from '@/utils/connection/renewing';
import type { Connected, Session } from '@/utils/domain/connection/connection';
import { needOf } from '@/utils/domain/connection/need';
import { nextCheckAt } from '@/utils/domain/connection/token-life';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { aConnected, aTokenLife } from '../../support/connections';
import { ConnectionScene } from '../../support/connection-scene';
import { FakeSony } from '../../support/fake-sony';
import { FakeRecord, FakeVault, newLocks } from '../../support/fake-worker-storage';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A sign-in that Sony knows, and of which it does not say how long it lasts. */
const UNNAMED = { state: 'unknown' } as const;

let sony: FakeSony;
let record: FakeRecord;
let renewing: Renewing;

beforeEach(() => {
  sony = new FakeSony();
  sony.session = UNNAMED;
  record = new FakeRecord();
  renewing = new Renewing({
    ...{ session: sony, tokens: sony, vault: new FakeVault(), record },
    settings: { read: () => Promise.resolve(DEFAULT_SETTINGS) },
    exclusively: newLocks(),
    now: () => sony.now,
  });
});

const connection = (): Connected => record.current as Connected;

function signedIn(session: Partial<Session> = {}, said: Partial<Connected> = {}): void {
  const known = { state: 'alive', endsAt: null, seenAt: 0, aliveAt: 0, ...session } as const;
  record.current = aConnected({ tokenLife: aTokenLife({ session: known }), ...said });
}

test('who connects from it is not asked to sign out, and it is asked about again within the hour', async () => {
  const scene = new ConnectionScene();
  scene.sony.session = UNNAMED;
  await scene.ask('connect');

  const made = scene.record.current as Connected;
  const standing = { renews: true, sync: { state: 'idle' }, asked: null, now: scene.now } as const;
  expect(needOf({ ...standing, connection: made })?.action).toBe('connect');
  expect(nextCheckAt(made.tokenLife)).toBeLessThanOrEqual(scene.now + HOUR);
});

test.each([null, 60 * DAY])(
  'a connection from it goes on for as long as Sony takes it (known until %s)',
  async (endsAt) => {
    signedIn({ endsAt });
    for (; sony.now < 40 * DAY; sony.now += HOUR) await renewing.renewIfDue();

    expect(connection()).toMatchObject({ failure: null, tokenLife: { session: { endsAt } } });
    expect(connection().tokenLife.refreshTokenEndsAt).toBeGreaterThan(44 * DAY);
    // Not at each look: Sony may only want a pause.
    expect(sony.exchanges).toBeLessThan(10);
  },
);

test('a click exchanges it at once', async () => {
  signedIn();
  sony.now = 2 * DAY;
  await renewing.renewAsked(connection(), 'player');

  expect(connection().tokenLife.refreshTokenEndsAt).toBe(12 * DAY);
});

test.each(['unknown', 'signed-out', 'refused'] as const)(
  'so it does where nobody knew of it before (%s), and its end stays unknown',
  async (state) => {
    signedIn({ state, endsAt: 3 * DAY });
    sony.now = 2 * DAY;
    await renewing.renewAsked(connection(), 'player');

    expect(connection().tokenLife).toMatchObject({
      refreshTokenEndsAt: 12 * DAY,
      session: { state: 'alive', endsAt: null },
    });
  },
);

test('of somebody else it is asked for only once there was a sign-in', async () => {
  signedIn({ state: 'other-account' });
  await renewing.renewAsked(connection(), 'player');
  expect(sony.exchanges).toBe(0);

  await renewing.renewAsked(connection(), 'sign-in');
  expect(connection().tokenLife.session.state).toBe('alive');
});

test('what Sony wanted first is gone on with once that is done', async () => {
  const scene = new ConnectionScene();
  scene.sony.session = UNNAMED;
  scene.record.current = { phase: 'disconnected', failure: { cause: 'terms-to-accept' } };
  await scene.startWorker().checkIfDone();

  expect(scene.record.current.phase).toBe('connected');
});

test('it gives tokens where Sony refuses the refresh token', async () => {
  signedIn();
  expect(await renewing.recover('automatic')).toBe(true);

  expect(connection()).toMatchObject({ failure: null, recovery: null });
});

test('it gets back what Sony has ended, and is asked no sooner than anything else that fails', async () => {
  signedIn({}, { failure: { cause: 'token-refused' } });
  sony.failures = { exchange: Array.from({ length: 3 }, () => ({ cause: 'sony-down' as const })) };
  for (; sony.now < DAY && connection().failure !== null; sony.now += 60_000)
    await renewing.restore();

  expect(connection().failure).toBeNull();
  expect(sony.exchanges).toBe(4);
  expect(sony.now).toBeGreaterThan(20 * 60_000);
});

describe.each(['unknown', 'signed-out', 'other-account', 'refused'] as const)(
  'a sign-in that is not known to be this player’s (%s)',
  (state) => {
    test('is left alone', async () => {
      signedIn({ state });
      sony.now = 9 * DAY;
      await renewing.renewIfDue();
      expect(await renewing.recover('automatic')).toBe(false);

      expect(sony.exchanges).toBe(0);
    });
  },
);
