import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { backloggdFile } from '@/utils/exports/backloggd';
import { gamesSheet } from '@/utils/exports/games-sheet';
import { aLibraryTitle } from '../../support/library-titles';
import { aLibraryToExport, aNote, CLOCK, textOf } from '../../support/library-to-export';

const LIBRARY = aLibraryToExport({
  titles: [
    aLibraryTitle({ tags: ['private'] }),
    aLibraryTitle({ npCommunicationId: 'NPWR00002_00', name: 'Other', tags: ['cosy'] }),
  ],
  annotations: [aNote({ npCommunicationId: 'NPWR00002_00', note: 'by the lake' })],
});

test('a spreadsheet has tags in their own column, and no note where nothing was noted', async () => {
  const choice = { columns: ['tags', 'notes'], byteOrderMark: false, guard: false } as const;
  const text = await textOf(gamesSheet(LIBRARY, CLOCK, choice));
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  expect(data).toEqual([
    ['tags', 'notes'],
    ['private', ''],
    ['cosy', 'by the lake'],
  ]);
});

test('a tag with a comma in it stays one among others', async () => {
  const tags = ['co-op, couch', 'cosy', 'so-called "short"'];
  const library = aLibraryToExport({ titles: [aLibraryTitle({ tags })] });
  const choice = { columns: ['tags'], byteOrderMark: false, guard: false } as const;
  const text = await textOf(gamesSheet(library, CLOCK, choice));
  const [, [cell]] = Papa.parse<[string]>(text, { skipEmptyLines: true }).data as [
    string[],
    [string],
  ];
  const read = Papa.parse<string[]>(cell, { delimiter: ', ' });
  expect(read.data).toEqual([tags]);
});

test('a review that others read has no tags in it', async () => {
  const text = await textOf(backloggdFile(LIBRARY, CLOCK, { withNotes: true }));
  const { entries } = JSON.parse(text) as { entries: { playthroughs: { review: string }[] }[] };
  const reviews = entries.map(({ playthroughs }) => playthroughs[0]?.review);
  expect(reviews.sort()).toEqual(['', 'by the lake']);
});
