import { expect, test } from 'vitest';
import { unobtainableIn } from '@/utils/domain/trophies/unobtainable';
import type { Trophy } from '@/utils/domain/trophies/trophy-set';
import { aTrophy, aTrophySet } from '../../../support/trophies.ts';

const PLATINUM = aTrophy({ trophyId: 0, grade: 'platinum' });
const setOf = (...others: Trophy[]) => aTrophySet({ trophies: [PLATINUM, ...others] });
const open = aTrophy({ trophyId: 1 });
const marked = new Set([1]);

test('a platinum is not possible where one trophy of the base game is not to be had', () => {
  expect(unobtainableIn(marked, false, setOf(open))).toBe('platinum');
  expect(unobtainableIn(marked, false, setOf({ ...open, earned: null }))).toBe('platinum');
  expect(unobtainableIn(marked, false, setOf({ ...open, groupId: null }))).toBe('platinum');
  expect(unobtainableIn(new Set([0]), false, setOf(open))).toBe('platinum');
});

test.each<[string, ReturnType<typeof setOf> | null]>([
  ['of an add-on', setOf({ ...open, groupId: '001' })],
  ['that is earned all the same', setOf({ ...open, earned: true })],
  ['of a game without a platinum', aTrophySet({ trophies: [open] })],
  [
    'of a game whose platinum is earned',
    aTrophySet({ trophies: [{ ...PLATINUM, earned: true }, open] }),
  ],
  ['that is not in the set', setOf()],
  ['of a set that is not there', null],
])('a trophy %s keeps nobody from a platinum', (_, set) => {
  expect(unobtainableIn(marked, false, set)).toBe('trophy');
});

test('a game that is marked is all of it, and one where nothing is marked nothing', () => {
  expect(unobtainableIn(marked, true, setOf(open))).toBe('game');
  expect(unobtainableIn(new Set(), true, null)).toBe('game');
  expect(unobtainableIn(new Set(), false, setOf(open))).toBeNull();
});
