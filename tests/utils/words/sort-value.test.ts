import { expect, test } from 'vitest';
import { sortValue, type SortWithValue } from '@/utils/words/sort-value';
import { unranked } from '@/utils/words/unranked';
import type { RankOrNone } from '@/utils/domain/library/rank';

const NOON = new Date(2026, 10, 3, 12).getTime();

test.each<[SortWithValue, RankOrNone, string]>([
  ['platinum', { value: 12, certainty: 'exact' }, '12 to platinum'],
  ['platinum', { value: 12, certainty: 'at-most' }, 'At most 12 to platinum'],
  ['platinum', 'unknown', '– to platinum'],
  ['platinum', 'none', 'No platinum left'],
  ['completed', { value: NOON, certainty: 'exact' }, 'Completed 3 Nov 2026'],
  ['completed', { value: NOON, certainty: 'at-most' }, 'Completed by 3 Nov 2026'],
  ['trophy', 'unknown', 'Last trophy –'],
  ['trophy', { value: 0, certainty: 'exact' }, 'Last trophy –'],
  ['completed', { value: 1e300, certainty: 'at-most' }, 'Completed –'],
  ['rarest', { value: 41, certainty: 'at-most' }, 'Rarest 4.1% or less'],
  ['playtime', { value: 3_600, certainty: 'at-least' }, 'Playtime at least 1 hr'],
])('%s, %j: %s', (sort, rank, words) => {
  expect(sortValue(sort, rank, 'en-GB')).toBe(words);
});

test.each([
  [1, false, '1 game cannot be ranked: its trophies are not fetched'],
  [12, false, '12 games cannot be ranked: their trophies are not fetched'],
  [12, true, '12 games cannot be ranked: how rare their trophies are is not known'],
])('%i games, some of them fetched: %s', (games, areFetched, words) => {
  expect(unranked('rarest', games, areFetched, 'en-GB')).toBe(words);
});
