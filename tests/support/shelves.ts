import fc from 'fast-check';
import { UNOBTAINABLE_KINDS } from '@/utils/domain/library/game-marks';
import { GAME_STATUSES } from '@/utils/domain/library/game-status';
import { LIST_COLUMNS } from '@/utils/domain/library/list-columns';
import {
  CARD_SIZES,
  GROUPINGS,
  LAYOUTS,
  OPTIONS,
  SCOPES,
  SORTS,
} from '@/utils/domain/library/library-view';
import type { Facet, LibraryView } from '@/utils/domain/library/library-view';
import { CHOICES, type LibraryTitle } from '@/utils/domain/library/title';
import { aLibraryTitle } from './statuses.ts';

const TAGS = ['co-op', 'à deux', '100 %'];

const instant = fc.integer({ min: 1, max: 50 });
const unknown = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const tally = fc.record({
  lastEarnedAt: unknown(instant),
  platinumAt: unknown(instant),
  completedAt: unknown(instant),
  rarestEarned: unknown(fc.nat(1000)),
  leftToPlatinum: unknown(fc.nat(40)),
});

const counts = (most: number) =>
  fc.record({
    bronze: fc.nat(most),
    silver: fc.nat(most),
    gold: fc.nat(most),
    platinum: fc.nat(1),
  });

/** A title of any kind; what no rule of the shelf looks at is as ever. */
const anyTitle = fc
  .record({
    name: fc.constantFrom('Astro', 'ASTRO™', 'Bloom (PS4)', 'Bloom', 'Ōkami', 'Zero', 'zero 10'),
    platforms: fc.subarray(['PS3', 'PS4', 'PS5', 'PSVITA'], { minLength: 1 }),
    progress: fc.integer({ min: 0, max: 100 }),
    earned: counts(1),
    defined: counts(2),
    lastPlayedAt: instant,
    playSeconds: unknown(fc.nat(9)),
    isPlus: unknown(fc.boolean()),
    hidden: fc.boolean(),
    choice: fc.constantFrom(...CHOICES),
    status: unknown(fc.constantFrom(...GAME_STATUSES)),
    hide: fc.boolean(),
    unobtainable: unknown(fc.constantFrom(...UNOBTAINABLE_KINDS)),
    tags: fc.subarray(TAGS),
    absence: unknown(fc.record({ missedAt: instant, isSure: fc.boolean() })),
    tally: unknown(tally),
  })
  .map(({ status, unobtainable, ...said }) =>
    aLibraryTitle({ ...said, ...(status && { status }), ...(unobtainable && { unobtainable }) }),
  );

/** Libraries of up to thirty titles. */
export const anyTitles: fc.Arbitrary<LibraryTitle[]> = fc
  .array(anyTitle, { maxLength: 30 })
  .map((titles) =>
    titles.map((title, index) => ({ ...title, npCommunicationId: `NPWR${String(index)}_00` })),
  );

const anyFilters = fc.record({
  // In the one order that an address is read in.
  platform: fc.subarray(['PS3', 'PS4', 'PS5', 'PSPC', 'PSVITA']),
  platinum: fc.subarray([...OPTIONS.platinum]),
  left: fc.subarray([...OPTIONS.left]),
  percent: fc.subarray([...OPTIONS.percent]),
  points: fc.subarray([...OPTIONS.points]),
  base: fc.subarray([...OPTIONS.base]),
  revised: fc.subarray([...OPTIONS.revised]),
  status: fc.subarray([...OPTIONS.status]),
  tag: fc.subarray(TAGS.toSorted()),
  plus: fc.subarray([...OPTIONS.plus]),
  hidden: fc.subarray([...OPTIONS.hidden]),
  gone: fc.subarray([...OPTIONS.gone]),
  unobtainable: fc.subarray([...OPTIONS.unobtainable]),
  hide: fc.subarray([...OPTIONS.hide]),
} satisfies Record<Facet, unknown>);

/** Every view that can be asked for. */
export const anyView: fc.Arbitrary<LibraryView> = fc.record({
  search: fc.oneof(
    fc.constantFrom('', 'a', 'AS', 'bloom', 'zero 1'),
    fc.string({ unit: 'grapheme' }),
  ),
  scope: unknown(fc.constantFrom(...SCOPES)),
  sort: fc.constantFrom(...SORTS),
  isReversed: fc.boolean(),
  grouping: unknown(fc.constantFrom(...GROUPINGS)),
  layout: fc.constantFrom(...LAYOUTS),
  cardSize: fc.constantFrom(...CARD_SIZES),
  columns: fc.shuffledSubarray([...LIST_COLUMNS]),
  isStacked: fc.boolean(),
  isFolded: fc.boolean(),
  filters: anyFilters,
});
