import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { TROPHY_COLUMNS, trophiesSheet } from '@/utils/exports/trophies-sheet';
import { aLibraryTitle } from '../../support/library-titles';
import { aLibraryToExport, aNote, CLOCK, textOf } from '../../support/library-to-export';
import { aTrophy, aTrophySet } from '../../support/trophies';

test('a spreadsheet of trophies keeps what was said of those that are not here, and tells nothing else of them', async () => {
  const library = aLibraryToExport({
    titles: [aLibraryTitle(), aLibraryTitle({ npCommunicationId: 'NPWR00002_00', name: 'Other' })],
    sets: [aTrophySet({ trophies: [aTrophy({ trophyId: 1 })] })],
    annotations: [
      ...[aNote({ trophyId: 1, note: 'mine' }), aNote({ trophyId: 9, missable: true })],
      ...[aNote({ trophyId: 8 }), aNote({ npCommunicationId: 'NPWR00002_00', note: 'theirs' })],
    ],
  });
  const choice = { columns: TROPHY_COLUMNS, byteOrderMark: false, guard: false };
  const text = await textOf(trophiesSheet(library, CLOCK, choice));
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(data.map((row) => [row['GameName'], row['ApiName'], row['Note']])).toEqual([
    ['Lantern Keepers', '1', 'mine'],
    ['Lantern Keepers', '9', ''],
    ['Other', '1', 'theirs'],
  ]);
  const said = Object.entries(data[1] ?? {}).filter(([, cell]) => cell !== '');
  expect(Object.fromEntries(said)).toEqual({
    ...{ GameName: 'Lantern Keepers', Platform: 'PlayStation 5', ApiName: '9' },
    ...{ TimeZone: 'Asia/Tokyo', Pinned: 'false', Missable: 'true', Online: 'false' },
    ...{ Story: 'false', Unobtainable: 'false', np_communication_id: 'NPWR00001_00' },
  });
});
