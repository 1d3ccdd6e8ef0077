import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderer, unrankedAmong } from '@/utils/domain/library/library-order';
import { SORTS, type Sort } from '@/utils/domain/library/library-view';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { RANKS, type RankedSort } from '@/utils/domain/library/title-rank';
import type { TrophyTally } from '@/utils/domain/trophies/trophy-set';
import { allFetched } from '../../../support/library-titles.ts';
import { aLibraryTitle, manyLibraryTitles } from '../../../support/statuses.ts';
import { anyTitles } from '../../../support/shelves.ts';

const ranks = (sort: RankedSort) => RANKS[sort];
const NAMES = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const NO_TALLY: TrophyTally = {
  lastEarnedAt: null,
  platinumAt: null,
  completedAt: null,
  rarestEarned: null,
  leftToPlatinum: null,
};

function sorted(titles: LibraryTitle[], sort: Sort, isReversed = false): LibraryTitle[] {
  const items = titles.map((title) => ({ title }));
  return orderer(NAMES, ranks)(items, sort, isReversed).map(({ title }) => title);
}

/** With its trophies fetched, all of which has to be known of it. */
const tally = (said: Partial<TrophyTally>, title: Partial<LibraryTitle> = {}) =>
  allFetched(aLibraryTitle({ lastPlayedAt: 3, ...title, tally: { ...NO_TALLY, ...said } }), 5);
const DEFINED = { bronze: 10, silver: 4, gold: 2, platinum: 1 };
const COMPLETE = { defined: DEFINED, earned: DEFINED, progress: 100 };

/** For each sort three titles in their order, and one that it knows nothing of. */
const IN_ORDER: [Sort, Partial<LibraryTitle>[], Partial<LibraryTitle>[]][] = [
  [
    'played',
    [{ lastPlayedAt: 9 }, { lastPlayedAt: 5 }, { lastPlayedAt: 1 }],
    [{ lastPlayedAt: -1 }],
  ],
  [
    'trophy',
    [9, 5, 1].map((lastEarnedAt) => tally({ lastEarnedAt })),
    [{ earned: noTrophies() }, { lastUpdatedAt: -1 }],
  ],
  ['progress', [{ progress: 100 }, { progress: 50 }, { progress: 0 }], [{ progress: null }]],
  ['name', [{ name: 'Ace' }, { name: 'okami 2' }, { name: 'Ōkami 10' }], []],
  [
    'rarest',
    [1, 30, 900].map((rarestEarned) => tally({ rarestEarned })),
    [{ earned: noTrophies() }, { tally: null }],
  ],
  [
    'platinum',
    [0, 1, 30].map((leftToPlatinum) => tally({ leftToPlatinum })),
    [{ earned: DEFINED }, { earned: { ...DEFINED, gold: null, platinum: 0 } }],
  ],
  [
    'playtime',
    [{ playSeconds: 9 }, { playSeconds: 5 }, { playSeconds: 0 }],
    [{ playSeconds: null }],
  ],
  [
    'completed',
    [9, 5, 1].map((completedAt) => tally({ completedAt }, COMPLETE)),
    [{ progress: 99 }, { ...COMPLETE, lastUpdatedAt: -1 }],
  ],
  [
    'points',
    [
      { earned: noTrophies(), defined: DEFINED },
      { earned: { ...DEFINED, platinum: 0 }, defined: DEFINED },
      { earned: DEFINED, defined: DEFINED },
    ],
    [{ earned: { ...DEFINED, gold: null }, defined: DEFINED }],
  ],
  [
    'base',
    [9, 5, 1].map((platinumAt) => tally({ platinumAt }, COMPLETE)),
    [
      { earned: noTrophies() },
      { defined: { ...DEFINED, platinum: 0 }, earned: { ...noTrophies(), gold: 1 }, groupCount: 2 },
    ],
  ],
];

test.each(IN_ORDER)(
  'by %s, and turned round; what is not known comes last',
  (sort, known, unknown) => {
    const named = (said: Partial<LibraryTitle>, index: number) =>
      aLibraryTitle({ lastPlayedAt: 3, ...said, npCommunicationId: `NPWR${index}_00` });
    const titles = known.map(named);
    const last = unknown.map((said, index) => named(said, 8 + index));
    const [first, second, third] = titles as [LibraryTitle, LibraryTitle, LibraryTitle];

    const mixed = [...last.toReversed(), second, third, first];
    expect(sorted(mixed, sort)).toEqual([...titles, ...last]);
    const turned = [...titles].reverse();
    expect(sorted(mixed, sort, true)).toEqual([...turned, ...last]);
  },
);

