import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LibraryTitle } from '@/utils/domain/library/title';
import type { LibraryToExport } from '@/utils/exports/library-to-export';
import { yamtrackFile, type YamtrackVariant } from '@/utils/exports/yamtrack';
import { aLibraryTitle } from '../../support/library-titles';
import {
  aLibraryToExport,
  aNote,
  anEdition,
  anOddLibrary,
  CLOCK,
  ODD_NAMES,
  textOf,
} from '../../support/library-to-export';
import { aTrophy, aTrophySet } from '../../support/trophies';
import { importByYamtrack, type YamtrackEntry } from '../../support/yamtrack-importer';

async function imported(
  library: LibraryToExport,
  variant: YamtrackVariant = 'own',
): Promise<YamtrackEntry[]> {
  return importByYamtrack(await textOf(yamtrackFile(library, CLOCK, variant)));
}

const NIGHT = Date.UTC(2026, 0, 1, 20);
const tally = {
  ...{ lastEarnedAt: NIGHT, platinumAt: NIGHT, completedAt: null },
  ...{ rarestEarned: null, leftToPlatinum: null },
};
const withPlatinum = { bronze: 3, silver: 1, gold: 1, platinum: 1 };

/** The game on two consoles, done on the older one; and another. */
function aLibraryWithStack(): LibraryToExport {
  return aLibraryToExport({
    titles: [
      aLibraryTitle({ name: 'Lantern  Keepers™', status: 'backlog' }),
      aLibraryTitle({
        ...{
          npCommunicationId: 'NPWR00002_00',
          name: 'Lantern Keepers: Deluxe Edition',
          platforms: ['PS4'],
        },
        ...{ tally, earned: withPlatinum, progress: 90 },
      }),
      aLibraryTitle({ npCommunicationId: 'NPWR00003_00', name: 'Bloom', platforms: ['PS3'] }),
    ],
    played: [
      anEdition({ playSeconds: 60, npCommunicationIds: ['NPWR00001_00', 'NPWR00002_00'] }),
      anEdition({
        ...{ npTitleId: 'CUSA00001_00', npCommunicationIds: ['NPWR00002_00'] },
        ...{ playSeconds: 816_840, firstPlayedAt: Date.UTC(2025, 11, 31, 20) },
      }),
    ],
  });
}

describe('a file for Yamtrack, a set an entry', () => {
  test('says when a game was begun and done, for how long it was played, and what was noted', async () => {
    const title = aLibraryTitle({
      ...{ tally, earned: withPlatinum, progress: 90, platforms: ['PS5', 'PSPC'] },
      ...{ tags: ['cosy'], lastPlayedAt: NIGHT, iconUrl: 'https://image.api.playstation.com/a' },
    });
    const library = aLibraryToExport({
      titles: [title],
      played: [anEdition({ playSeconds: 816_899, firstPlayedAt: Date.UTC(2025, 11, 31, 20) })],
      sets: [aTrophySet()],
      annotations: [aNote({ note: 'by the lake\nat night' })],
    });
    expect(await imported(library)).toEqual([
      {
        ...{ media_id: 'NPWR00001_00', source: 'manual', media_type: 'game' },
        ...{ title: 'Lantern Keepers', image: 'https://image.api.playstation.com/a' },
        ...{ season_number: '', episode_number: '', score: '', status: 'Completed' },
        notes:
          'PS5, PSPC · 90% · 6/17 · Platinum 2026-01-02 · cosy · First Light: by the lake at night',
        ...{ start_date: '2026-01-01', end_date: '2026-01-02', progress: '226h 54min' },
        progressed_at: '2026-01-02T05:00:00+09:00',
        ...{ np_communication_id: 'NPWR00001_00', np_title_id: 'PPSA00001_00', psn_concept_id: '' },
      },
    ]);
  });

  test('leaves editions apart, their names as they are, and a game without a status out', async () => {
    const none = { bronze: 0, silver: 0, gold: 0, platinum: 0 };
    const { titles, ...rest } = aLibraryWithStack();
    const untouched = aLibraryTitle({ name: 'Untouched', progress: 0, earned: none });
    const entries = await imported({ ...rest, titles: [...titles, untouched] });
    expect(entries.map(({ title, status }) => [title, status])).toEqual([
      ['Lantern  Keepers™', 'Planning'],
      ['Lantern Keepers: Deluxe Edition', 'Completed'],
      ['Bloom', 'In progress'],
    ]);
  });

  test('ends no game that the player has given up', async () => {
    const title = aLibraryTitle({ status: 'retired', tally, earned: withPlatinum });
    const entries = await imported(aLibraryToExport({ titles: [title] }));
    expect(entries).toMatchObject([{ status: 'Dropped', end_date: '' }]);
  });

  test('begins with the first trophy where play is not known, unless another may have been the first', async () => {
    const dated = aTrophy({ earned: true, earnedAt: NIGHT });
    const undated = aTrophy({ trophyId: 2, earned: true });
    const title = aLibraryTitle({ platforms: ['PS3'], playSeconds: null });
    const [known, unknown] = await Promise.all(
      [[dated], [dated, undated]].map((trophies) =>
        imported(aLibraryToExport({ titles: [title], sets: [aTrophySet({ trophies })] })),
      ),
    );
    expect(known?.[0]).toMatchObject({ start_date: '2026-01-02', progress: '', end_date: '' });
    expect(unknown?.[0]).toMatchObject({ start_date: '' });
  });
});

