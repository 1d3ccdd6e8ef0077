import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIST_COLUMNS } from '@/utils/domain/library/list-columns';
import {
  DEFAULT_VIEW,
  LAYOUTS,
  usualOf,
  queryOf,
  viewOf,
  type LibraryView,
} from '@/utils/domain/library/library-view';

const usuals: fc.Arbitrary<LibraryView> = fc
  .record({
    layout: fc.constantFrom(...LAYOUTS),
    columns: fc.subarray([...LIST_COLUMNS]),
    isFolded: fc.boolean(),
  })
  .map((usual) => ({ ...DEFAULT_VIEW, ...usual }));

test('what is looked for is no taste', () => {
  const view = viewOf('q=astro&show=all&sort=name&view=list&columns=rarest&glance=folded');
  expect(queryOf(usualOf(view))).toBe('view=list&columns=rarest&glance=folded');
});

test('where an address says nothing it is as it was chosen, and where it says something as that', () => {
  const usual = viewOf('view=list&columns=rarest&glance=folded');
  expect(viewOf('q=astro', usual)).toEqual({ ...usual, search: 'astro' });
  expect(viewOf('view=grid&columns=playtime&glance=open', usual)).toEqual({
    ...DEFAULT_VIEW,
    columns: ['playtime'],
  });
});

test('an address leads back to its view, whatever is kept; and elsewhere to all that is not usual', () => {
  fc.assert(
    fc.property(usuals, usuals, (view, kept) => {
      const query = queryOf(view, kept);
      expect(viewOf(query, kept)).toEqual(view);
      expect(viewOf(query)).toEqual(view);
    }),
  );
});
