import { expect, test } from 'vitest';
import { BUDGET, RESERVE } from '@/utils/domain/sync/budget';
import type { SyncRequest } from '@/utils/domain/sync/sync-plan';
import { remainingOf } from '@/utils/sync/planned';

const MINUTE = 60_000;

function matches(count: number): SyncRequest[] {
  return Array.from({ length: count }, (_, at) => ({ kind: 'matching', npTitleIds: [String(at)] }));
}

const HALF = BUDGET.requests / 2;

/** How many minutes are said to be left of so many requests, of which some do not go out yet. */
function minutesLeft(
  now: number,
  later: number,
  requests: number,
  { first = now, leftToPicks = 0 } = {},
): number {
  const plan = { now: matches(now), later: matches(later) };
  const budget = { requests, aWindow: BUDGET.requests, halvedUntil: null, freesAt: () => 0 };
  const { endsAt } = remainingOf({ plan, budget, first, leftToPicks }, 0);
  return Math.round((endsAt ?? 0) / MINUTE);
}

test('what waits for picks alone is not said to wait for Sony’s limit', () => {
  expect(minutesLeft(4, 45, 280)).toBe(0);
  // Nor is it while the first of them go out.
  expect(minutesLeft(1, 45, 280, { first: 4 })).toBe(0);
});

test('what the budget has no room for waits for the next window', () => {
  expect(minutesLeft(280, 5, BUDGET.requests)).toBe(15);
  expect(minutesLeft(20, 5, BUDGET.requests, { first: 280 })).toBe(15);
  expect(minutesLeft(0, 5, RESERVE)).toBe(15);
});

test('while the player has not picked only half of each window is reckoned with', () => {
  const leftToPicks = HALF;
  expect(minutesLeft(HALF, 0, BUDGET.requests, { leftToPicks })).toBe(0);
  expect(minutesLeft(HALF, 5, BUDGET.requests, { leftToPicks })).toBe(15);
  expect(minutesLeft(HALF, HALF + 5, BUDGET.requests, { leftToPicks })).toBe(30);
  // What of the half is spent is not there again before its window is over.
  expect(minutesLeft(0, 5, HALF, { leftToPicks })).toBe(15);
});

test('while what is picked is still to come, only that is said to be left', () => {
  const picks: SyncRequest[] = ['A', 'B'].map((npCommunicationId) => {
    return { kind: 'earned', npCommunicationId, npServiceName: 'trophy2' };
  });
  const others = picks.map((each) => ({ ...each, npCommunicationId: 'C', isRest: true as const }));
  const rest = [...matches(30).map((each) => ({ ...each, isRest: true as const })), ...others];
  const budget = { requests: 50, aWindow: BUDGET.requests, halvedUntil: null, freesAt: () => 0 };
  const left = (now: SyncRequest[], later: SyncRequest[]) =>
    remainingOf({ plan: { now, later }, budget, first: now.length, leftToPicks: 0 }, 0);

  const { endsAt, ...told } = left([...picks, ...rest.slice(0, 28)], rest.slice(28));
  expect(told).toStrictEqual({ phase: 'trophies', left: 2, isRest: false, requestsLeft: 2 });
  expect(endsAt).toBeLessThan(MINUTE);
  expect(left(rest.slice(0, 28), rest.slice(28))).toMatchObject({ isRest: true, requestsLeft: 32 });
});
