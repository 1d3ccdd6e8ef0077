import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { FailureError, failureOf } from '@/utils/domain/failure';
import type { Asker } from '@/utils/domain/connection/sign-in-limits';
import { SignInGate } from '@/utils/psn/sign-in-gate';
import { FakeLedger } from '../../support/gated-sony';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = 1e12;

let store: FakeLedger;
let now: number;
/** Sony's clock runs an hour ahead. */
const gate = (): SignInGate =>
  new SignInGate({ store, now: () => now + HOUR, deviceNow: () => now, sleep });
const sleep = (milliseconds: number): Promise<void> => {
  now += milliseconds;
  return Promise.resolve();
};

beforeEach(() => {
  store = new FakeLedger();
  now = START;
});

async function passes(kind: 'session' | 'exchange', asker: Asker): Promise<boolean> {
  return gate()
    .pass(kind, asker)
    .then(
      () => true,
      () => false,
    );
}

/** When it may be asked next, in milliseconds from now; 0 where it passed. */
async function waitFor(kind: 'session' | 'exchange', asker: Asker): Promise<number> {
  try {
    await gate().pass(kind, asker);
    return 0;
  } catch (thrown) {
    expect(failureOf(thrown)).toMatchObject({ cause: 'sign-in-pause' });
    return (failureOf(thrown).until ?? 0) - HOUR - now;
  }
}

const refused = { cause: 'code-refused' } as const;

describe('the player', () => {
  test('may exchange three times at once, and then once a minute', async () => {
    for (let n = 0; n < 3; n++) expect(await waitFor('exchange', 'player')).toBe(0);
    expect(await waitFor('exchange', 'player')).toBe(MINUTE);

    now += MINUTE;
    expect(await waitFor('exchange', 'player')).toBe(0);
    expect(await waitFor('exchange', 'player')).toBe(MINUTE);
  });

  test('waits twice as long after each refusal, an hour at most, and not at all after a success', async () => {
    const waits: number[] = [];
    for (let n = 0; n < 3; n++) {
      await gate().pass('exchange', 'player');
      await gate().note('exchange', refused);
    }
    for (let n = 0; n < 6; n++) {
      const wait = await waitFor('exchange', 'player');
      waits.push(Math.round(wait / MINUTE));
      now += wait;
      await gate().pass('exchange', 'player');
      await gate().note('exchange', refused);
    }
    expect(waits).toStrictEqual([8, 16, 32, 60, 60, 60]);

    await gate().note('exchange', null);
    expect(await waitFor('exchange', 'player')).toBeLessThanOrEqual(3 * MINUTE);
  });

  test('is not refused a look for what is over in a moment', async () => {
    await gate().pass('session', 'player');
    now += 1_950;
    await gate().pass('session', 'player');
    expect(now - START).toBe(2_000);
  });
});

test('a fault that says nothing of the sign-in lengthens no wait', async () => {
  for (let n = 0; n < 3; n++) {
    await gate().pass('exchange', 'player');
    await gate().note('exchange', { cause: 'offline' });
  }
  expect(await waitFor('exchange', 'player')).toBe(MINUTE);
});

test.each([
  ['with its end', { until: START + HOUR + 5 * MINUTE }, 5 * MINUTE],
  ['without one', {}, MINUTE],
  ['that lies too far ahead', { until: START + 900 * HOUR }, 24 * HOUR],
])('a pause of Sony’s %s is obeyed, the player’s click included', async (_, said, wait) => {
  await gate().pass('session', 'player');
  await gate().note('session', { cause: 'too-many-requests', ...said });
  now += 10_000;
  expect(await waitFor('session', 'player')).toBe(wait - (wait > HOUR ? 0 : 10_000));
  expect(await waitFor('exchange', 'player')).toBe(0);
});

test.each([
  ['says when it will be well', { until: START + HOUR + 5 * MINUTE }, 5 * MINUTE],
  ['does not', {}, 0],
])('a server with trouble that %s is asked then', async (_, said, wait) => {
  await gate().pass('session', 'player');
  await gate().note('session', { cause: 'sony-down', ...said });
  now += 10_000;
  expect(await waitFor('session', 'player')).toBe(Math.max(0, wait - 10_000));
});

test('a clock that was set back forgets nothing, and is waited for no longer than before', async () => {
  for (let n = 0; n < 3; n++) await gate().pass('exchange', 'player');
  now -= 1_000 * HOUR;
  expect(await waitFor('exchange', 'player')).toBe(MINUTE);
  now += MINUTE;
  expect(await waitFor('exchange', 'player')).toBe(0);
});

