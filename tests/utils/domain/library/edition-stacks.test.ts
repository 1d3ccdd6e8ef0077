import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOfStacks, stacksOf } from '@/utils/domain/library/edition-stacks';
import { gamesIn, preparer, sift, type PreparedTitle } from '@/utils/domain/library/library-filter';
import {
  FACETS,
  NO_FILTERS,
  SCOPES,
  type Filters,
  type Scope,
} from '@/utils/domain/library/library-view';
import { anyTitles, anyView } from '../../../support/shelves.ts';
import { aLibraryTitle } from '../../../support/statuses.ts';

/** How many stacks are shown where this is asked. */
function shownOf(all: readonly PreparedTitle[], asked: { scope: Scope; filters: Filters }): number {
  return stacksOf(sift(all, asked).shown, all, { sort: 'played', ...asked }).length;
}

test('a count says what its option shows where the furthest edition stands elsewhere', () => {
  const editions = [
    aLibraryTitle({ npCommunicationId: 'A', name: 'Bloom', platforms: ['PS4'], progress: 60 }),
    aLibraryTitle({ npCommunicationId: 'B', name: 'Bloom', platforms: ['PS5'], progress: 100 }),
  ];
  const asked = { scope: 'all' as const, filters: NO_FILTERS };
  const counts = countsOfStacks(preparer()(editions), asked);

  expect(counts.percent.get('50-74') ?? 0).toBe(0);
  expect(counts.percent.get('100')).toBe(1);
  expect([counts.platform.get('PS4'), counts.platform.get('PS5')]).toEqual([1, 1]);
  expect(gamesIn(counts, 'all')).toBe(1);
});

test('a game is asked for its options as often, however many options there are', () => {
  const timesAsked = (games: number): number => {
    let times = 0;
    const all = Array.from({ length: games }, (_, at) =>
      aLibraryTitle({ tags: [`tag ${String(at)}`] }),
    );
    const counted = preparer()(all).map((prepared) => {
      const { tag, ...traits } = prepared.traits;
      return {
        ...prepared,
        traits: {
          ...traits,
          get tag() {
            times += 1;
            return tag;
          },
        },
      };
    });
    countsOfStacks(counted, { scope: 'all', filters: NO_FILTERS });
    return times / games;
  };
  expect(timesAsked(100)).toBe(timesAsked(10));
});

test('every option shows as many stacks as its count says, whatever else is asked', () => {
  fc.assert(
    fc.property(anyTitles, anyView, (titles, { scope: anyScope, filters }) => {
      const all = preparer()(titles);
      const asked = { scope: anyScope ?? ('all' as const), filters };
      const counts = countsOfStacks(all, asked);
      for (const scope of SCOPES)
        expect([scope, gamesIn(counts, scope)]).toEqual([scope, shownOf(all, { scope, filters })]);
      for (const facet of FACETS) {
        const options = new Set(all.flatMap(({ traits }) => traits[facet]));
        for (const option of options) {
          const only = { ...asked, filters: { ...filters, [facet]: [option] } };
          const said = counts[facet].get(option) ?? 0;
          expect([facet, option, said]).toEqual([facet, option, shownOf(all, only)]);
        }
      }
    }),
  );
});
