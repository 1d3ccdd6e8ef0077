import { expect, test } from 'vitest';
import { isGivenUp, isStarted } from '@/utils/domain/library/how-begun';
import { titlesToCount } from '@/utils/domain/numbers/titles-to-count';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { aLibraryTitle } from '@/tests/support/library-titles.ts';

const ALL = { hidden: false, otherEditions: false };
const GONE = aLibraryTitle({ absence: { missedAt: 1, isSure: true } });
const MISSED_ONCE = aLibraryTitle({ absence: { missedAt: 1, isSure: false } });
const EMPTY = aLibraryTitle({ defined: noTrophies() });
const HIDDEN = aLibraryTitle({ hidden: true, name: 'Sea of Glass' });
const HIDE = aLibraryTitle({ hide: true, name: 'Paper Kites' });
const RETIRED = aLibraryTitle({ status: 'retired' });

test('what is gone, or has no trophies, is in no average', () => {
  const titles = [GONE, MISSED_ONCE, EMPTY, HIDDEN, HIDE, RETIRED];
  expect(titlesToCount(titles, ALL)).toEqual([MISSED_ONCE, HIDDEN, HIDE, RETIRED]);
});

test('hidden games are left out where the player wants that', () => {
  expect(titlesToCount([HIDDEN, HIDE, RETIRED], { ...ALL, hidden: true })).toEqual([RETIRED]);
});

test('of the editions of a game the one that got furthest is left', () => {
  const ps4 = aLibraryTitle({ name: 'Iron Orchard', progress: 20 });
  const ps5 = aLibraryTitle({ name: 'Iron Orchard (PS5)', progress: 90 });
  expect(titlesToCount([ps4, HIDDEN, ps5], ALL)).toHaveLength(3);
  expect(titlesToCount([ps4, HIDDEN, ps5], { ...ALL, otherEditions: true })).toEqual([ps5, HIDDEN]);
});

test('the player has given up what they retired, and what is not to be had as a whole', () => {
  expect(isGivenUp({ status: 'retired' })).toBe(true);
  expect(isGivenUp({ unobtainable: 'game' })).toBe(true);
  expect(isGivenUp({ unobtainable: 'platinum', status: 'backlog' })).toBe(false);
});

test('a game is started once anything of it is earned', () => {
  const none = { bronze: null, silver: null, gold: null, platinum: null };
  expect(isStarted({ earned: { ...noTrophies(), silver: 1 }, progress: 0 })).toBe(true);
  expect(isStarted({ earned: none, progress: 3 })).toBe(true);
  expect(isStarted({ earned: none, progress: null })).toBe(false);
  expect(isStarted({ earned: noTrophies(), progress: 0 })).toBe(false);
});
