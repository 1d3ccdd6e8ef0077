import { expect, test } from 'vitest';
import { dayAround, indexOfPlace, logDays, yearsIn } from '@/utils/domain/numbers/log-days';
import {
  ALL_OF_LOG,
  COUNTED_FACETS,
  chosenInLog,
  isAllOfLog,
  logFilterOf,
  logQueryOf,
  NO_PLATFORM,
  withLogOption,
} from '@/utils/domain/numbers/log-filter';
import { LogScan } from '@/utils/domain/numbers/log-scan';
import { matchingTrophies } from '../../../support/matching-trophies';
import { platformsInLog, type WordMatches } from '@/utils/domain/numbers/matching-trophies';
import { civilColumnsOf, logOf } from '@/utils/domain/numbers/trophy-log';
import { offsetChanges } from '@/utils/format/time-zones';
import { platformUnknown } from '@/utils/words/en/log.json';
import { logOptionName } from '@/utils/words/log';
import { platformsSaid } from '@/utils/words/statistics';
import { earnedAt, earningsIn, setId } from '../../../support/earned-trophies';

/** Rare when it was earned, in 2025, and ultra rare since. */
const RARER = [
  { day: 1, rate: 200 },
  { day: 20_900, rate: 49 },
];

const log = logOf([
  earningsIn(1, [
    earnedAt(null),
    earnedAt('2025-12-31T23:30:00Z', { grade: 'gold', rates: RARER }),
    earnedAt('2026-03-14T12:00:00Z', { grade: 'silver', rates: [{ day: 1, rate: 50 }] }),
  ]),
  earningsIn(2, [
    earnedAt('2026-10-25T00:30:00Z', { grade: 'platinum', rates: [{ day: 1, rate: 500 }] }),
    earnedAt('2026-10-25T01:30:00Z'),
  ]),
]);

const titles = [
  { npCommunicationId: setId(1), platforms: ['PS5'], hidden: false },
  { npCommunicationId: setId(2), platforms: ['PSVITA', 'PS4'], hidden: true },
];

/** The places that fit, in Berlin unless another zone is named. */
function placesFor(query: string, zone = 'Europe/Berlin'): number[] {
  const table = offsetChanges(zone, Date.UTC(2006, 0, 1) / 1_000, Date.UTC(2027, 0, 1) / 1_000);
  const civil = civilColumnsOf(log, table);
  return [...matchingTrophies(log, civil, logFilterOf(query), titles)];
}

test.each([
  ['', [4, 3, 2, 1, 0]],
  ['grade=gold&grade=silver', [2, 1]],
  ['band=ultra-rare', [1]],
  ['band=very-rare', [2]],
  ['band=common', [3]],
  ['band=unknown', [4, 0]],
  ['then=ultra-rare', []],
  ['then=rare', [1]],
  ['then=rare&then=common', [3, 1]],
  ['then=rare&band=ultra-rare', [1]],
  ['then=rare&band=rare', []],
  ['then=unknown', [4, 0]],
  ['platform=PS5', [2, 1, 0]],
  ['platform=PS4%2BPSVITA', [4, 3]],
  ['platform=PSVITA%2BPS4', [4, 3]],
  ['game=NPWR00002_00', [4, 3]],
  ['hidden=out', [2, 1, 0]],
  ['year=2026', [4, 3, 2, 1]],
  ['month=2026-03', [2]],
  ['month=2026-10', [4, 3]],
  ['day=2026-01-01', [1]],
  ['day=2026-01-01..2026-03-14', [2, 1]],
  ['day=2026-01-02..2026-03-13&day=2026-10-25', [4, 3]],
  ['weekday=sun', [4, 3]],
  ['weekday=sun&hour=2', [4, 3]],
  ['hour=0', [1]],
  ['year=2026&grade=platinum', [3]],
  ['year=2024', []],
])('an address with %j shows these trophies, the newest first', (query, places) => {
  expect(placesFor(query)).toStrictEqual(places);
});

