import { expect, test } from 'vitest';
import { LONGEST_TAG, MOST_TAGS } from '@/utils/domain/library/game-marks';
import { firstTags, tagsAmong, withTag } from '@/utils/domain/library/tags';

test('a tag is written as it is written elsewhere, and none stands there twice', () => {
  expect(withTag([], ' with  Ada ', [])).toEqual(['with Ada']);
  expect(withTag(['co-op'], 'CHEAP', ['cheap', 'co-op'])).toEqual(['co-op', 'cheap']);
  expect(withTag(['Co-op'], 'co-op', ['Co-op'])).toEqual(['Co-op']);
});

test('what cannot be seen is no tag, and there is an end to how long one is and how many there are', () => {
  const tags = ['a'];
  expect(withTag(tags, ' \u200b ', [])).toBe(tags);
  expect(withTag([], 'x'.repeat(99), [])).toEqual(['x'.repeat(LONGEST_TAG)]);
  const all = Array.from({ length: MOST_TAGS }, (_, at) => String(at));
  expect(withTag(all, 'another', [])).toBe(all);
});

test('every tag of the library is there once, in the order of the alphabet', () => {
  expect(tagsAmong([{ tags: ['b', 'a'] }, {}, { tags: ['A', 'b'] }])).toEqual(['a', 'A', 'b']);
});

test.each([
  [[], []],
  [['a'.repeat(30), 'b'], ['a'.repeat(30)]],
  [
    ['co-op', 'cheap', 'with the children', 'x'],
    ['co-op', 'cheap'],
  ],
])('of %j the first that have room', (tags, first) => {
  expect(firstTags(tags)).toEqual(first);
});
