import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewOf, type LibraryView } from '@/utils/domain/library/library-view';
import {
  freeViewName,
  isShownNow,
  LONGEST_VIEW_NAME,
  LONGEST_VIEW_QUERY,
  MOST_SAVED_VIEWS,
  queryToSave,
  renamedView,
  withNamesOfTheirOwn,
  withoutView,
  withView,
} from '@/utils/domain/library/saved-views';
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

test('no view is lost to a new one: not to its name, nor to their number, nor to its length', () => {
  expect(withView([ONE], TWO)).toEqual([ONE, TWO]);
  expect(withView([ONE, TWO], { ...ONE, query: 'sort=name' })).toEqual([
    ONE,
    TWO,
    { name: 'One 2', query: 'sort=name' },
  ]);
  const many = Array.from({ length: MOST_SAVED_VIEWS }, (_, at) => ({ ...ONE, name: String(at) }));
  expect(withView(many.slice(1), TWO)).toHaveLength(MOST_SAVED_VIEWS);
  expect(withView(many, TWO)).toBeNull();
  expect(withView([], { ...TWO, query: 'q'.repeat(LONGEST_VIEW_QUERY + 1) })).toBeNull();
});

test('a free name is a new one, and no longer than what is kept', () => {
  const long = 'o'.repeat(LONGEST_VIEW_NAME);
  expect(freeViewName([ONE], 'Two')).toBe('Two');
  expect(freeViewName([ONE, { ...TWO, name: 'One 2' }], 'One')).toBe('One 3');
  expect(freeViewName([], `${long}o`)).toBe(long);
  expect(freeViewName([{ ...ONE, name: long }], `${long}o`)).toBe(`${long.slice(2)} 2`);
});

test('a view gets another name, and is deleted', () => {
  expect(renamedView([ONE, TWO], 'One', 'Three')).toEqual([{ ...ONE, name: 'Three' }, TWO]);
  expect(renamedView([ONE, TWO], 'One', 'One')).toEqual([ONE, TWO]);
  expect(renamedView([ONE, TWO], 'One', 'Two')).toEqual([{ ...ONE, name: 'Two 2' }, TWO]);
  expect(withoutView([ONE, TWO], 'One')).toEqual([TWO]);
});

test('two of one name, as a copy may have them, are two, and one that is there twice is one', () => {
  const other = { ...TWO, name: ' ONE' };
  expect(withNamesOfTheirOwn([ONE, TWO, other]).map(({ name }) => name)).toEqual([
    'One',
    'Two',
    ' ONE 2',
  ]);
  expect(withNamesOfTheirOwn([ONE, TWO, { ...ONE, name: 'one' }])).toEqual([ONE, TWO]);
});

test('a name is the same in capitals too', () => {
  expect(withView([ONE], { ...TWO, name: 'ONE' })).toEqual([ONE, { ...TWO, name: 'ONE 2' }]);
  expect(renamedView([ONE, TWO], 'Two', 'one')).toEqual([ONE, { ...TWO, name: 'one 2' }]);
  expect(renamedView([ONE, TWO], 'one', 'ONE')).toEqual([{ ...ONE, name: 'ONE' }, TWO]);
  expect(withoutView([ONE, TWO], 'ONE')).toEqual([TWO]);
});