test('games of which nobody says what they are for are an option of their own', () => {
  const some = [titles[0]!, { ...titles[1]!, platforms: [] }];
  const civil = civilColumnsOf(log, [{ from: -Infinity, offset: 0 }]);
  const filter = logFilterOf(`platform=${NO_PLATFORM}`);
  expect([...matchingTrophies(log, civil, filter, some)]).toStrictEqual([4, 3]);
  expect(platformsInLog(log, some)).toStrictEqual(['PS5', NO_PLATFORM]);
  expect(logOptionName('platform', NO_PLATFORM, 'en-US', () => null)).toBe(platformUnknown);
});

test('how rare it was is named apart from how rare it is', () => {
  const named = (facet: 'band' | 'then', option: string) =>
    logOptionName(facet, option, 'en-US', () => null);
  expect(named('then', 'rare')).toBe('Rare when you earned it');
  expect(named('band', 'rare')).toBe('Rare');
  expect(named('then', 'unknown')).not.toBe(named('band', 'unknown'));
});

test('days in a row are named by both of their ends', () => {
  const named = (option: string) => logOptionName('day', option, 'en-US', () => null);
  expect(named('2026-03-01')).toBe('Mar 1, 2026');
  expect(named('2026-03-01..2026-03-23')).toBe('Mar 1, 2026 – Mar 23, 2026');
});

test('platforms have the order that they have everywhere: the newest console first', () => {
  const some = [titles[0]!, { ...titles[1]!, platforms: ['PS3', 'PSVITA', 'PS4'] }];
  expect(platformsInLog(log, some.toReversed())).toStrictEqual(['PS5', 'PS4+PS3+PSVITA']);
  const oldest = [{ ...titles[0]!, platforms: ['PS3'] }, titles[1]!];
  expect(platformsInLog(log, oldest)).toStrictEqual(['PS4+PSVITA', 'PS3']);
  const said = logOptionName('platform', 'PS4+PS3+PSVITA', 'en-US', () => null);
  expect(said).toBe(platformsSaid('PS4,PS3,PSVITA'));
});

test('a year ends where the player is', () => {
  expect(placesFor('year=2025', 'America/Los_Angeles')).toStrictEqual([1]);
  expect(placesFor('year=2025')).toStrictEqual([]);
});

test('words are found in names of games and of trophies', () => {
  const civil = civilColumnsOf(log, [{ from: -Infinity, offset: 0 }]);
  const words: WordMatches = new Map<string, 'all' | Set<number>>([
    [setId(1), new Set([2])],
    [setId(2), 'all'],
  ]);
  const found = matchingTrophies(log, civil, ALL_OF_LOG, titles, words);
  expect([...found]).toStrictEqual([4, 3, 2]);
});

test('what an address does not know it leaves out, and the rest comes back as it was', () => {
  const query = 'q=the+light&grade=gold&year=2026&month=2026-03&weekday=sun&hour=2&hidden=out';
  expect(logQueryOf(logFilterOf(query))).toBe(query);
  const odd =
    'grade=tin&band=x&then=y&year=1999&month=2026-13&day=2026-3-1&weekday=so&hour=24&game=%3C';
  expect(isAllOfLog(logFilterOf(odd))).toBe(true);
  // No such day, ends the wrong way round, and one end too many.
  for (const day of ['2026-02-30', '2026-03-09..2026-03-08', '2026-03-01..2026-13-01']) {
    expect(isAllOfLog(logFilterOf(`day=${day}`)), day).toBe(true);
  }
  expect(isAllOfLog(logFilterOf('day=2026-03-01..2026-03-02..2026-03-03'))).toBe(true);
});

test('an option is chosen and given up', () => {
  const gold = withLogOption(ALL_OF_LOG, 'grade', 'gold', true);
  expect(chosenInLog(gold)).toStrictEqual([{ facet: 'grade', option: 'gold' }]);
  expect(isAllOfLog(gold)).toBe(false);
  expect(isAllOfLog(withLogOption(gold, 'grade', 'gold', false))).toBe(true);
});

test('a place is found among those that are shown', () => {
  const places = [9, 7, 4, 0];
  expect([9, 7, 4, 0, 8, 10, 1].map((place) => indexOfPlace(places, place))).toStrictEqual([
    ...[0, 1, 2, 3, -1, -1, -1],
  ]);
  expect(indexOfPlace([], 0)).toBe(-1);
});

