import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ANY_OPTION,
  hiddenGames,
  isNothingAsked,
  NOTHING_ASKED,
  platformsOf,
  preparer,
  rememberedAlone,
  sift as siftFound,
  type Asked,
  type PreparedTitle,
} from '@/utils/domain/library/library-filter';
import {
  FACETS,
  NO_FILTERS,
  OPTIONS,
  SCOPES,
  viewOf,
  type Facet,
} from '@/utils/domain/library/library-view';
import { titleFinder } from '@/utils/domain/library/library-search';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { aLibraryTitle } from '../../../support/statuses.ts';
import { anyTitles, anyView } from '../../../support/shelves.ts';

const anyAsked: fc.Arbitrary<Asked> = anyView.map((view) => ({
  ...view,
  scope: view.scope ?? 'all',
}));

/** With what is searched for. */
function sift(titles: readonly PreparedTitle[], asked: Asked) {
  const hasWords = titleFinder().find(titles, asked.search);
  return siftFound(
    titles.filter((_, place) => hasWords(place)),
    asked,
  );
}

/** Whether a title fits what an address asks for, from all games. */
function fits(query: string, title: Partial<LibraryTitle>): boolean {
  const { search, scope, filters } = viewOf(query);
  const asked = { search, scope: scope ?? 'all', filters };
  return sift(preparer()([aLibraryTitle(title)]), asked).shown.length === 1;
}

const DEFINED = { bronze: 10, silver: 4, gold: 2, platinum: 1 };
const NOTHING = { bronze: 0, silver: 0, gold: 0, platinum: 0 };
/** Done, and something is left of it. */
const REVISED = {
  ...{ defined: { ...DEFINED, bronze: 12 }, earned: DEFINED, progress: 90 },
  trophySetVersion: '01.02',
};
const UNKNOWN_BASE = {
  defined: { ...DEFINED, platinum: 0 },
  earned: { ...NOTHING, bronze: 3 },
  progress: 20,
};

