import { expect, test } from 'vitest';
import {
  BUDGET,
  budgetAhead,
  HALVED_FOR,
  leftByAhead,
  leftToPicks,
  RESERVE,
  UNSPENT,
} from '@/utils/domain/sync/budget';

const NOW = 1e12;
const MINUTE = 60_000;
const WHOLE = BUDGET.requests - RESERVE;

test.each([
  ['all of it', UNSPENT, null, [WHOLE, WHOLE, 0]],
  ['what is left of it', { requests: 100, fullAt: NOW + 5 * MINUTE }, null, [80, WHOLE, 5]],
  ['the reserve alone', { requests: 10, fullAt: NOW + MINUTE }, null, [0, WHOLE, 1]],
  ['what was spent a window ago', { requests: 0, fullAt: NOW }, null, [WHOLE, WHOLE, 0]],
  ['by a clock that was put back', { requests: 0, fullAt: NOW * 2 }, null, [0, WHOLE, 15]],
  ['half of it', UNSPENT, NOW + 1, [130, 130, 0]],
  ['what is left of half', { requests: 290, fullAt: NOW + MINUTE }, NOW + 1, [130, 130, 1]],
  ['half of it until a while ago', UNSPENT, NOW, [WHOLE, WHOLE, 0]],
  ['half for longer than can be', UNSPENT, NOW + HALVED_FOR + 1, [WHOLE, WHOLE, 0]],
])('there is to fetch ahead with: %s', (_, budget, halvedUntil, [requests, aWindow, minutes]) => {
  const ahead = { requests, aWindow, frees: (minutes ?? 0) * MINUTE };
  expect(budgetAhead({ budget, halvedUntil }, NOW)).toStrictEqual(ahead);
});

test.each([
  ['who has not picked', { hasChosen: false, everyGame: false }, 150],
  ['who has picked', { hasChosen: true, everyGame: false }, 0],
  ['who wants every game', { hasChosen: false, everyGame: true }, 0],
])('of a window is left to picks of one %s', (_, player, left) => {
  expect(leftToPicks(300, player)).toBe(left);
  expect(leftByAhead(left)).toBe(left === 0 ? RESERVE : left);
});
