import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { clockTexts } from '@/utils/exports/clock-texts';
import { GAME_COLUMNS, gamesSheet, type GameColumn } from '@/utils/exports/games-sheet';
import type { ExportRun, LibraryToExport } from '@/utils/exports/library-to-export';
import { TROPHY_COLUMNS, trophiesSheet, type TrophyColumn } from '@/utils/exports/trophies-sheet';
import { aLibraryTitle } from '../../support/library-titles';
import {
  aLibraryToExport,
  aNote,
  anEdition,
  anOddLibrary,
  CLOCK,
  ODD_NAMES,
  textOf,
  WRITTEN_AT,
} from '../../support/library-to-export';
import { aTrophy, aTrophySet } from '../../support/trophies';

const PLAIN = { byteOrderMark: false, guard: false };
type Record = { [column: string]: string };

function read(text: string): Record[] {
  const { data, errors } = Papa.parse<Record>(text, {
    header: true,
    delimiter: ',',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

async function games(library: LibraryToExport, columns: readonly GameColumn[] = GAME_COLUMNS) {
  return read(await textOf(gamesSheet(library, CLOCK, { columns, ...PLAIN })));
}

async function trophies(
  library: LibraryToExport,
  columns: readonly TrophyColumn[] = TROPHY_COLUMNS,
) {
  return read(await textOf(trophiesSheet(library, CLOCK, { columns, ...PLAIN })));
}

const unix = (text: string): string => text.replace(/\r\n?/g, '\n');

describe('a spreadsheet of games', () => {
  test('has the chosen columns in the chosen order, and lines as spreadsheets end them', async () => {
    const library = aLibraryToExport({ titles: [aLibraryTitle({ progress: 17 })] });
    const columns = ['progress', 'title'] as const;
    const text = await textOf(gamesSheet(library, CLOCK, { columns, ...PLAIN }));
    expect(text).toBe('progress,title\r\n17,Lantern Keepers\r\n');
  });

  test('says in which way a game stands, by the player or by its trophies', async () => {
    const earned = { bronze: 0, silver: 0, gold: 0, platinum: 0 };
    const rows = await games(
      aLibraryToExport({
        titles: [
          aLibraryTitle({ status: 'playing' }),
          aLibraryTitle({ status: 'backlog' }),
          aLibraryTitle({ status: 'done' }),
          aLibraryTitle({ status: 'retired', progress: 100 }),
          aLibraryTitle({ progress: 100 }),
          aLibraryTitle({ progress: 80, earned: { ...earned, platinum: 1 } }),
          aLibraryTitle({ progress: 3 }),
          aLibraryTitle({ progress: 0, earned: { ...earned, bronze: 1 } }),
          aLibraryTitle({ progress: 0, earned }),
        ],
      }),
    );
    expect(rows.map(({ status }) => status)).toEqual([
      ...['In progress', 'Planning', 'Completed', 'Dropped', 'Completed', 'Completed'],
      ...['In progress', 'In progress', ''],
    ]);
    expect(rows[0]?.['own_status']).toBe('playing');
  });

  test('leaves empty what nobody knows, and says 0 where it is none', async () => {
    const unknown = { bronze: null, silver: 1, gold: 0, platinum: 0 };
    const [row] = await games(
      aLibraryToExport({
        titles: [
          aLibraryTitle({
            ...{ progress: null, earned: unknown, playSeconds: null, platforms: ['PS3'] },
            ...{ lastPlayedAt: -1, lastUpdatedAt: -1, isPlus: null, iconUrl: null },
          }),
        ],
      }),
    );
    for (const column of ['progress', 'earned', 'bronze', 'hours', 'hours_incomplete', 'ps_plus'])
      expect([column, row?.[column]]).toEqual([column, '']);
    const dates = GAME_COLUMNS.filter((column) => /_utc|_local/.test(column));
    expect(dates.map((column) => row?.[column])).toEqual(dates.map(() => ''));
    expect(row).toMatchObject({ gold: '0', silver: '1', platform: 'PlayStation 3' });
    expect(row).toMatchObject({ np_title_id: '', psn_concept_id: '' });
  });

  test('says no count that Sony said before and does not say now, as no page does', async () => {
    const nothing = { bronze: null, silver: null, gold: null, platinum: null };
    const counts = aLibraryTitle();
    const lastKnown = { defined: counts.defined, earned: counts.earned, progress: 17 };
    const title = aLibraryTitle({ earned: nothing, progress: null, lastKnown });
    const [row] = await games(aLibraryToExport({ titles: [title] }));
    expect(row).toMatchObject({ progress: '', earned: '', trophies: '17' });
  });

  test('has dates by UTC and by the clocks of the player, and never a trophy list’s for a day of play', async () => {
    const at = Date.UTC(2026, 0, 1, 20, 15, 10);
    const tally = {
      ...{ lastEarnedAt: at, platinumAt: null, completedAt: null },
      ...{ rarestEarned: 42, leftToPlatinum: 3 },
    };
    const [row, old] = await games(
      aLibraryToExport({
        titles: [
          aLibraryTitle({ tally, lastPlayedAt: at, lastUpdatedAt: at }),
          aLibraryTitle({ lastPlayedAt: at, lastPlayedSource: 'trophy-list', lastUpdatedAt: at }),
        ],
      }),
    );
    expect(row).toMatchObject({
      last_trophy_utc: '2026-01-01 20:15:10',
      last_trophy_local: '2026-01-02 05:15:10',
      last_played_local: '2026-01-02 05:15:10',
      platinum_earned_utc: '',
      time_zone: 'Asia/Tokyo',
      rarest_earned: '4.2',
    });
    expect(old).toMatchObject({ last_played_utc: '', list_changed_utc: '2026-01-01 20:15:10' });
  });

  test('has ids, hours and what is hidden or gone, and apart what only shares a name', async () => {
    const absence = { missedAt: 1, isSure: true };
    const rows = await games(
      aLibraryToExport({
        titles: [
          aLibraryTitle({ hidden: true, isPlaytimePartial: true }),
          aLibraryTitle({ npCommunicationId: 'NPWR00002_00', absence, hide: true }),
        ],
        played: [
          anEdition({ playSeconds: 5_400, conceptId: 10001 }),
          anEdition({ npTitleId: 'CUSA00001_00', playSeconds: null, conceptId: 10001 }),
        ],
      }),
    );
    expect(rows).toMatchObject([
      {
        ...{ hidden_on_psn: 'true', hidden_here: 'false', gone_from_psn: 'false' },
        ...{ hours: '1.5', hours_incomplete: 'true', np_communication_id: 'NPWR00001_00' },
        ...{ np_title_id: 'PPSA00001_00, CUSA00001_00', psn_concept_id: '10001' },
      },
      { title: 'Lantern Keepers', hidden_here: 'true', gone_from_psn: 'true', np_title_id: '' },
    ]);
  });
});

describe('a spreadsheet of trophies', () => {
  test('says of each what the game’s page says', async () => {
    const at = Date.UTC(2026, 0, 1, 20, 15, 10);
    const library = aLibraryToExport({
      titles: [aLibraryTitle({ name: 'Lantern Keepers™' })],
      played: [anEdition()],
      sets: [
        aTrophySet({
          groups: [
            { groupId: 'default', name: 'Base', iconUrl: null },
            { groupId: '001', name: 'The Night Rider', iconUrl: null },
          ],
          trophies: [
            aTrophy({
              ...{ grade: 'gold', groupId: '001', earned: true, earnedAt: at },
              rates: [{ day: Math.floor(at / 86_400_000), rate: 45 }],
            }),
            aTrophy({ trophyId: 2, earned: null, grade: null, groupId: null, hidden: true }),
            aTrophy({ trophyId: 3, earned: true, progress: null }),
            aTrophy({ trophyId: 4, earned: true, earnedAt: 1e15 }),
          ],
        }),
      ],
      annotations: [aNote({ note: 'by the lake', pinned: true })],
    });
    const rows = await trophies(library);
    expect(rows).toMatchObject([
      {
        ...{ GameName: 'Lantern Keepers™', ApiName: '1', TrophyType: 'Gold', Points: '90' },
        ...{ Category: 'The Night Rider', CategoryType: 'DLC', Unlocked: 'true' },
        ...{ GlobalPercentUnlocked: '4.5', Rarity: 'Ultra rare', PercentWhenUnlocked: '4.5' },
        ...{ UnlockTimeUtc: '2026-01-01 20:15:10', UnlockTimeLocal: '2026-01-02 05:15:10' },
        ...{ Note: 'by the lake', Pinned: 'true', np_title_id: 'PPSA00001_00' },
      },
      {
        ...{ Unlocked: '', TrophyType: '', Points: '', CategoryType: '', Hidden: 'true' },
        ...{ GlobalPercentUnlocked: '', Rarity: '', Note: '', Pinned: 'false' },
      },
      { Unlocked: 'true', UnlockTimeUtc: '', UnlockTimeLocal: '', Progress: '' },
      { Unlocked: 'true', UnlockTimeUtc: '' },
    ]);
  });
});

describe('names that break files', () => {
  test('come back as they are, of games and of trophies', async () => {
    const ofGames = await games(anOddLibrary());
    expect(ofGames.map(({ title }) => title)).toEqual(ODD_NAMES.map(unix));
    const ofTrophies = await trophies(anOddLibrary());
    const { GameName, AchievementName, Note } = Object.fromEntries(
      TROPHY_COLUMNS.map((column) => [column, ofTrophies.map((row) => row[column])]),
    );
    for (const names of [GameName, AchievementName, Note])
      expect(names).toEqual(ODD_NAMES.map(unix));
  });

  test('make no formula where they are guarded, and are the same behind the apostrophe', async () => {
    const choice = { columns: ['title'], byteOrderMark: false, guard: true } as const;
    const rows = read(await textOf(gamesSheet(anOddLibrary(), CLOCK, choice)));
    const titles = rows.map(({ title }) => title ?? '');
    expect(titles.filter((title) => /^[\s]*[=+\-@\t\r＝]/.test(title))).toEqual([]);
    const guarded = titles.flatMap((title, at) => (title === unix(ODD_NAMES[at]!) ? [] : [title]));
    expect(guarded).toHaveLength(9);
    for (const title of guarded) expect(title.startsWith("'")).toBe(true);
  });

  test('are no other cell where a spreadsheet takes semicolons or tabs for the end of one', async () => {
    const choice = { columns: ['title'], byteOrderMark: false, guard: true } as const;
    const named = ['x;=1+1', 'x\t=1+1', ';=1+1'];
    const titles = named.map((name) => aLibraryTitle({ name }));
    const text = await textOf(gamesSheet(aLibraryToExport({ titles }), CLOCK, choice));
    expect(text.split('\r\n').slice(1, -1)).toEqual(named.map((name) => `"${name}"`));
  });

  test('begin with a mark of their order of bytes only where that was chosen', async () => {
    const choice = { columns: ['title'], guard: true } as const;
    const library = aLibraryToExport({ titles: [aLibraryTitle()] });
    const withMark = await textOf(gamesSheet(library, CLOCK, { ...choice, byteOrderMark: true }));
    expect(withMark.codePointAt(0)).toBe(0xfe_ff);
    const without = await textOf(gamesSheet(library, CLOCK, { ...choice, byteOrderMark: false }));
    expect(without.startsWith('title')).toBe(true);
  });

  test('may be any', async () => {
    const anything = fc.string({ unit: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 5 }), async (names) => {
        const titles = names.map((name) => aLibraryTitle({ name }));
        const rows = await games(aLibraryToExport({ titles }), ['type', 'title']);
        expect(rows.map(({ title }) => title)).toEqual(names.map(unix));
      }),
    );
  });
});

describe('an export under way', () => {
  const many = aLibraryToExport({
    titles: Array.from({ length: 120 }, (_, at) =>
      aLibraryTitle({ npCommunicationId: `NPWR${String(at).padStart(5, '0')}_00` }),
    ),
  });
  const sheetOf = (run: ExportRun): AsyncGenerator<string> =>
    gamesSheet(many, CLOCK, { columns: ['title'], ...PLAIN }, run);

  test('tells how far it is', async () => {
    const told: number[] = [];
    await textOf(sheetOf({ onProgress: ({ games: done, of }) => told.push(done / of) }));
    expect(told).toEqual([50 / 120, 100 / 120, 1]);
  });

  test('ends where it is told to', async () => {
    const ending = new AbortController();
    const run = {
      signal: ending.signal,
      onProgress: () => {
        ending.abort();
      },
    };
    await expect(textOf(sheetOf(run))).rejects.toThrow(/abort/i);
  });
});

describe('instants as text', () => {
  test('have the offset of their own day', () => {
    const berlin = clockTexts('Europe/Berlin', WRITTEN_AT);
    expect(berlin.isoLocal(Date.UTC(2026, 0, 1, 23, 30))).toBe('2026-01-02T00:30:00+01:00');
    expect(berlin.isoLocal(Date.UTC(2026, 6, 1, 21, 30))).toBe('2026-07-01T23:30:00+02:00');
    const marquesas = clockTexts('Pacific/Marquesas', WRITTEN_AT);
    expect(marquesas.isoLocal(Date.UTC(2026, 0, 1, 0, 0))).toBe('2025-12-31T14:30:00-09:30');
    expect(marquesas.day(Date.UTC(2026, 0, 1, 0, 0))).toBe('2025-12-31');
  });

  test('are empty before PSN, after tomorrow, and where they are not known', () => {
    for (const at of [null, -1, 0, Date.UTC(2006, 0, 1), WRITTEN_AT + 2 * 86_400_000, 1e18])
      expect([CLOCK.day(at), CLOCK.iso(at), CLOCK.isoLocal(at)]).toEqual(['', '', '']);
  });
});