test.each<[string, Partial<LibraryTitle>, Partial<LibraryTitle>]>([
  ['q=astro', { name: 'ASTRO BOT™' }, { name: 'Okami' }],
  ['q=astro+ps5', { name: 'Astro', platforms: ['PS5'] }, { name: 'Astro', platforms: ['PS4'] }],
  ['show=picked', { choice: 'picked' }, { choice: 'never' }],
  ['show=unpicked', { choice: 'unpicked' }, { choice: 'picked' }],
  ['platform=PS4', { platforms: ['PS4', 'PSVITA'] }, { platforms: ['PS5'] }],
  ['platform=PS4&platform=PS5', { platforms: ['PS5'] }, { platforms: ['PS3'] }],
  ['platinum=earned', { earned: DEFINED }, { earned: { ...DEFINED, platinum: 0 } }],
  ['platinum=open', { earned: { ...DEFINED, platinum: 0 } }, { earned: DEFINED }],
  ['platinum=none', { defined: { ...DEFINED, platinum: 0 } }, {}],
  ['left=gold', { earned: { ...DEFINED, gold: 1 } }, { earned: DEFINED }],
  ['percent=0', { progress: 0 }, { progress: 1 }],
  ['percent=1-24', { progress: 24 }, { progress: 25 }],
  ['percent=25-49', { progress: 49 }, { progress: 50 }],
  ['percent=50-74', { progress: 74 }, { progress: 75 }],
  ['percent=75-99', { progress: 99 }, { progress: 100 }],
  ['percent=1-9', { progress: 9 }, { progress: 10 }],
  ['percent=10-19', { progress: 19 }, { progress: 20 }],
  ['percent=90-99', { progress: 90 }, { progress: 89 }],
  ['percent=1-99', { progress: 1 }, { progress: 0 }],
  ['percent=1-99', { progress: 99 }, { progress: 100 }],
  ['percent=100', { progress: 100 }, { progress: 99 }],
  ['points=0', { earned: DEFINED }, { earned: { ...DEFINED, bronze: 9 } }],
  ['points=1-299', { earned: { ...DEFINED, gold: 0 } }, { earned: { ...DEFINED, platinum: 0 } }],
  ['points=300-999', { earned: { ...DEFINED, platinum: 0 } }, { earned: { ...DEFINED, gold: 0 } }],
  [
    'points=1000',
    { earned: NOTHING, defined: { ...DEFINED, bronze: 40 } },
    { earned: { ...DEFINED, silver: null } },
  ],
  ['base=yes', { earned: DEFINED, progress: 60 }, { earned: { ...DEFINED, platinum: 0 } }],
  ['base=no', { earned: { ...DEFINED, platinum: 0 } }, { earned: DEFINED }],
  ['base=no', { ...UNKNOWN_BASE, groupCount: 1 }, { ...UNKNOWN_BASE, groupCount: 2 }],
  ['base=yes', { earned: DEFINED }, { ...UNKNOWN_BASE, groupCount: 2 }],
  ['revised=yes', { ...REVISED, revisedAt: 5 }, { ...REVISED, trophySetVersion: '01.00' }],
  ['revised=no', { ...REVISED, trophySetVersion: '01.00' }, REVISED],
  ['revised=yes', { ...REVISED, revisedAt: 5 }, REVISED],
  ['status=playing', { status: 'playing' }, { status: 'done' }],
  ['status=none', {}, { status: 'retired' }],
  ['status=kept', { status: 'done' }, { status: 'retired' }],
  ['status=kept', {}, { status: 'retired' }],
  [
    'percent=started',
    { progress: 0, earned: { ...NOTHING, bronze: 1 } },
    { progress: 0, earned: NOTHING },
  ],
  ['tag=co-op&tag=cheap', { tags: ['cheap'] }, { tags: ['long'] }],
  ['platinum=impossible', { unobtainable: 'platinum' }, { unobtainable: 'trophy' }],
  ['platinum=open', { unobtainable: 'game' }, { unobtainable: 'game', earned: DEFINED }],
  ['', {}, { hide: true }],
  ['hide=yes', { hide: true }, {}],
  ['plus=yes', { isPlus: true }, { isPlus: false }],
  ['plus=no', { isPlus: false }, { isPlus: true }],
  ['plus=yes', { isPlus: true }, { isPlus: null }],
  ['plus=no', { isPlus: false }, { isPlus: null }],
  ['hidden=yes', { hidden: true }, { hidden: false }],
  [
    'gone=yes',
    { absence: { missedAt: 1, isSure: true } },
    { absence: { missedAt: 1, isSure: false } },
  ],
  ['gone=no', { absence: null }, { absence: { missedAt: 1, isSure: true } }],
  ['unobtainable=yes', { unobtainable: 'game' }, { unobtainable: 'platinum' }],
  ['unobtainable=no', { unobtainable: 'trophy' }, { unobtainable: 'game' }],
])('%s keeps the one and leaves out the other', (query, one, other) => {
  expect(fits(query, one)).toBe(true);
  expect(fits(query, other)).toBe(false);
});

test('filters stack: each has to fit', () => {
  const query = 'platform=PS5&percent=1-24&q=astro';
  expect(fits(query, { platforms: ['PS5'], progress: 5, name: 'Astro' })).toBe(true);
  expect(fits(query, { platforms: ['PS5'], progress: 50, name: 'Astro' })).toBe(false);
  expect(fits(query, { platforms: ['PS4'], progress: 5, name: 'Astro' })).toBe(false);
});

test('what is shown is part of what there is, in the same order', () => {
  fc.assert(
    fc.property(anyTitles, anyAsked, (titles, asked) => {
      const all = preparer()(titles);
      const { shown } = sift(all, asked);
      const places = shown.map((title) => all.indexOf(title));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((one, other) => one - other));
    }),
  );
});

test('asking for nothing shows everything but what the player has hidden', () => {
  fc.assert(
    fc.property(anyTitles, (titles) => {
      const all = preparer()(titles);
      const { shown, counts } = sift(all, { search: '', scope: 'all', filters: NO_FILTERS });
      expect(shown).toEqual(all.filter(({ title }) => title.hide !== true));
      expect(hiddenGames(counts)).toBe(all.length - shown.length);
    }),
  );
});

