import { expect, test } from 'vitest';
import { newViewId, viewsIn, withViewSaid } from '@/utils/domain/library/saved-views';
import { firstViewItem, viewsMet, type ViewItem } from '@/utils/domain/library/view-items';
import { DAY } from '@/utils/domain/time-units';

const NOW = 1_796_000_000_000;
const HERE = { device: 'here', now: NOW };
const PS5 = { name: 'PS5', query: 'platform=PS5' };
const GONE = { name: 'Removed', query: 'gone=yes' };

const named = (items: readonly ViewItem[]): string[] => viewsIn(items).map(({ name }) => name);

test('two pages that save a view in one moment both have it kept, whatever each of them knew', () => {
  const [one, other] = [newViewId(NOW), newViewId(NOW)];
  const first = viewsMet([], withViewSaid([], one, PS5), HERE);
  const both = viewsMet(first, withViewSaid([], other, GONE), HERE);
  expect(named(both).sort()).toEqual(['PS5', 'Removed']);
  // A page that has not heard of it says nothing of it.
  const renamed = viewsMet(both, withViewSaid(first, one, { ...PS5, name: 'Five' }), HERE);
  expect(named(renamed).sort()).toEqual(['Five', 'Removed']);
});

test('what a page says last of a view counts, also where it knew an earlier one', () => {
  const first = viewsMet([], withViewSaid([], 'a', PS5), HERE);
  const renamed = viewsMet(first, withViewSaid(first, 'a', { ...PS5, name: 'Five' }), HERE);
  const deleted = viewsMet(renamed, withViewSaid(first, 'a', null), HERE);
  expect(viewsIn(deleted)).toEqual([]);
  expect(deleted).toMatchObject([{ id: 'a', value: null, device: 'here' }]);
  // A copy of before does not bring it back, and it is kept for a year.
  expect(viewsIn(viewsMet(deleted, renamed, HERE))).toEqual([]);
  const later = deleted[0]!.deletedAt! + 366 * DAY;
  expect(viewsMet(deleted, [], { ...HERE, now: later })).toEqual([]);
});

test('what is said again is no later for it', () => {
  const first = viewsMet([], withViewSaid([], 'a', PS5), HERE);
  expect(viewsMet(first, withViewSaid(first, 'a', { ...PS5 }), HERE)).toEqual(first);
});

test('views that an earlier build has stored are the same ones wherever they are met, and stand first', () => {
  const items = [PS5, GONE].map(firstViewItem);
  const later = withViewSaid(items, newViewId(NOW), { ...PS5, name: 'A' });
  expect(named(later)).toEqual(['PS5', 'Removed', 'A']);
  expect(viewsMet(items, [PS5, { ...PS5, query: 'q=a' }].map(firstViewItem), HERE)).toHaveLength(3);
});

test('views are in the order in which they were made', () => {
  const ids = [NOW, 5, NOW + 1, 36 ** 6].map(newViewId);
  const items = ids.reduce<ViewItem[]>((all, id) => withViewSaid(all, id, PS5), []);
  expect(viewsIn(items).map(({ id }) => id)).toEqual([ids[1], ids[3], ids[0], ids[2]]);
});
