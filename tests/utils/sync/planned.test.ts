import { expect, test } from 'vitest';
import { BUDGET, RESERVE } from '@/utils/domain/sync/budget';
import type { SyncRequest } from '@/utils/domain/sync/sync-plan';
import { remainingOf } from '@/utils/sync/planned';

const MINUTE = 60_000;

function matches(count: number): SyncRequest[] {
  return Array.from({ length: count }, (_, at) => ({ kind: 'matching', npTitleIds: [String(at)] }));
}

/** How many minutes are said to be left of so many requests, of which some do not go out yet. */
function minutesLeft(now: number, later: number, requests: number, first = now): number {
  const plan = { now: matches(now), later: matches(later) };
  const budget = { requests, aWindow: BUDGET.requests, halvedUntil: null, freesAt: () => 0 };
  return Math.round((remainingOf({ plan, budget, first }, 0).endsAt ?? 0) / MINUTE);
}

test('what waits for picks alone is not said to wait for Sony’s limit', () => {
  expect(minutesLeft(4, 45, 280)).toBe(0);
  // Nor is it while the first of them go out.
  expect(minutesLeft(1, 45, 280, 4)).toBe(0);
});

test('what the budget has no room for waits for the next window', () => {
  expect(minutesLeft(280, 5, BUDGET.requests)).toBe(15);
  expect(minutesLeft(20, 5, BUDGET.requests, 280)).toBe(15);
  expect(minutesLeft(0, 5, RESERVE)).toBe(15);
});
