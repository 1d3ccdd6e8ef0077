import { describe, expect, test } from 'vitest';
import { dayZone } from '@/components/log/day-zone';
import { rowsOfPlatforms, rowsOfUnearned } from '@/components/statistics/game-charts';
import { LibraryFigures } from '@/components/statistics/library-figures.svelte';
import { gameTiles, gradeTiles } from '@/components/statistics/statistics-tiles';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { preparer, sift } from '@/utils/domain/library/library-filter';
import { viewOf } from '@/utils/domain/library/library-view';
import { civilDayOf } from '@/utils/domain/numbers/civil-time';
import { noTrophies } from '@/utils/domain/trophies/grades';
import * as words from '@/utils/words/en/statistics.json';
import { setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';

const NOW = Date.UTC(2026, 10, 29);

describe('tiles say what they count', () => {
  const counts = { bronze: 10, silver: 0, gold: 1, platinum: 0 };
  const tilesOf = (...titles: LibraryTitle[]) => tilesWithout(0, ...titles);
  const tilesWithout = (unreadable: number, ...titles: LibraryTitle[]) => {
    const figures = new LibraryFigures({
      ...{ titles: () => titles, unreadable: () => unreadable, earnings: () => null },
      notToBeHad: () => null,
      zone: () => dayZone({ zone: 'UTC' }, NOW).table,
      today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
    });
    const all = [...gradeTiles(figures, 'en-US'), ...gameTiles(figures, 'en-US')];
    return new Map(all.map((tile) => [tile.id, tile]));
  };
  const title = (n: number, said: Partial<LibraryTitle> = {}) =>
    aLibraryTitle({
      ...{ npCommunicationId: setId(n), earned: counts, progress: 50, absence: null },
      defined: { ...counts, bronze: 32, platinum: 1 },
      ...said,
    });

  test('how far all games are by points', () => {
    // 240 of 570 points.
    expect(tilesOf(title(1)).get('completion-points')?.value).toBe('42.1%');
  });

  test('games of which it is not known, and are left out', () => {
    const nobody = { bronze: null, silver: null, gold: null, platinum: null };
    const tiles = tilesOf(title(1), title(2, { earned: nobody, progress: null }));
    for (const [id, plain] of [
      ['completion', words.completionCountPlain],
      ['completion-started', words.completionOtherCount],
      ['completion-points', words.completionPointsCount],
      ['platinum-share', words.platinumShareCount({ earned: 0, games: 1 }, 'en-US')],
    ] as const) {
      const said = words.withoutUnknown({ counts: plain, games: 1 }, 'en-US');
      expect(tiles.get(id)?.counts).toBe(said);
    }
  });

  test('that they are at least so many, where games cannot be read', () => {
    const tiles = tilesWithout(3, title(1));
    for (const [id, value] of Object.entries({ trophies: '11+', games: '1+', completed: '–' })) {
      expect(tiles.get(id)?.value).toBe(value);
    }
    const said = words.atLeastUnknown({ counts: words.trophiesCount, games: 3 }, 'en-US');
    expect(tiles.get('trophies')?.counts).toBe(said);
    expect(tiles.get('silver')?.value).toBe('–');
    expect(tiles.get('completed')?.counts).toBe(
      words.atLeastUnknown({ counts: words.completedCount, games: 3 }, 'en-US'),
    );
  });

  test('that games which cannot be read are in no share', () => {
    const tiles = tilesWithout(3, title(1, { unobtainable: 'trophy' }));
    const ids = ['completion', 'completion-started', 'completion-without', 'completion-points'];
    for (const [id, plain] of [
      [ids[0], words.completionCountPlain],
      [ids[1], words.completionOtherCount],
      [ids[2], words.completionRetiredCount],
      [ids[3], words.completionPointsCount],
      ['platinum-share', words.platinumShareCount({ earned: 0, games: 1 }, 'en-US')],
    ] as const) {
      const said = words.withoutUnknown({ counts: plain, games: 3 }, 'en-US');
      expect(tiles.get(id!)?.counts).toBe(said);
    }
    const unread = tilesWithout(3);
    expect(unread.get('completion')?.counts).toBe(words.percentUnknown);
    expect(unread.get('platinum-share')?.counts).toBe(words.percentUnknown);
  });

  test('nothing as none, where PlayStation says it of no game', () => {
    const nobody = { bronze: null, silver: null, gold: null, platinum: null };
    const tiles = tilesOf(title(1, { earned: nobody, defined: nobody, progress: null }));
    const ids = ['trophies', 'gold', 'unearned'];
    expect(ids.map((id) => tiles.get(id)?.value)).toEqual(['–', '–', '–']);
    expect(tiles.get('platinum-share')?.counts).toBe(words.percentUnknown);
    const none = { ...counts, platinum: 0 };
    expect(tilesOf(title(1, { defined: none })).get('platinum-share')?.counts).toBe(
      words.noPlatinum,
    );
  });

  test('an average without what is given up has its place before it is known', () => {
    const place = (said: Partial<LibraryTitle>) =>
      tilesOf(title(1, said)).get('completion-without');
    expect(place({})).toBe(undefined);
    expect(place({ unobtainable: 'trophy' })).toMatchObject({ value: null });
    expect(place({ status: 'retired' })).toMatchObject({ value: null });
  });

  test('trophies of games that are gone, which the log behind them has', () => {
    const gone = title(2, { absence: { missedAt: 1, isSure: true } });
    const tiles = tilesOf(title(1), gone);
    const said = (counts: string, trophies: number) =>
      words.gradeGone({ counts, trophies }, 'en-US');
    expect(tiles.get('gold')?.counts).toBe(said(words.gradeCounts.gold, 1));
    expect(tiles.get('silver')?.counts).toBe(words.gradeCounts.silver);
    expect(tiles.get('trophies')).toMatchObject({
      ...{ value: '11', counts: said(words.trophiesCount, 11) },
    });
  });
});

test('what is left to earn is told by grade, of started games and of all', () => {
  const [none, left] = [noTrophies(), { bronze: 3, silver: 2, gold: 1, platinum: 1 }];
  const figures = new LibraryFigures({
    titles: () =>
      [{ ...none, bronze: 4 }, none].map((earned, n) => {
        const defined = { ...left, bronze: left.bronze + earned.bronze };
        const progress = earned.bronze > 0 ? 50 : 0;
        return aLibraryTitle({ npCommunicationId: setId(n), earned, defined, progress });
      }),
    earnings: () => null,
    zone: () => dayZone({ zone: 'UTC' }, NOW).table,
    today: () => civilDayOf({ year: 2026, month: 11, day: 29 }),
  });
  expect(rowsOfUnearned(figures.unearned, '#/').map(({ id, values }) => [id, values])).toEqual([
    ['platinum', [1, 2]],
    ['gold', [1, 2]],
    ['silver', [2, 4]],
    ['bronze', [3, 6]],
  ]);
});

test('a platform of which nothing is known is there, and no zero', () => {
  const total = { games: 1, counts: noTrophies(), unknown: 0 };
  const rows = rowsOfPlatforms(
    [
      { ...total, platforms: 'PS5', counts: { ...noTrophies(), bronze: 3 }, unknown: 1 },
      { ...total, platforms: 'PSPC', unknown: 1 },
      { ...total, platforms: 'PS3' },
    ],
    (platforms) => platforms,
  );
  expect(rows.map(({ id, values }) => [id, values])).toEqual([
    ['PS5', [3]],
    ['PSPC', [null]],
  ]);
});

test('what is counted of games leads to those games', () => {
  const [none, some] = [noTrophies(), { ...noTrophies(), platinum: 1 }];
  const titles = [
    aLibraryTitle({ npCommunicationId: setId(1), defined: some, earned: none, progress: 40 }),
    aLibraryTitle({ npCommunicationId: setId(2), defined: some, earned: some, progress: 100 }),
    aLibraryTitle({ npCommunicationId: setId(3), defined: none, earned: none, progress: 0 }),
  ];
  const figures = new LibraryFigures({
    ...{ titles: () => titles, earnings: () => null },
    ...{ zone: () => [{ from: -Infinity, offset: 0 }], today: () => 20_800 },
  });
  const shownBy = (tile: string): number => {
    const { href } = gameTiles(figures, 'en-US').find(({ id }) => id === tile) ?? {};
    const { filters } = viewOf(href?.split('?')[1] ?? '');
    return sift(preparer()(titles), { scope: 'all', filters }).shown.length;
  };
  expect(['completion', 'completion-points', 'platinum-share', 'unearned'].map(shownBy)).toEqual([
    3, 3, 2, 2,
  ]);
  const linked = gameTiles(figures, 'en-US').filter(({ href }) => href !== undefined);
  expect(linked.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['completion', 'completion-points', 'platinum-share', 'unearned']),
  );
});
