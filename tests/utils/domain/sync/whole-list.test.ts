import { describe, expect, test } from 'vitest';
import type { LibraryTitle, Title } from '@/utils/domain/library/title';
import { UNKNOWN_LIST } from '@/utils/domain/sync/known-list';
import { absenceAfter, needsWholeList, playedListLimit } from '@/utils/domain/sync/whole-list';
import { aLibraryTitle } from '../../../support/library-titles';
import { isRestSkipped, type ListSoFar } from '../../../support/rest-of-list';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;

/** Titles A, B, C … , the newest first. */
function library(count: number): LibraryTitle[] {
  return Array.from({ length: count }, (_, n) => titleOf(String.fromCharCode(65 + n), 1_000 - n));
}

function titleOf(npCommunicationId: string, lastUpdatedAt: number): LibraryTitle {
  return aLibraryTitle({ npCommunicationId, lastUpdatedAt });
}

type ListRead = ListSoFar & { rows: readonly Title[] };

/** The first page of Sony's list, and what was seen with it. */
function firstPage(sonys: readonly LibraryTitle[], size: number, said: Partial<ListRead> = {}) {
  const rows = sonys.slice(0, size);
  return {
    seen: new Set(rows.map((row) => row.npCommunicationId)),
    nameless: 0,
    total: sonys.length,
    rows,
    ...said,
  };
}

describe('the whole list', () => {
  test.each([
    ['was never read', { wholeAt: null }, {}, true],
    ['was read just now', {}, {}, false],
    ['was read six days ago', { wholeAt: NOW - 6 * DAY }, {}, false],
    ['was read a week ago, half a day early', { wholeAt: NOW - 6.5 * DAY }, {}, true],
    ['was read a month ago', { wholeAt: NOW - 30 * DAY }, {}, true],
    ['was read by a clock that was ahead', { wholeAt: NOW + 30 * DAY }, {}, true],
    ['has fallen short since', { short: { day: 1, readings: 2 } }, {}, true],
    ['missed a title', {}, { suspects: 1 }, true],
    ['has a row that could not be read', {}, { unreadTitles: 1 }, true],
  ] as const)('that %s', (_, list, facts, expected) => {
    const known = { ...UNKNOWN_LIST, wholeAt: NOW, ...list };
    const given = { known, suspects: 0, unreadTitles: 0, ...facts };
    expect(needsWholeList(given, NOW)).toBe(expected);
  });
});

describe('the rest of the list', () => {
  const held = library(5);

  test('is unchanged where nothing has changed', () => {
    expect(isRestSkipped(firstPage(held, 2), held)).toBe(true);
  });

  test('is unchanged where a title of the rest was played and is on the page now', () => {
    const [a, b, c, d, e] = held as [LibraryTitle, ...LibraryTitle[]];
    const played = { ...e, lastUpdatedAt: 2_000, progress: 99 } as LibraryTitle;
    const sonys = [played, a, b, c, d] as LibraryTitle[];
    expect(isRestSkipped(firstPage(sonys, 2), held)).toBe(true);
  });

  test.each<[string, (sonys: LibraryTitle[]) => LibraryTitle[], Partial<ListRead>]>([
    ['one more', (sonys) => [...sonys, titleOf('Z', 1)], {}],
    ['one less', (sonys) => sonys.slice(0, -1), {}],
    [
      'a page that is new to its end',
      (sonys) => [titleOf('Y', 3_000), titleOf('Z', 2_000), ...sonys],
      {},
    ],
    [
      'a last row that has changed',
      (sonys) => sonys.with(1, { ...sonys[1], progress: 5 } as LibraryTitle),
      {},
    ],
    [
      'one of the page moved down',
      (sonys) => [...sonys.slice(1), { ...sonys[0], lastUpdatedAt: 1 } as LibraryTitle],
      {},
    ],
    ['one gone from the page and one more', (sonys) => [...sonys.slice(1), titleOf('Z', 1)], {}],
    ['no row that could be read', (sonys) => sonys, { rows: [] }],
    ['a row without a name', (sonys) => sonys, { nameless: 1 }],
  ])('is to be read with %s', (_, change, said) => {
    expect(isRestSkipped(firstPage(change(held), 2, said), held)).toBe(false);
  });

  test('does not count a title that is known to be gone', () => {
    const gone = aLibraryTitle({ npCommunicationId: 'Z', absence: { missedAt: 1, isSure: true } });
    expect(isRestSkipped(firstPage(held, 2), [...held, gone])).toBe(true);
    expect(isRestSkipped(firstPage([...held, titleOf('Z', 1)], 2), [...held, gone])).toBe(false);
  });

  test('counts rows that could not be read by their ids', () => {
    const sonys = [titleOf('BAD', 3_000), ...held];
    const list = firstPage(sonys, 3);
    expect(isRestSkipped({ ...list, rows: list.rows.slice(1) }, held)).toBe(true);
  });
});

describe('a title that a whole list misses', () => {
  const title = aLibraryTitle({ npCommunicationId: 'A' });
  const suspect = { ...title, absence: { missedAt: 1, isSure: false } };
  const gone = { ...title, absence: { missedAt: 1, isSure: true } };

  test.each([
    ['is suspected at first', title, [], { missedAt: NOW, isSure: false }],
    ['is gone when a second agrees, since the first', suspect, [], { missedAt: 1, isSure: true }],
    ['stays gone', gone, [], { missedAt: 1, isSure: true }],
    ['is there when it is seen', title, ['A'], null],
    ['was there all along', suspect, ['A'], null],
    ['is back', gone, ['A'], null],
  ])('%s', (_, held, seen, absence) => {
    expect(absenceAfter(held, new Set(seen), NOW)).toStrictEqual(absence);
  });
});

test('the short played list has room for what was earned and some more', () => {
  expect(playedListLimit(0)).toBe(5);
  expect(playedListLimit(60)).toBe(65);
});