function optionsOf(facet: Facet): readonly string[] {
  if (facet === 'platform') return ['PS3', 'PS4', 'PSPC'];
  return facet === 'tag' ? ['co-op', '100 %', 'none of them'] : OPTIONS[facet];
}

test('each count is what choosing that option alone in its facet would show', () => {
  fc.assert(
    fc.property(anyTitles, anyAsked, (titles, asked) => {
      const all = preparer()(titles);
      const { counts } = sift(all, asked);
      for (const facet of FACETS) {
        for (const option of optionsOf(facet)) {
          const filters = { ...asked.filters, [facet]: [option] };
          const { shown } = sift(all, { ...asked, filters });
          expect(counts[facet].get(option) ?? 0).toBe(shown.length);
        }
      }
      for (const scope of SCOPES.filter((each) => each !== 'all')) {
        expect(counts.scope.get(scope) ?? 0).toBe(sift(all, { ...asked, scope }).shown.length);
      }
    }),
  );
});

test('each platform is named once', () => {
  const titles = [['PS5', 'PSPC'], ['PS5'], ['PS3']].map((platforms) =>
    aLibraryTitle({ platforms }),
  );
  expect(platformsOf(preparer()(titles))).toEqual(['PS3', 'PS5', 'PSPC']);
});

test('prepares a title once, alone in its stack, and says of titles that are alike that they are', () => {
  const prepare = preparer();
  const title = aLibraryTitle({});
  const [one] = prepare([title]);
  expect(one?.alone).toEqual({ title, others: [] });

  const [other, same] = prepare([aLibraryTitle({ name: 'Another' }), title]);
  expect(same).toBe(one);
  expect(other?.traits).toBe(one?.traits);
  expect(prepare([aLibraryTitle({ progress: null })])[0]?.traits).not.toEqual(one?.traits);
});

test('with and without are all of them, also those of which it is not known', () => {
  const titles = [true, false, null].map((isPlus) => aLibraryTitle({ isPlus }));
  const { counts } = sift(preparer()(titles), { search: '', scope: 'all', filters: NO_FILTERS });
  expect(counts.plus.get(ANY_OPTION)).toBe(3);
});

test('where nothing is asked every title is shown that is not hidden, and the counts are those of any order', () => {
  expect(isNothingAsked(NOTHING_ASKED)).toBe(true);
  expect(isNothingAsked({ ...NOTHING_ASKED, search: 'a' })).toBe(false);
  expect(isNothingAsked({ ...NOTHING_ASKED, scope: 'picked' })).toBe(false);
  expect(isNothingAsked({ ...NOTHING_ASKED, search: ' ' })).toBe(true);
  fc.assert(
    fc.property(anyTitles, anyAsked, (titles, asked) => {
      if (!isNothingAsked(asked)) return;
      const prepared = preparer()(titles);
      const turned = prepared.toReversed();
      const shown = turned.filter(({ title }) => title.hide !== true);
      expect(sift(turned, asked)).toEqual({ ...sift(prepared, NOTHING_ASKED), shown });
    }),
  );
});

test('a list that was seen before has the same stacks, and another one its own', () => {
  const titles = preparer()([aLibraryTitle(), aLibraryTitle({ name: 'Other' })]);
  const alone = rememberedAlone();
  expect(alone(titles)).toBe(alone(titles));
  expect(alone(titles.toReversed()).map(({ title }) => title.name)).toEqual(
    titles.toReversed().map(({ title }) => title.name),
  );
});

test('an address may ask for what the player has hidden and for the rest, together', () => {
  const titles = [{}, { hide: true }].map((said, n) =>
    aLibraryTitle({ npCommunicationId: String(n), ...said }),
  );
  const shownBy = (query: string): number => {
    const { filters } = viewOf(query);
    return sift(preparer()(titles), { search: '', scope: 'all', filters }).shown.length;
  };
  expect(['', 'hide=yes', 'hide=yes&hide=no'].map(shownBy)).toEqual([1, 1, 2]);
});
