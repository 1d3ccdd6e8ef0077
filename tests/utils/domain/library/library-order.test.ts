import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ordered } from '@/utils/domain/library/library-order';
import { SORTS, type Sort } from '@/utils/domain/library/library-view';
import type { LibraryTitle } from '@/utils/domain/library/title';
import type { TrophyTally } from '@/utils/domain/trophies/trophy-set';
import { aLibraryTitle } from '../../../support/statuses.ts';
import { anyTitles } from '../../../support/shelves.ts';

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
  return ordered(items, sort, isReversed, NAMES).map(({ title }) => title);
}

const tally = (said: Partial<TrophyTally>) => ({ tally: { ...NO_TALLY, ...said } });

/** For each sort three titles in their order, and one that it knows nothing of. */
const IN_ORDER: [Sort, Partial<LibraryTitle>[], Partial<LibraryTitle>[]][] = [
  [
    'played',
    [{ lastPlayedAt: 9 }, { lastPlayedAt: 5 }, { lastPlayedAt: 1 }],
    [{ lastPlayedAt: -1 }],
  ],
  ['trophy', [9, 5, 1].map((lastEarnedAt) => tally({ lastEarnedAt })), [{ tally: null }]],
  ['progress', [{ progress: 100 }, { progress: 50 }, { progress: 0 }], []],
  ['name', [{ name: 'Ace' }, { name: 'okami 2' }, { name: 'Ōkami 10' }], []],
  ['rarest', [1, 30, 900].map((rarestEarned) => tally({ rarestEarned })), [tally({})]],
  ['platinum', [0, 1, 30].map((leftToPlatinum) => tally({ leftToPlatinum })), [tally({})]],
  [
    'playtime',
    [{ playSeconds: 9 }, { playSeconds: 5 }, { playSeconds: 0 }],
    [{ playSeconds: null }],
  ],
  ['completed', [9, 5, 1].map((completedAt) => tally({ completedAt })), [tally({})]],
];

test.each(IN_ORDER)(
  'by %s, and turned round; what is not known comes last',
  (sort, known, unknown) => {
    const named = (said: Partial<LibraryTitle>, index: number) =>
      aLibraryTitle({ lastPlayedAt: 3, ...said, npCommunicationId: `NPWR${index}_00` });
    const titles = known.map(named);
    const last = unknown.map((said) => named(said, 9));
    const [first, second, third] = titles as [LibraryTitle, LibraryTitle, LibraryTitle];

    expect(sorted([...last, second, third, first], sort)).toEqual([...titles, ...last]);
    const turned = [...titles].reverse();
    expect(sorted([...last, second, third, first], sort, true)).toEqual([...turned, ...last]);
  },
);

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
