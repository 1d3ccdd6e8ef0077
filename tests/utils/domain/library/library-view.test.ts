import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DEFAULT_VIEW,
  NO_FILTERS,
  chosenOptions,
  queryOf,
  viewOf,
  withOption,
  withoutFilters,
} from '@/utils/domain/library/library-view';
import { anyView } from '../../../support/shelves.ts';

test('every view comes back from its address', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(viewOf(queryOf(view))).toEqual(view);
    }),
  );
});

test('the default view has nothing in its address', () => {
  expect(queryOf(DEFAULT_VIEW)).toBe('');
  expect(viewOf('')).toEqual(DEFAULT_VIEW);
});

test('an address says it in words', () => {
  const view = {
    ...DEFAULT_VIEW,
    search: 'god of war',
    scope: 'all',
    sort: 'rarest',
    filters: { ...NO_FILTERS, platform: ['PS4', 'PS5'], left: ['bronze'], hidden: ['no'] },
  } as const;
  expect(queryOf(view)).toBe(
    'q=god+of+war&show=all&sort=rarest&platform=PS4&platform=PS5&left=bronze&hidden=no',
  );
});

test.each([
  'sort=price',
  'show=none&order=up',
  'view=table&editions=yes',
  'platform=%3Cb%3E&platform=&platform=+&left=diamond&percent=33&hidden=maybe',
  'anything',
  '%E0%A4%A',
])('what no view knows is left out: %s', (query) => {
  expect(viewOf(query)).toEqual(DEFAULT_VIEW);
});

test('whatever stands in an address, a view comes of it', () => {
  fc.assert(
    fc.property(fc.string(), (query) => {
      const view = viewOf(query);
      expect(viewOf(queryOf(view))).toEqual(view);
    }),
  );
});

test.each(['PS5', 'Vita', 'PS VR2', 'Steam-Deck', 'プレイステーション'])(
  '%s can be filtered by',
  (platform) => {
    const view = { ...DEFAULT_VIEW, filters: withOption(NO_FILTERS, 'platform', platform, true) };
    expect(viewOf(queryOf(view))).toEqual(view);
  },
);

test('an option is taken in and out again', () => {
  const one = withOption(NO_FILTERS, 'platform', 'PS5', true);
  const two = withOption(withOption(one, 'platform', 'PS5', true), 'left', 'gold', true);
  expect(chosenOptions(two)).toEqual([
    { facet: 'platform', option: 'PS5' },
    { facet: 'left', option: 'gold' },
  ]);
  expect(withOption(withOption(two, 'left', 'gold', false), 'platform', 'PS5', false)).toEqual(
    NO_FILTERS,
  );
});

test.each([
  ['percent', '1-99', '75-99', ['75-99']],
  ['percent', '40-49', '25-49', ['25-49']],
  ['percent', '20-29', '25-49', ['20-29', '25-49']],
  ['percent', '1-24', '75-99', ['1-24', '75-99']],
  ['percent', '1-99', '100', ['1-99', '100']],
  ['percent', 'started', '25-49', ['25-49']],
  ['percent', 'started', '0', ['started', '0']],
  ['status', 'kept', 'playing', ['playing']],
  ['status', 'kept', 'retired', ['kept', 'retired']],
  ['points', '1-299', '1000', ['1-299', '1000']],
] as const)('of %s where %s is chosen, choosing %s leaves %j', (facet, before, option, after) => {
  const filters = { ...NO_FILTERS, [facet]: [before] };
  expect(withOption(filters, facet, option, true)[facet]).toEqual(after);
});

test('without filters the layout and the order stay, and so does what is shown', () => {
  const view = viewOf('q=a&show=picked&sort=name&view=list&platform=PS5&gone=yes');
  expect(queryOf({ ...view, ...withoutFilters(view) })).toBe('show=picked&sort=name&view=list');
  expect(withoutFilters(viewOf('show=unpicked')).scope).toBe('all');
});

test('it is the same view, whichever of it was chosen first', () => {
  const [one, other] = ['PS5&platform=PS4&tag=b&tag=a', 'PS4&platform=PS5&tag=a&tag=b'];
  expect(viewOf(`platform=${one}`)).toEqual(viewOf(`platform=${other}`));
});
