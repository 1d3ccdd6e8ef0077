import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Asker } from '@/utils/connection/ports';
import { Renewing } from '@/utils/connection/renewing';
import { SignInSeen } from '@/utils/connection/sign-in-seen';
import type { Connected } from '@/utils/domain/connection/connection';
import { dueAlarms } from '@/utils/domain/due-alarms';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { AN_ATTEMPT, aConnected, aTokenLife } from '../../support/connections';
import { FakeSony } from '../../support/fake-sony';
import { FakeRecord, FakeVault, newLocks } from '../../support/fake-worker-storage';

const OURS = 7;
const WAITING = {
  ...AN_ATTEMPT,
  phase: 'signing-out',
  since: 0,
  laterThan: 0,
  isShown: true,
} as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The checks of a sign-in that is waited for, each with the seconds until it is made. */
async function checksAfter(happens: (seen: SignInSeen) => Promise<void>) {
  const checks: [seconds: number, asker: Asker][] = [];
  const from = Date.now();
  const record = new FakeRecord();
  record.current = WAITING;
  const seen = new SignInSeen({
    isOurTab: (tabId) => Promise.resolve(tabId === OURS),
    record,
    now: Date.now,
    carryOn: (asker) => {
      checks.push([(Date.now() - from) / 1_000, asker]);
      return Promise.resolve();
    },
    renewAtOnce: () => Promise.reject(new Error('not awaited')),
    wakeSync: () => Promise.resolve(),
  });
  await happens(seen);
  await vi.advanceTimersByTimeAsync(60_000);
  // It has an alarm of its own.
  expect(record.history).toStrictEqual([]);
  return checks;
}

test('a page that has loaded in our tab may be the end of a sign-out: it is looked at within a second', async () => {
  expect(await checksAfter((seen) => seen.pageLoaded(OURS))).toStrictEqual([[0.5, 'page']]);
});

test('what loads in any other tab is nothing to look at', async () => {
  expect(await checksAfter((seen) => seen.pageLoaded(OURS + 1))).toStrictEqual([]);
});

test('pages that load one after the other are looked at once', async () => {
  const checks = await checksAfter(async (seen) => {
    for (let pages = 0; pages < 20; pages++) await seen.pageLoaded(OURS);
  });
  expect(checks).toHaveLength(1);
});

test('the end of a sign-in is looked at in two seconds, and once more for a late cookie', async () => {
  expect(await checksAfter((seen) => seen.inTab(OURS))).toStrictEqual([
    [2, 'sign-in'],
    [8, 'late-sign-in'],
  ]);
  expect(await checksAfter((seen) => seen.inTab(OURS + 1))).toStrictEqual([[4, 'automatic']]);
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SIGNED_OUT = aTokenLife({
  session: { state: 'signed-out', endsAt: 60 * DAY, seenAt: 5 * DAY, aliveAt: 4 * DAY },
});

/** Somebody is signed in at Sony, an hour after the last look. */
function sceneOf(known: Connected) {
  const sony = new FakeSony();
  sony.session = { state: 'signed-in', endsAt: 65 * DAY };
  sony.now = 5 * DAY + HOUR;
  const record = new FakeRecord();
  record.current = known;
  const renewing = new Renewing({
    ...{ session: sony, tokens: sony, vault: new FakeVault(), record, exclusively: newLocks() },
    settings: { read: () => Promise.resolve(DEFAULT_SETTINGS) },
    now: () => sony.now,
  });
  const seen = new SignInSeen({
    isOurTab: (tabId) => Promise.resolve(tabId === OURS),
    record,
    now: () => sony.now,
    carryOn: () => Promise.resolve(),
    renewAtOnce: (asker) => renewing.renewAtOnce(asker),
    wakeSync: () => Promise.resolve(),
  });
  return { sony, record, renewing, seen };
}

test.each<[string, number, Connected]>([
  ['of a connection that works', OURS + 1, aConnected({ tokenLife: SIGNED_OUT })],
  ['in our tab', OURS, aConnected({ tokenLife: SIGNED_OUT })],
  [
    'of one that waits for hours to be tried again',
    OURS + 1,
    aConnected({
      tokenLife: SIGNED_OUT,
      failure: { cause: 'token-refused' },
      recovery: {
        token: 'spent',
        failure: { cause: 'token-refused' },
        tries: 9,
        nextAt: 5 * DAY + 6 * HOUR,
      },
    }),
  ],
])('a sign-in %s that a dying worker has seen is found by the next one', async (_, tab, known) => {
  const { sony, record, renewing, seen } = sceneOf(known);
  await seen.inTab(tab);
  // Its timers die with the worker.
  vi.clearAllTimers();

  const due = dueAlarms(record.current, DEFAULT_SETTINGS, null, sony.now).renewal ?? Infinity;
  expect(due).toBeLessThanOrEqual(sony.now + 4_000);
  await renewing.renewIfDue();
  // Its cookie may not be there yet.
  expect(sony.looks).toBe(0);
  sony.now = due;
  await renewing.renewIfDue();
  expect(record.current).toMatchObject({
    failure: null,
    tokenLife: { session: { state: 'alive', endsAt: 65 * DAY } },
  });
});

test.each([
  ['a page that loads in our tab', (seen: SignInSeen) => seen.pageLoaded(OURS)],
  ['a page that looks like a sign-in’s end', (seen: SignInSeen) => seen.inTab(OURS + 1)],
])('what Sony has refused is traded no sooner for %s', async (_, happens) => {
  const session = { state: 'refused', endsAt: 65 * DAY, seenAt: 5 * DAY } as const;
  const { sony, renewing, seen } = sceneOf(aConnected({ tokenLife: aTokenLife({ session }) }));
  for (let times = 0; times < 3; times++) {
    await happens(seen);
    sony.now += HOUR;
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(sony.looks).toBe(3);
  expect(sony.exchanges).toBe(0);

  // By itself it is, a day later.
  sony.now = 6 * DAY;
  await renewing.renewIfDue();
  expect(sony.exchanges).toBe(1);
});

test('a late cookie is looked for by the next worker where this one dies between the two looks', async () => {
  const { sony, record, renewing, seen } = sceneOf(aConnected({ tokenLife: SIGNED_OUT }));
  sony.session = { state: 'signed-out' };
  await seen.inTab(OURS);
  sony.now += 2_000;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sony.looks).toBe(1);
  vi.clearAllTimers();

  sony.session = { state: 'signed-in', endsAt: 65 * DAY };
  sony.now += 5_000;
  await renewing.renewIfDue();
  expect(sony.looks).toBe(1);
  sony.now += 1_000;
  expect(dueAlarms(record.current, DEFAULT_SETTINGS, null, sony.now).renewal).toBe(sony.now);
  await renewing.renewIfDue();
  expect(record.current).toMatchObject({ tokenLife: { session: { state: 'alive' } } });
});

test('both looks of our tab leave no third to be made', async () => {
  const { sony, record, seen } = sceneOf(aConnected({ tokenLife: SIGNED_OUT }));
  await seen.inTab(OURS);
  for (const wait of [2_000, 6_000]) {
    sony.now += wait;
    await vi.advanceTimersByTimeAsync(wait);
  }
  expect(sony.looks).toBe(2);
  const due = dueAlarms(record.current, DEFAULT_SETTINGS, null, sony.now).renewal;
  expect(due).toBe(sony.now + DAY);
});
