import { afterEach, expect, test } from 'vitest';
import { dayZone } from '@/components/log/day-zone';
import { rowsOfPlatforms } from '@/components/statistics/game-charts';
import { leftOutOfLinks } from '@/components/statistics/left-out.svelte';
import { LibraryFigures } from '@/components/statistics/library-figures.svelte';
import type { ChartRow } from '@/components/charts/row-marks';
import { rowsOfBands, rowsOfPoints } from '@/components/statistics/rarity-charts';
import {
  libraryOfAll,
  libraryOfPercents,
  logOfPlatforms,
  logWith,
} from '@/components/statistics/log-links';
import { gameTiles, gradeTiles } from '@/components/statistics/statistics-tiles';
import { stacksOf } from '@/utils/domain/library/edition-stacks';
import { preparer, sift } from '@/utils/domain/library/library-filter';
import { viewOf } from '@/utils/domain/library/library-view';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { civilDayOf } from '@/utils/domain/numbers/civil-time';
import { NO_PLATFORM } from '@/utils/domain/numbers/log-filter';
import type { LeftOut } from '@/utils/domain/numbers/titles-to-count';
import { setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';

const NOW = Date.UTC(2026, 10, 29);
const counts = { bronze: 10, silver: 0, gold: 0, platinum: 0 };

function figuresOf(
  titles: readonly LibraryTitle[],
  hidden = false,
  otherEditions = false,
): LibraryFigures {
  return new LibraryFigures({
    titles: () => titles,
    earnings: () => [],
    zone: () => dayZone({ zone: 'UTC' }, NOW).table,
    today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
    leftOut: () => ({ hidden, otherEditions }),
    notToBeHad: () => new Map(),
  });
}

let unlink = (): void => undefined;
const link = (out: Partial<LeftOut>): void => {
  unlink = leftOutOfLinks.follow(() => ({ hidden: false, otherEditions: false, ...out }));
};
afterEach(() => unlink());

test('links lead to as much as is counted', () => {
  const none = { hasGone: false, hasOwnHidden: false };
  expect(libraryOfPercents(10, 19, none)).toBe('#/library?show=all&sort=progress&percent=10-19');
  expect(libraryOfAll({ hasGone: true, hasOwnHidden: true })).toBe(
    '#/library?show=all&gone=no&hide=yes&hide=no',
  );
  link({ hidden: true, otherEditions: true });
  expect(libraryOfPercents(0, 0, none)).toMatch(/editions=stacked&percent=0&hidden=no$/);
  // What the player has hidden the library leaves out by itself.
  expect(libraryOfAll({ hasGone: false, hasOwnHidden: true })).not.toContain('hide=');
  expect(logWith({ year: '2026' })).toBe('#/log?year=2026&hidden=out');
  expect(logOfPlatforms('PS4,PSVITA')).toBe('#/log?platform=PS4%2BPSVITA');
  expect(logOfPlatforms('')).toBe(`#/log?platform=${NO_PLATFORM}`);
  // As on the page of a year, which leaves out nothing.
  unlink();
  expect(logWith({ year: '2026' })).toBe('#/log?year=2026');
});

test('the number of games is how many its link shows, with hidden ones and without those that are gone', () => {
  const titles = [
    aLibraryTitle({ npCommunicationId: setId(1) }),
    aLibraryTitle({ npCommunicationId: setId(2), hide: true }),
    aLibraryTitle({ npCommunicationId: setId(3), hidden: true }),
    aLibraryTitle({ npCommunicationId: setId(4), absence: { missedAt: 1, isSure: true } }),
  ];
  for (const hidden of [false, true]) {
    link({ hidden });
    const figures = figuresOf(titles, hidden);
    const tile = gameTiles(figures, 'en-US').find(({ id }) => id === 'games');
    const { filters } = viewOf(tile?.href?.split('?')[1] ?? '');
    const { shown } = sift(preparer()(titles), { scope: 'all', filters });
    expect(String(shown.length)).toBe(tile?.value);
    expect(shown.length).toBe(hidden ? 1 : 3);
  }
});

test('each average leads to the games that it is of', () => {
  const done = { ...counts, bronze: 1 };
  const of = [
    { progress: 0, earned: done },
    { progress: 0 },
    { progress: 40, earned: done, status: 'retired' },
    { progress: 60, earned: done, unobtainable: 'game' },
    { progress: 80, earned: done, hide: true },
    { progress: 50, earned: done, absence: { missedAt: 1, isSure: true } },
  ] as const;
  const titles = of.map((said, at) =>
    aLibraryTitle({
      ...{ npCommunicationId: setId(at + 1), defined: counts },
      ...{ earned: { ...counts, bronze: 0 }, ...said },
    }),
  );
  const tiles = gameTiles(figuresOf(titles), 'en-US');
  const meanBehind = (id: string): string => {
    const { href = '' } = tiles.find((tile) => tile.id === id) ?? {};
    const { filters } = viewOf(href.split('?')[1] ?? '');
    const { shown } = sift(preparer()(titles), { scope: 'all', filters });
    const sum = shown.reduce((total, { title }) => total + (title.progress ?? 0), 0);
    return `${(sum / shown.length).toFixed(1)}%`;
  };
  for (const id of ['completion', 'completion-started', 'completion-without'])
    expect(meanBehind(id), id).toBe(tiles.find((tile) => tile.id === id)?.value);
  expect(meanBehind('completion-started')).toBe('45.0%');
  expect(meanBehind('completion-without')).toBe('26.7%');
});

test('with the best edition alone, too, the games behind a figure are those that it is of', () => {
  link({ otherEditions: true });
  const offered = { ...counts, platinum: 1 };
  const of = [
    { name: 'Lantern Keepers', progress: 90, status: 'retired', defined: counts },
    { name: 'Lantern Keepers', progress: 40, defined: offered },
    { name: 'Drift', progress: 80, defined: counts },
    { name: 'Drift', progress: 30, defined: offered, earned: { ...counts, platinum: 1 } },
  ] as const;
  const titles = of.map((said, at) =>
    aLibraryTitle({ npCommunicationId: setId(at + 1), earned: { ...counts, bronze: 1 }, ...said }),
  );
  const tiles = gameTiles(figuresOf(titles, false, true), 'en-US');
  const behind = (id: string): LibraryTitle[] => {
    const { href = '' } = tiles.find((tile) => tile.id === id) ?? {};
    const { filters, sort } = viewOf(href.split('?')[1] ?? '');
    const asked = { scope: 'all', filters } as const;
    const all = preparer()(titles);
    return stacksOf(sift(all, asked).shown, all, { ...asked, sort }).map(({ title }) => title);
  };
  const valueOf = (id: string) => tiles.find((tile) => tile.id === id)?.value;
  expect(behind('completion-without').map(({ progress }) => progress)).toEqual([40, 80]);
  expect(valueOf('completion-without')).toBe('60.0%');
  expect(behind('platinum-share').map(({ progress }) => progress)).toEqual([40, 30]);
  expect(valueOf('platinum-share')).toBe('50.0%');
});

test('what PlayStation counts leads to all of the log: hidden games are counted in it', () => {
  link({ hidden: true });
  const games = [true, false].map((isHidden, at) =>
    aLibraryTitle({
      ...{ npCommunicationId: setId(at), earned: { ...counts, bronze: 7 }, defined: counts },
      hidden: isHidden,
    }),
  );
  const figures = figuresOf(games, true);
  const tiles = gradeTiles(figures, 'en-US');
  const rows = rowsOfPlatforms(figures.platforms, String);
  expect(tiles.find(({ id }) => id === 'trophies')?.value).toBe('14');
  const hrefs = [...tiles, ...rows].flatMap(({ href }) => href ?? []);
  expect(hrefs).not.toEqual([]);
  for (const href of hrefs) expect(href).not.toContain('hidden');
});

test('each bar of a rarity leads to its own trophies: of today, or of when they were earned', () => {
  const now = { 'ultra-rare': 0, 'very-rare': 2, rare: 0, common: 0, unknown: 0 };
  const none = { ...now, 'very-rare': 0 };
  const then = { ...none, 'ultra-rare': 2 };
  const hrefsOf = (rows: readonly ChartRow[]) => rows.map(({ href, hrefs }) => hrefs ?? href);
  const both = [
    [undefined, '#/log?then=ultra-rare'],
    ['#/log?band=very-rare', undefined],
    [undefined, undefined],
    [undefined, undefined],
  ];
  expect(hrefsOf(rowsOfBands({ now, then }))).toEqual([...both, [undefined, undefined]]);
  const [points, pointsThen] = [30, 99].map((sum) => ({ points: sum, bands: none, unknown: 0 }));
  const ofPoints = { now: points!, then: pointsThen! };
  expect(hrefsOf(rowsOfPoints(ofPoints, { now, then }))).toEqual(both);
  // Of no trophy it is known how rare it was.
  const today = [undefined, '#/log?band=very-rare', undefined, undefined, undefined];
  expect(hrefsOf(rowsOfBands({ now, then: { ...none, unknown: 2 } }))).toEqual(today);
});

test('a count of nothing leads to no empty log', () => {
  const titles = [
    aLibraryTitle({ earned: counts, defined: { ...counts, silver: 5 }, progress: 70 }),
  ];
  const tiles = [
    ...gradeTiles(figuresOf(titles), 'en-US'),
    ...gameTiles(figuresOf(titles), 'en-US'),
  ];
  const led = new Map(tiles.map(({ id, href }) => [id, href]));
  expect([led.get('bronze'), led.get('trophies')]).toEqual(['#/log?grade=bronze', '#/log']);
  const none = ['platinum', 'gold', 'silver', 'completed'] as const;
  expect(none.map((id) => led.get(id))).toEqual([undefined, undefined, undefined, undefined]);
});
