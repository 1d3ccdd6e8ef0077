import { expect, test } from 'vitest';
import {
  annotationsIn,
  knownItems,
  marksIn,
  WHOLE_SET,
  withMarks,
  type StoredItem,
} from '@/utils/domain/library/player-item';
import { NOT_ANNOTATED } from '@/utils/domain/trophies/trophy-annotation';
import { aLibraryTitle } from '../../../support/library-titles.ts';
import { aTrophy, aTrophySet } from '../../../support/trophies.ts';

function item(kind: string, value: unknown, trophyId = WHOLE_SET): StoredItem {
  return { kind, value, trophyId, npCommunicationId: 'A', version: 1, device: 'this' };
}

test('what is deleted, and what only a later build knows, says nothing', () => {
  const items = [
    item('hide', null),
    item('hide', 'always'),
    item('tags', ['a', 1]),
    item('tags', 'a'),
    item('status', 'paused'),
    item('toString', true),
    item('goal', true),
  ];
  expect(knownItems(items)).toEqual([]);
});

test('what is said of a title is its marks, and of its trophies only what that makes of the platinum', () => {
  const items = [
    item('choice', 'never'),
    item('status', 'retired'),
    item('hide', true),
    // A copy may have one of them twice.
    item('tags', ['co-op', 'cheap', 'co-op']),
    item('note', 'chapter 2', 3),
    item('hide', true, 3),
    item('unobtainable', true, 3),
    item('story', true, 3),
    item('story', true),
  ];
  const set = aTrophySet({
    trophies: [aTrophy({ trophyId: 0, grade: 'platinum' }), aTrophy({ trophyId: 3 })],
  });
  const marks = { choice: 'never', status: 'retired', hide: true, tags: ['co-op', 'cheap'] };
  expect(marksIn(items).get('A')).toEqual({ ...marks, unobtainable: 'trophy' });
  expect(marksIn(items, () => set).get('A')).toEqual({ ...marks, unobtainable: 'platinum' });
  expect(marksIn([...items, item('unobtainable', true)]).get('A')?.unobtainable).toBe('game');
});

test('a title has the marks that are said of it, no others, and the choice that it had', () => {
  const title = aLibraryTitle({
    ...{ choice: 'picked', status: 'done', hide: true, unobtainable: 'game', tags: ['a'] },
  });
  expect(withMarks(title)).toStrictEqual(aLibraryTitle({ choice: 'picked' }));
  expect(withMarks(title, { tags: ['b'] })).toStrictEqual(
    aLibraryTitle({ choice: 'picked', tags: ['b'] }),
  );
});

test('what is noted of a trophy is together, and what is said of the game is no part of it', () => {
  const items = [
    item('note', 'chapter 2', 3),
    item('unobtainable', true, 3),
    item('pin', true, 4),
    item('unobtainable', true),
    item('story', true, 5),
    item('missable', true, 5),
    item('online', null, 5),
    item('online', true),
  ];
  const of = { ...NOT_ANNOTATED, npCommunicationId: 'A' };
  expect(annotationsIn(items)).toEqual([
    { ...of, trophyId: 3, note: 'chapter 2', unobtainable: true },
    { ...of, trophyId: 4, pinned: true },
    { ...of, trophyId: 5, missable: true, story: true },
  ]);
});