describe('a device whose date leaps ahead', () => {
  test('forgets nothing, once Sony’s answers have shown it', async () => {
    for (let n = 0; n < 3; n++) await gate().pass('exchange', 'player');
    await gate().note('exchange', { cause: 'too-many-requests', until: now + HOUR + 10 * MINUTE });
    const leap = 5_000 * HOUR;
    now += leap;
    // Before that it cannot be known, and what is asked for then drops nothing either.
    await gate().pass('session', 'player');
    await gate().correct(-leap);

    expect(await waitFor('exchange', 'player')).toBe(10 * MINUTE);
    expect(store.ledger.exchanges).toStrictEqual([now, now, now]);
  });

  test('has no pause that was not there', async () => {
    await gate().pass('session', 'player');
    await gate().correct(-HOUR);
    now += MINUTE;
    expect(await waitFor('exchange', 'player')).toBe(0);
  });

  test('that is put right, or set back, moves nothing', async () => {
    await gate().pass('exchange', 'player');
    const before = store.ledger;
    await gate().correct(HOUR);
    expect(store.ledger).toBe(before);
  });
});

test('the ledger holds no more than any rule counts', async () => {
  for (let n = 0; n < 100; n++) {
    now += HOUR;
    await gate().pass('session', 'automatic');
    await gate().pass('exchange', 'automatic');
  }
  const { requests, sessions, exchanges } = store.ledger;
  expect([requests, sessions, exchanges].every(({ length }) => length <= 24)).toBe(true);
});

describe('a storm of navigations', () => {
  /** Every state in which an event leads to a look, and what a look leads to there. */
  const STATES = ['nobody is signed in', 'exchanges are refused', 'exchanges succeed'] as const;
  /** Where the storm is, and the most that it may lead to in a minute and in ten. */
  const PLACES: [string, Asker[], number, number][] = [
    ['in any tab', ['automatic'], 4, 14],
    ['in our tab', ['automatic', 'page'], 8, 17],
    ['of sign-ins in our tab', ['automatic', 'page', 'sign-in', 'late-sign-in'], 11, 20],
  ];
  const CASES = PLACES.flatMap((place) => STATES.map((state) => ({ place, state })));

  test.each(CASES)('$place.0 leads to few requests where $state', async ({ place, state }) => {
    const [, askers, inAMinute, inTen] = place;
    const event = fc.tuple(fc.nat(2_000), fc.constantFrom(...askers));
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 400, maxLength: 900 }), async (events) => {
        store = new FakeLedger();
        now = START;
        const sent: number[] = [];
        for (const [pause, asker] of events) {
          now += pause;
          if (!(await passes('session', asker))) continue;
          sent.push(now);
          if (state === 'nobody is signed in' || !(await passes('exchange', asker))) continue;
          sent.push(now, now);
          await gate().note('exchange', state === 'exchanges succeed' ? null : refused);
        }
        expect(mostWithin(sent, MINUTE)).toBeLessThanOrEqual(inAMinute);
        expect(mostWithin(sent, 10 * MINUTE)).toBeLessThanOrEqual(inTen);
        expect(sent.length).toBeGreaterThan(3);
      }),
      { numRuns: 5 },
    );
  });

  test.each<Asker>(['automatic', 'page'])(
    'leaves room for the sign-in that is waited for, where the storm is %s',
    async (asker) => {
      for (let n = 0; n < 2_400; n++) {
        now += 250;
        await passes('session', 'automatic');
        await passes('session', asker);
      }
      expect(await passes('session', 'sign-in')).toBe(true);
      expect(await passes('exchange', 'sign-in')).toBe(true);
    },
  );
});

test('who signs out and in again within a minute waits for none of our own checks', async () => {
  type Event = [second: number, asker: Asker, kind: 'session' | 'exchange'];
  const looks = (asker: Asker, ...seconds: number[]): Event[] =>
    seconds.map((second) => [second, asker, 'session']);
  const events = [
    ...looks('page', 1, 4, 11.5, 12.1, 12.8, 24),
    ...looks('sign-in', 33),
    [33.1, 'sign-in', 'exchange'] satisfies Event,
    // A page that waits asks now and again, which is nobody's loss where it is too early.
    ...looks('automatic', 0, 5, 10, 20, 25, 30),
  ].toSorted(([one], [other]) => one - other);
  const refused: string[] = [];
  for (const [second, asker, kind] of events) {
    now = Math.max(now, START + second * 1_000);
    const isPassed = await passes(kind, asker);
    if (!isPassed && asker !== 'automatic') refused.push(`${kind} at ${String(second)} s`);
  }
  expect(refused).toStrictEqual([]);
  expect(now - START).toBeLessThan(35_000);
});

function mostWithin(instants: readonly number[], stretch: number): number {
  return Math.max(
    ...instants.map((end) => instants.filter((at) => at > end - stretch && at <= end).length),
  );
}

test('failures hold no more than the cause, what was asked for and the end', async () => {
  await gate().pass('session', 'automatic');
  await expect(gate().pass('session', 'automatic')).rejects.toThrow(FailureError);
});
