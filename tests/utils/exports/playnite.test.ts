import { expect, test } from 'vitest';
import { z } from 'zod/mini';
import type { LibraryToExport } from '@/utils/exports/library-to-export';
import { playniteFile } from '@/utils/exports/playnite';
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

/** What programs read of it. */
const playnite = z.object({
  Games: z.array(
    z.looseObject({
      GameId: z.string(),
      Name: z.string(),
      Source: z.string(),
      Playtime: z.optional(z.int().check(z.gte(0))),
      LastActivity: z.optional(z.iso.datetime()),
      CompletionStatus: z.optional(
        z.enum([
          ...(['Not Played', 'Played', 'Beaten', 'Completed', 'Playing'] as const),
          ...(['Abandoned', 'On Hold', 'Plan to Play'] as const),
        ]),
      ),
    }),
  ),
});

async function readGames(library: LibraryToExport) {
  return playnite.parse(JSON.parse(await textOf(playniteFile(library, CLOCK)))).Games;
}

test('has a game for each set, and of each what is known', async () => {
  const none = { bronze: 0, silver: 0, gold: 0, platinum: 0 };
  const games = await readGames(
    aLibraryToExport({
      titles: [
        aLibraryTitle({ name: 'Lantern Keepers™', lastPlayedAt: Date.UTC(2026, 0, 1, 20) }),
        aLibraryTitle({
          ...{ npCommunicationId: 'NPWR00002_00', name: 'Lantern Keepers™', platforms: ['PS3'] },
          ...{ playSeconds: null, lastPlayedAt: -1, progress: 0, earned: none },
        }),
      ],
      played: [anEdition({ playSeconds: 3_601 })],
    }),
  );
  expect(games).toEqual([
    {
      ...{ GameId: 'NPWR00001_00', Name: 'Lantern Keepers™', Source: 'PlayStation' },
      ...{ Platform: 'PlayStation 5', Playtime: 3_601, LastActivity: '2026-01-01T20:00:00Z' },
      ...{ CompletionStatus: 'Playing', Hidden: false },
      ...{ np_communication_id: 'NPWR00001_00', np_title_id: 'PPSA00001_00', psn_concept_id: '' },
    },
    {
      ...{ GameId: 'NPWR00002_00', Name: 'Lantern Keepers™', Source: 'PlayStation' },
      ...{ Platform: 'PlayStation 3', Hidden: false },
      ...{ np_communication_id: 'NPWR00002_00', np_title_id: '', psn_concept_id: '' },
    },
  ]);
});

test('has every name as it is', async () => {
  expect((await readGames(anOddLibrary())).map(({ Name }) => Name)).toEqual(ODD_NAMES);
});

test('a note on a trophy that is not known here stands alone', async () => {
  const [game] = await readGames(
    aLibraryToExport({
      titles: [aLibraryTitle()],
      sets: [aTrophySet({ trophies: [aTrophy({ trophyId: 1, name: 'First Light' })] })],
      annotations: [
        aNote({ trophyId: 1, note: 'At dusk' }),
        aNote({ trophyId: 9, note: 'With a friend' }),
      ],
    }),
  );
  expect(game?.['Notes']).toBe('First Light: At dusk\n\nWith a friend');
});
