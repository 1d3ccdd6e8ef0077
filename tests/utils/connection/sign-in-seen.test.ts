import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Asker } from '@/utils/connection/ports';
import { SignInSeen } from '@/utils/connection/sign-in-seen';
import { AN_ATTEMPT } from '../../support/connections';

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
  const seen = new SignInSeen({
    isOurTab: (tabId) => Promise.resolve(tabId === OURS),
    record: { read: () => Promise.resolve(WAITING) },
    carryOn: (asker) => {
      checks.push([(Date.now() - from) / 1_000, asker]);
      return Promise.resolve();
    },
    renewAtOnce: () => Promise.reject(new Error('not awaited')),
    wakeSync: () => Promise.resolve(),
  });
  await happens(seen);
  await vi.advanceTimersByTimeAsync(60_000);
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
