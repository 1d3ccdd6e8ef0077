import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { RefreshedTokens } from '@/utils/connection/ports';
import type { Failure } from '@/utils/domain/failure';
import { aConnected, aTokenLife } from '../../support/connections';
import { MortalWorker } from '../../support/mortal-worker';
import { START, TokenScene } from '../../support/token-scene';

/** Every answer of the token endpoint to a refresh × renewal × sign-in, with what is asked of Sony for it. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let scene: TokenScene;

beforeEach(async () => {
  scene = await new TokenScene().begin();
});

const WAYS = [true, false].flatMap((renewal) =>
  (['signed-in', 'signed-out'] as const).map((state) => [renewal, state] as const),
);

function arrange(renewal: boolean, state: 'signed-in' | 'signed-out'): void {
  scene.renewal = renewal;
  if (state === 'signed-out') scene.sony.session = { state };
}

describe.each(WAYS)('with renewal %s and %s', (renewal, state) => {
  const isRecoverable = renewal && state === 'signed-in';

  test.each<[string, Partial<RefreshedTokens>]>([
    ['whole', {}],
    ['without a refresh token', { refreshToken: null }],
    ['without its end', { refreshTokenEndsAt: null }],
    ['of an access token that is no JWT', { accountId: null }],
    ['without all of it', { refreshToken: null, refreshTokenEndsAt: null, accountId: null }],
  ])('an answer %s is a token, and what it leaves out stays as it was', async (_, odd) => {
    arrange(renewal, state);
    const before = await scene.vault.refreshToken(scene.sony.accountId);
    scene.sony.oddAnswers = [odd];

    expect(await scene.ask()).toBe('token');
    expect(scene.asked).toStrictEqual({ refreshes: 1, exchanges: 0 });
    expect(scene.connection).toMatchObject({ failure: null, recovery: null });
    const after = await scene.vault.refreshToken(scene.sony.accountId);
    expect(after?.reveal() === before?.reveal()).toBe(odd.refreshToken === null);
    const endsAt = odd.refreshTokenEndsAt === null ? 10 * DAY : START + 10 * DAY;
    expect(scene.connection.tokenLife.refreshTokenEndsAt).toBe(endsAt);
    // The next one goes on from there.
    scene.vault.access.clear();
    expect(await scene.ask()).toBe('token');
    expect(scene.sony.wasReused).toBe(false);
  });

  test.each<[string, Failure, boolean]>([
    ['a refusal', { cause: 'token-refused', status: 400 }, true],
    ['an answer that cannot be read', { cause: 'answer-not-understood', status: 200 }, true],
    ['an answer that is cut off', { cause: 'no-answer', status: 200 }, true],
    ['a server error', { cause: 'sony-down', status: 500 }, false],
    ['a client that is refused', { cause: 'sony-down', status: 401 }, false],
    ['an unknown address', { cause: 'not-found', status: 404 }, false],
  ])(
    '%s is followed by one exchange of the living sign-in, and by nothing',
    async (_, said, isEnd) => {
      arrange(renewal, state);
      scene.sony.failures = { refresh: [said] };

      const answer = await scene.ask();

      expect(scene.asked).toStrictEqual({ refreshes: 1, exchanges: isRecoverable ? 1 : 0 });
      if (isRecoverable) {
        expect(answer).toBe('token');
        expect(scene.connection.failure).toBeNull();
        return;
      }
      // Not "All is well" where only connecting helps, and no end where it is a spell.
      expect(scene.connection.failure?.cause).toBe(isEnd ? said.cause : undefined);
      expect(answer).toMatchObject({ cause: said.cause, until: START + 2 * MINUTE });
      for (let n = 0; n < 5; n++) expect(await scene.ask()).toMatchObject({ cause: said.cause });
      expect(scene.asked).toStrictEqual({ refreshes: 1, exchanges: 0 });
      // What Sony has answered is never sent again; a spell is tried again within minutes.
      scene.sony.now += 2 * MINUTE;
      const later = await scene.ask();
      expect(scene.asked.refreshes).toBe(isEnd ? 1 : 2);
      expect(later === 'token').toBe(!isEnd);
    },
  );

  test('an answer for another account is not taken, and not asked for again', async () => {
    arrange(renewal, state);
    scene.sony.oddAnswers = [{ accountId: '1111111111111111111' }];

    const answer = await scene.ask();
    await scene.ask();

    expect(scene.asked).toStrictEqual({ refreshes: 1, exchanges: isRecoverable ? 1 : 0 });
    expect(answer === 'token').toBe(isRecoverable);
    expect([...scene.vault.stored.keys()]).toStrictEqual([scene.sony.accountId]);
    expect(scene.connection.failure?.cause).toBe(
      isRecoverable ? undefined : 'answer-not-understood',
    );
  });

  test.each<Failure>([
    { cause: 'no-answer' },
    { cause: 'offline' },
    { cause: 'too-many-requests', status: 429 },
    { cause: 'edge-block', status: 403 },
  ])('$cause ends nothing: the same token is sent again', async (failure) => {
    arrange(renewal, state);
    scene.sony.failures = { refresh: [failure] };

    expect(await scene.ask()).toStrictEqual(failure);
    expect(scene.connection.failure).toBeNull();
    expect(await scene.ask()).toBe('token');

    expect(scene.asked).toStrictEqual({ refreshes: 2, exchanges: 0 });
  });
});

test.each(['signed-in', 'signed-out'] as const)(
  'whenever a worker dies in a refresh, no token is sent a second time while %s helps',
  async (state) => {
    const whole = new MortalWorker(Infinity);
    expect(await scene.ask(scene.worker(whole))).toBe('token');
    const broken: number[] = [];
    for (let lives = 0; lives < whole.calls; lives++) {
      scene = await new TokenScene().begin();
      arrange(true, state);
      const worker = new MortalWorker(lives);
      await Promise.race([scene.ask(scene.worker(worker)), worker.death]);
      scene.vault.access.clear();
      const next = await scene.ask();
      if (next !== 'token') broken.push(lives);
      if (state === 'signed-in')
        expect([lives, scene.sony.wasReused]).toStrictEqual([lives, false]);
    }
    // With nobody signed in, what was answered and not stored is lost: one call's worth of time.
    expect(broken.length).toBeLessThanOrEqual(state === 'signed-in' ? 0 : 2);
    expect(whole.calls).toBeGreaterThan(4);
  },
);

describe('two browsers of one account', () => {
  test('the one that lost comes back at once, and then after minutes, growing', async () => {
    const lostAt: number[] = [];
    for (let round = 0; round < 5; round++) {
      scene.vault.access.clear();
      scene.sony.failures = { refresh: [{ cause: 'token-refused', status: 400 }] };
      let answer = await scene.ask();
      const from = scene.sony.now;
      while (answer !== 'token') {
        expect(answer).toMatchObject({ cause: 'token-replaced' });
        scene.sony.now = answer.until ?? Infinity;
        answer = await scene.ask();
      }
      lostAt.push((scene.sony.now - from) / MINUTE);
    }
    expect(lostAt).toStrictEqual([0, 2, 5, 15, 30]);
    expect(scene.asked).toStrictEqual({ refreshes: 5, exchanges: 5 });
  });

  test('it comes back by itself, with nobody asking for data', async () => {
    scene.sony.failures = {
      refresh: [{ cause: 'token-refused', status: 400 }],
      exchange: [{ cause: 'sony-down', status: 500 }],
    };
    await scene.ask();
    expect(scene.connection.failure).toMatchObject({ cause: 'token-refused' });

    scene.sony.now += MINUTE;
    await scene.worker().restoring.carryOn();
    expect(scene.connection.failure).not.toBeNull();
    scene.sony.now += MINUTE;
    await scene.worker().restoring.carryOn();
    expect(scene.connection.failure).toBeNull();
    expect(scene.asked).toStrictEqual({ refreshes: 1, exchanges: 2 });
  });
});

test('what the player has to do at Sony is the cause, and it goes on by itself once it is done', async () => {
  scene.sony.failures = {
    refresh: [{ cause: 'token-refused', status: 400 }],
    fetchCode: [{ cause: 'terms-to-accept' }],
  };
  expect(await scene.ask()).toMatchObject({ cause: 'terms-to-accept' });
  expect(scene.connection.failure).toMatchObject({ cause: 'terms-to-accept' });

  scene.sony.now += 20_000;
  await scene.worker().restoring.carryOnAtOnce();
  expect(scene.connection.failure).toBeNull();
});

test('Sony is asked whether it is over where the clock says so, and only then it is', async () => {
  scene.renewal = false;
  scene.sony.now = 10 * DAY;
  await scene.worker().restoring.carryOn();
  expect(scene.connection).toMatchObject({
    failure: null,
    tokenLife: { refreshTokenEndsAt: 20 * DAY },
  });

  scene.sony.now = 20 * DAY;
  scene.sony.failures = {
    refresh: [{ cause: 'no-answer' }, { cause: 'token-refused', status: 400 }],
  };
  await scene.worker().restoring.carryOn();
  await scene.worker().restoring.carryOn();
  expect(scene.connection.failure).toBeNull();
  scene.sony.now += 2 * MINUTE;
  await scene.worker().restoring.carryOn();

  expect(scene.connection.failure).toMatchObject({ cause: 'connection-expired' });
  expect(scene.asked.refreshes).toBe(3);
});

test('a token that is over beside a living sign-in is exchanged, and never said to have ended', async () => {
  scene.sony.now = 16 * DAY;
  scene.sony.failures = { refresh: [{ cause: 'token-refused', status: 400 }] };
  const told: (string | undefined)[] = [];
  const change = scene.record.change.bind(scene.record);
  vi.spyOn(scene.record, 'change').mockImplementation(async (update) => {
    const after = await change(update);
    told.push(scene.connection.failure?.cause);
    return after;
  });

  // As the browser starts.
  await scene.worker().restoring.carryOnAtOnce();

  expect(scene.asked).toStrictEqual({ refreshes: 0, exchanges: 1 });
  expect(scene.connection.tokenLife.refreshTokenEndsAt).toBe(26 * DAY);
  expect(new Set(told)).toStrictEqual(new Set([undefined]));
});

test('where the sign-in gives nothing the token is sent once, and its refusal is the end', async () => {
  scene.sony.now = 16 * DAY;
  scene.sony.session = { state: 'signed-out' };
  scene.sony.failures = { refresh: [{ cause: 'token-refused', status: 400 }] };

  expect(await scene.ask()).toMatchObject({ cause: 'connection-expired' });
  expect(await scene.ask()).toMatchObject({ cause: 'connection-expired' });
  expect(scene.asked).toStrictEqual({ refreshes: 1, exchanges: 0 });
});

test('a grant shorter than a day is exchanged once it is over, and not refreshed', async () => {
  scene.record.current = aConnected({
    tokenLife: aTokenLife({
      grant: 6 * HOUR,
      refreshTokenEndsAt: START,
      session: { state: 'alive', endsAt: 60 * DAY, seenAt: START - 6 * HOUR },
    }),
  });
  scene.sony.grant = 6 * HOUR;
  const { renewing, restoring } = scene.worker();
  await renewing.renewIfDue();
  await restoring.carryOn();
  expect(scene.asked).toStrictEqual({ refreshes: 0, exchanges: 1 });
  expect(scene.connection.tokenLife.refreshTokenEndsAt).toBe(START + 6 * HOUR);
});
