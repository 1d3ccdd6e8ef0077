import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewOf, DEFAULT_VIEW } from '@/utils/domain/library/library-view';
import {
  LONGEST_VIEW_QUERY,
  MOST_SAVED_VIEWS,
  queryToSave,
  renamedView,
  withoutView,
  withView,
} from '@/utils/domain/library/saved-views';
import { anyView } from '../../../support/shelves.ts';

const ONE = { name: 'One', query: 'view=list' };
const TWO = { name: 'Two', query: 'view=grid&platform=PS5' };

test('a saved view comes back as it was, whatever the player is used to', () => {
  fc.assert(
    fc.property(anyView, anyView, (view, usual) => {
      const saved = viewOf(queryToSave(view), { ...DEFAULT_VIEW, layout: usual.layout });
      expect(saved).toEqual(view);
    }),
  );
});

test('what is saved is never longer than what is kept', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const search = 'プ'.repeat(200);
      expect(queryToSave({ ...view, search }).length).toBeLessThanOrEqual(LONGEST_VIEW_QUERY);
    }),
  );
});

test('a view of the same name takes the place of the one before', () => {
  expect(withView([ONE], TWO)).toEqual([ONE, TWO]);
  const other = { ...ONE, query: 'sort=name' };
  expect(withView([ONE, TWO], other)).toEqual([other, TWO]);
});

test('there are only so many', () => {
  const many = Array.from({ length: MOST_SAVED_VIEWS }, (_, at) => ({ ...ONE, name: String(at) }));
  expect(withView(many, TWO)).toHaveLength(MOST_SAVED_VIEWS);
  expect(withView(many, TWO).at(-1)).toEqual(TWO);
});

test('a view gets another name, and is deleted', () => {
  expect(renamedView([ONE, TWO], 'One', 'Three')).toEqual([{ ...ONE, name: 'Three' }, TWO]);
  expect(renamedView([ONE, TWO], 'One', 'One')).toEqual([ONE, TWO]);
  expect(renamedView([ONE, TWO], 'One', 'Two')).toEqual([{ ...ONE, name: 'Two' }]);
  expect(withoutView([ONE, TWO], 'One')).toEqual([TWO]);
});