describe('a file for Yamtrack by title', () => {
  test('has each game once, under a name that it finds', async () => {
    const entries = await imported(aLibraryWithStack(), 'by-title');
    expect(entries).toMatchObject([
      {
        ...{ media_id: '', source: '', title: 'Lantern Keepers', status: 'Completed' },
        // When one of the two was first played cannot be read.
        ...{ progress: '226h 55min', end_date: '2026-01-02', start_date: '' },
        ...{ np_communication_id: 'NPWR00002_00, NPWR00001_00' },
        ...{ np_title_id: 'PPSA00001_00, CUSA00001_00' },
      },
      { title: 'Bloom', np_communication_id: 'NPWR00003_00' },
    ]);
  });

  test('never has two rows of one name', async () => {
    const piece = fc.constantFrom(
      'Bloom',
      ' ',
      '™',
      '®',
      '2',
      'II',
      ':',
      ' - ',
      'Deluxe Edition',
      '鬼',
    );
    const name = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(name, { maxLength: 8 }), async (names) => {
        const titles = names
          .filter((each) => each.trim() !== '')
          .map((each, at): LibraryTitle =>
            aLibraryTitle({ npCommunicationId: `NPWR0000${String(at)}_00`, name: each }),
          );
        const entries = await imported(aLibraryToExport({ titles }), 'by-title');
        const found = entries.map(({ title }) => title);
        expect(found).toEqual([...new Set(found)]);
      }),
    );
  });
});

test.each(['own', 'by-title'] as const)(
  'names that break files do not break it: %s',
  async (variant) => {
    const text = await textOf(yamtrackFile(anOddLibrary(), CLOCK, variant));
    expect(text.startsWith('media_id,')).toBe(true);
    expect(text).not.toContain('\r');
    const entries = importByYamtrack(text);
    expect(entries.length).toBeGreaterThan(ODD_NAMES.length - 6);
    // No guard: `-KLAUS-` is the name of a game.
    expect(entries.map(({ title }) => title)).toContain('-KLAUS-');
  },
);

test.each([
  ['Lantern Keepers Trophies', 'Lantern Keepers'],
  ['Lantern Keepers: Trophy Set', 'Lantern Keepers'],
  ['Lantern Keepers™ Trophées', 'Lantern Keepers'],
  ['Trofeos de Lantern Keepers', 'Lantern Keepers'],
  ['ランタン トロフィー', 'ランタン'],
  ['Trophies', 'Trophies'],
  ['Trophy Hunter', 'Trophy Hunter'],
])('a game known only as %s is looked for by the title %s', async (name, expected) => {
  const [entry] = await imported(
    aLibraryToExport({ titles: [aLibraryTitle({ name })] }),
    'by-title',
  );
  expect(entry?.title).toBe(expected);
});