test('trophies stand under their days, and what has no date under none, at the end', () => {
  const civil = civilColumnsOf(log, [{ from: -Infinity, offset: 0 }]);
  const days = logDays(log, civil, matchingTrophies(log, civil, ALL_OF_LOG, titles));
  expect(days.map(({ start, count }) => [start, count])).toStrictEqual([
    ...[
      [0, 2],
      [2, 1],
      [3, 1],
      [4, 1],
    ],
  ]);
  expect(days.at(-1)?.day).toBeNull();
  expect([0, 1, 2, 4].map((index) => dayAround(days, index))).toStrictEqual([0, 0, 1, 3]);
  expect(yearsIn(days)).toStrictEqual([
    { year: 2026, start: 0 },
    { year: 2025, start: 3 },
  ]);
});

test.each([
  ...['', 'grade=gold&year=2026', 'platform=PS5&weekday=sun', 'band=unknown&hidden=out'],
  'then=rare&year=2026',
  // Some fit neither, and are shown by neither's other options.
  'grade=gold&platform=PS4%2BPSVITA',
])('beside %j each option is said to show as many as it does', (query) => {
  const table = offsetChanges('Europe/Berlin', Date.UTC(2006, 0, 1) / 1_000, 1_800_000_000);
  const civil = civilColumnsOf(log, table);
  const filter = logFilterOf(query);
  const counts = new LogScan(log, civil, { filter, titles, words: null }).toEnd().optionCounts;
  let trophies = 0;
  for (const facet of COUNTED_FACETS) {
    for (const [option, count] of counts[facet]) {
      const chosen = { ...filter.chosen, [facet]: [option] };
      const shown = matchingTrophies(log, civil, { ...filter, chosen }, titles);
      expect(count, `${facet} ${option}`).toBe(shown.length);
      trophies += count;
    }
  }
  expect(trophies).toBeGreaterThan(0);
});

test('a screen of what fits is found before the rest, with the whole of its last day', () => {
  const civil = civilColumnsOf(log, [{ from: -Infinity, offset: 0 }]);
  const scan = new LogScan(log, civil, { filter: ALL_OF_LOG, titles, words: null });
  expect([...scan.untilFound(1).places]).toStrictEqual([4, 3]);
  expect(scan.isDone).toBe(false);
  expect([...scan.goOn(1).places]).toStrictEqual([4, 3, 2]);
  expect([...scan.toEnd().places]).toStrictEqual([4, 3, 2, 1, 0]);
  expect(scan.isDone).toBe(true);
});

test('a set is looked through for words when the first of its trophies is', () => {
  const civil = civilColumnsOf(log, [{ from: -Infinity, offset: 0 }]);
  const asked: string[] = [];
  const get = (id: string): 'all' => {
    asked.push(id);
    return 'all';
  };
  const scan = new LogScan(log, civil, { filter: ALL_OF_LOG, titles, words: { get } });
  scan.untilFound(2);
  expect(asked).toStrictEqual([setId(2)]);
  scan.toEnd();
  expect(asked).toStrictEqual([setId(2), setId(1)]);
});

test.each(
  ['', 'grade=gold', 'weekday=sat&grade=silver', 'year=2026'].flatMap((query) =>
    [0, 1, 2, 3, 4, 5].map((looked) => [query, looked] as const),
  ),
)('beside %j, of which %i were looked at, names that come later are found', (query, looked) => {
  const civil = civilColumnsOf(log, [{ from: -Infinity, offset: 0 }]);
  const words = new Map<string, 'all' | Set<number>>([[setId(2), new Set([1])]]);
  const asked = { filter: logFilterOf(query), titles, words };
  const scan = new LogScan(log, civil, asked).goOn(looked);
  for (const [id, named] of [
    [setId(1), new Set([2])],
    [setId(2), new Set([0, 1])],
    [setId(1), new Set([0, 1, 2])],
  ] as const) {
    words.set(id, named);
    const before = scan.places.length;
    expect(scan.findMore([id])).toBe(scan.places.length > before);
    const atOnce = new LogScan(log, civil, asked).goOn(looked);
    expect([...scan.places]).toStrictEqual([...atOnce.places]);
    expect(scan.optionCounts).toStrictEqual(atOnce.optionCounts);
  }
  expect([...scan.toEnd().places]).toStrictEqual([
    ...matchingTrophies(log, civil, asked.filter, titles, words),
  ]);
});