test('what the list says of a game that is not fetched ranks it with the others', () => {
  const far = tally({ leftToPlatinum: 30 }, { npCommunicationId: 'A', groupCount: 2 });
  const near = aLibraryTitle({
    npCommunicationId: 'B',
    defined: DEFINED,
    earned: { ...DEFINED, bronze: 8, platinum: 0 },
  });
  expect(sorted([far, near], 'platinum')).toEqual([near, far]);
});

test('says which ones it cannot rank', () => {
  const nobodyKnows = aLibraryTitle({ tally: null });
  const nothing = aLibraryTitle({ npCommunicationId: 'B', earned: noTrophies() });
  const ranked = tally({ rarestEarned: 3 }, { npCommunicationId: 'C' });
  const items = [nobodyKnows, nothing, ranked].map((title) => ({ title }));
  const unranked = (isReversed: boolean) =>
    unrankedAmong(orderer(NAMES, ranks)(items, 'rarest', isReversed), RANKS.rarest);
  expect(unranked(false)).toEqual([{ title: nobodyKnows }]);
  expect(unranked(true)).toEqual([{ title: nobodyKnows }]);
  expect(unrankedAmong([], RANKS.rarest)).toEqual([]);
});

test('equal ones come last played first, in both directions', () => {
  const early = aLibraryTitle({ npCommunicationId: 'A', progress: 50, lastPlayedAt: 1 });
  const late = aLibraryTitle({ npCommunicationId: 'B', progress: 50, lastPlayedAt: 2 });
  expect(sorted([early, late], 'progress')).toEqual([late, early]);
  expect(sorted([early, late], 'progress', true)).toEqual([late, early]);
});

test('sorting loses and adds nothing, and the order that titles come in does not matter', () => {
  fc.assert(
    fc.property(anyTitles, fc.constantFrom(...SORTS), fc.boolean(), (titles, sort, isReversed) => {
      const one = sorted(titles, sort, isReversed);
      expect(new Set(one)).toEqual(new Set(titles));
      expect(one).toHaveLength(titles.length);
      expect(sorted([...titles].reverse(), sort, isReversed)).toEqual(one);
    }),
  );
});

test('what changed is sorted into every order that was asked for', () => {
  const oneOf = fc.record({ sort: fc.constantFrom(...SORTS), isReversed: fc.boolean() });
  const change = fc.record({ to: oneOf, gone: fc.array(fc.nat(29)), titles: anyTitles });
  fc.assert(
    fc.property(anyTitles, fc.array(change), (titles, changes) => {
      let items = titles.map((title) => ({ title }));
      const order = orderer<{ title: LibraryTitle }>(NAMES, ranks);
      for (const { to, gone, titles: others } of changes) {
        const changed = others.map((title) => ({ title }));
        const ids = new Set(others.map(({ npCommunicationId }) => npCommunicationId));
        const stay = items.filter(({ title }) => !ids.has(title.npCommunicationId));
        items = [...changed, ...stay].filter((_, at) => !gone.includes(at));
        const { sort, isReversed } = to;
        const anew = orderer<{ title: LibraryTitle }>(NAMES, ranks)(items, sort, isReversed);
        expect(order(items, sort, isReversed)).toEqual(anew);
      }
    }),
  );
});

test('a change of one of many compares with few of them, however many orders there are', () => {
  let compared = 0;
  const compare = (one: string, other: string): number => {
    compared += 1;
    return NAMES.compare(one, other);
  };
  const items = manyLibraryTitles(2_000).map((title) => ({ title }));
  const order = orderer<{ title: LibraryTitle }>({ compare }, ranks);
  for (const isReversed of [false, true]) order(items, 'name', isReversed);

  compared = 0;
  const [first, ...others] = items;
  const now = [...others, { title: { ...first!.title, name: 'Another' } }];
  for (const isReversed of [false, true, false, true]) order(now, 'name', isReversed);
  expect(compared).toBeLessThan(2 * 2 * Math.ceil(Math.log2(2_000)));
});
