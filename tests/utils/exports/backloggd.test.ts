import { expect, test } from 'vitest';
import { backloggdFile } from '@/utils/exports/backloggd';
import type { LibraryToExport } from '@/utils/exports/library-to-export';
import { readTransfer, type BackloggdTransfer } from '../../support/backloggd-transfer';
import { aLibraryTitle } from '../../support/library-titles';
import {
  aLibraryToExport,
  aNote,
  anEdition,
  anOddLibrary,
  CLOCK,
  textOf,
} from '../../support/library-to-export';
import { aTrophySet } from '../../support/trophies';

async function transferred(
  library: LibraryToExport,
  withNotes = false,
): Promise<BackloggdTransfer> {
  return readTransfer(await textOf(backloggdFile(library, CLOCK, { withNotes })));
}

const none = { bronze: 0, silver: 0, gold: 0, platinum: 0 };

test('has each game once, with its editions together', async () => {
  const { entries } = await transferred(
    aLibraryToExport({
      titles: [
        aLibraryTitle({ name: 'Lantern Keepers™ (PS4)', platforms: ['PS4'], progress: 100 }),
        aLibraryTitle({ npCommunicationId: 'NPWR00002_00', progress: 0, earned: none }),
      ],
      played: [anEdition({ firstPlayedAt: Date.UTC(2026, 0, 1, 20), playSeconds: 5_459 })],
    }),
  );
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    title: 'Lantern Keepers',
    log: { status: 'completed', is_play: true, total_hours: 1, total_minutes: 30 },
    playthroughs: [
      // Nobody knows on which of the two it was.
      { platform: null, title: 'Log', start_date: '2026-01-02', finish_date: '', is_master: true },
    ],
    dates: [{ range_start_date: '2026-01-02', range_end_date: '2026-01-02' }],
  });
});

test('says by its own words in which way a game stands, and on what it was played', async () => {
  const game = (at: number, said: Parameters<typeof aLibraryTitle>[0]) =>
    aLibraryTitle({
      npCommunicationId: `NPWR0000${String(at)}_00`,
      name: `Game ${'abcdef'[at]!}`,
      ...said,
    });
  const { entries } = await transferred(
    aLibraryToExport({
      titles: [
        game(0, { status: 'playing', platforms: ['PS5'] }),
        game(1, { status: 'backlog', platforms: ['PSVITA'], playSeconds: null }),
        game(2, { status: 'retired', platforms: ['PSPC'] }),
        game(3, { progress: 0, earned: none, platforms: ['PS3'], playSeconds: null }),
      ],
    }),
  );
  expect(
    entries.map(({ log }) => [log.status, log.is_play, log.is_playing, log.is_backlog]),
  ).toEqual([
    ['playing', true, true, false],
    ['backlog', false, false, true],
    ['abandoned', true, false, false],
    [null, false, false, false],
  ]);
  expect(entries.map(({ playthroughs: [{ platform, title }] }) => [platform, title])).toEqual([
    [167, 'PlayStation 5'],
    [46, 'PlayStation Vita'],
    [6, 'Windows PC'],
    [9, 'PlayStation 3'],
  ]);
  expect(entries[3]?.log).toMatchObject({ total_hours: null, total_minutes: null });
});

test('has what was noted, on one line, only where that was chosen: a review is for all to read', async () => {
  const library = aLibraryToExport({
    titles: [aLibraryTitle()],
    sets: [aTrophySet()],
    annotations: [aNote({ note: 'by the lake\n at night' })],
  });
  const reviews = await Promise.all(
    [false, true].map(async (withNotes) => {
      const { entries } = await transferred(library, withNotes);
      return entries[0]?.playthroughs[0].review;
    }),
  );
  expect(reviews).toEqual(['', 'First Light: by the lake at night']);
});

test('is whole where it is written in several pieces', async () => {
  const titles = Array.from({ length: 101 }, (_, at) =>
    aLibraryTitle({
      npCommunicationId: `NPWR${String(at)}_00`,
      name: `Bloom in ${String(at)} days`,
    }),
  );
  expect((await transferred(aLibraryToExport({ titles }))).entries).toHaveLength(101);
});

test('is whole with names that break files, and without any game', async () => {
  const { entries } = await transferred(anOddLibrary(), true);
  expect(entries.map(({ title }) => title)).toContain('鬼滅の刃 ヒノカミ血風譚');
  expect((await transferred(aLibraryToExport())).entries).toEqual([]);
});
