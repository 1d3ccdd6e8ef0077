import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewOf, type LibraryView } from '@/utils/domain/library/library-view';
import {
  freeViewName,
  hasRoomFor,
  isShownNow,
  MOST_SAVED_VIEWS,
  newViewId,
  queryToSave,
  viewsIn,
  withNamesOfTheirOwn,
} from '@/utils/domain/library/saved-views';
import {
  firstViewItem,
  LONGEST_VIEW_NAME,
  LONGEST_VIEW_QUERY,
} from '@/utils/domain/library/view-items';
import { anyView } from '../../../support/shelves.ts';

const ONE = { name: 'One', query: 'view=list' };
const TWO = { name: 'Two', query: 'view=grid&platform=PS5' };

const saved = (view: LibraryView) => ({ name: 'One', query: queryToSave(view) });

test('a saved view comes back as it was, whatever the player is used to', () => {
  fc.assert(
    fc.property(anyView, anyView, (view, usual) => {
      const opened = viewOf(queryToSave(view), usual);
      expect(opened).toEqual({ ...view, isFolded: usual.isFolded });
      expect(isShownNow(saved(view), opened)).toBe(true);
    }),
  );
});

test('it is another view where anything of it is', () => {
  fc.assert(
    fc.property(anyView, anyView, (view, other) => {
      fc.pre(queryToSave(view) !== queryToSave(other));
      expect(isShownNow(saved(view), other)).toBe(false);
    }),
  );
});

test('what an earlier build has not saved of it may be as it is', () => {
  const query = 'platform=PS5&view=list';
  expect(isShownNow({ name: 'One', query }, viewOf(`${query}&columns=rarest&cards=huge`))).toBe(
    true,
  );
  expect(isShownNow({ name: 'One', query }, viewOf('platform=PS5&view=grid'))).toBe(false);
});

test('what is saved is never longer than what is kept, but for tags', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const search = 'プ'.repeat(200);
      expect(queryToSave({ ...view, search }).length).toBeLessThanOrEqual(LONGEST_VIEW_QUERY);
    }),
  );
});

test('one more is saved while there are not too many, and it is not too long', () => {
  const many = Array.from({ length: MOST_SAVED_VIEWS }, (_, at) => ({ ...ONE, name: String(at) }));
  expect(hasRoomFor(many.slice(1), TWO)).toBe(true);
  expect(hasRoomFor(many, TWO)).toBe(false);
  expect(hasRoomFor([], { ...TWO, query: 'q'.repeat(LONGEST_VIEW_QUERY + 1) })).toBe(false);
});

test('a free name is a new one, and no longer than what is kept', () => {
  const long = 'o'.repeat(LONGEST_VIEW_NAME);
  expect(freeViewName([ONE], 'Two')).toBe('Two');
  expect(freeViewName([ONE, { ...TWO, name: 'One 2' }], 'One')).toBe('One 3');
  expect(freeViewName([], `${long}o`)).toBe(long);
  expect(freeViewName([{ ...ONE, name: long }], `${long}o`)).toBe(`${long.slice(2)} 2`);
});

test('two of one name, as two libraries may have them, are two, also in capitals', () => {
  const other = { ...TWO, name: ' ONE' };
  expect(withNamesOfTheirOwn([ONE, TWO, other]).map(({ name }) => name)).toEqual([
    'One',
    'Two',
    ' ONE 2',
  ]);
});

test('views of earlier builds stand before others in the order of their names, as people have it', () => {
  const first = ['Zelda', 'ärgerlich', 'apes', 'Éclair', 'éclair'].map((name) =>
    firstViewItem({ ...ONE, name }),
  );
  const later = ['Zoo', 'Apes'].map((name, at) => ({
    ...{ id: newViewId(1_800_000_000_000 + at), value: { ...ONE, name } },
    ...{ version: 1, device: 'a' },
  }));
  expect(viewsIn([...later, ...first]).map(({ name }) => name)).toEqual([
    ...['apes', 'ärgerlich', 'Éclair', 'éclair 2', 'Zelda'],
    ...['Zoo', 'Apes 2'],
  ]);
});

test('so does a name that begins another, or ends with a number', () => {
  const names = ['View 2', 'View 10', 'Backlog', 'Backlog PS4', 'PS5', 'PS5 2', 'A/B', 'A/B C'];
  const views = viewsIn(names.toReversed().map((name) => firstViewItem({ ...ONE, name })));
  expect(views.map(({ name }) => name)).toEqual([
    ...['A/B', 'A/B C', 'Backlog', 'Backlog PS4', 'PS5', 'PS5 2', 'View 2', 'View 10'],
  ]);
});

test('of two that were called the same, the first in that order keeps its name', () => {
  const named = ['ps5', 'Other', 'PS5'].map((name) => firstViewItem({ ...ONE, name }));
  const [one, ...others] = viewsIn(named).map(({ name }) => name);
  expect([one, ...others]).toEqual([
    'Other',
    expect.not.stringMatching(/ 2$/),
    expect.stringMatching(/ 2$/),
  ]);
});
