import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { LibraryToExport } from '@/utils/exports/library-to-export';
import { vault } from '@/utils/exports/vault';
import { aLibraryTitle } from '../../support/library-titles';
import {
  aLibraryToExport,
  aNote,
  anEdition,
  anOddLibrary,
  CLOCK,
  ODD_NAMES,
} from '../../support/library-to-export';
import { aTrophy, aTrophySet } from '../../support/trophies';

const WORDS = {
  grades: { bronze: 'Bronze', silver: 'Silver', gold: 'Gold', platinum: 'Platinum' },
  unread: 'They <cannot> be read',
};
/** A file that Windows, and whoever syncs to it, takes. */
const SAFE = /^Trophy Shelf\/[^\p{Cc}<>:"/\\|?*]+\.md$/u;
const DEVICE = /\/(con|prn|aux|nul|com\d|lpt\d)\./i;

async function notesIn(library: LibraryToExport) {
  const pieces = await Array.fromAsync(vault(library, CLOCK, WORDS));
  const files = unzipSync(new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer()));
  return Object.entries(files).map(([path, bytes]) => {
    expect(path).toMatch(SAFE);
    expect(path).not.toMatch(DEVICE);
    expect(path).not.toMatch(/[. ]\.md$|\/[. ]/);
    expect(new TextEncoder().encode(path.split('/')[1]).length).toBeLessThanOrEqual(255);
    const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/su.exec(strFromU8(bytes)) ?? [];
    return { path, front, body, properties: parse(front) as Record<string, unknown> };
  });
}

const AT = Date.UTC(2026, 0, 1, 20, 15, 10);

test('has a note for each game, with what is known of it before its trophies', async () => {
  const [note] = await notesIn(
    aLibraryToExport({
      titles: [
        aLibraryTitle({
          ...{ name: 'Lantern Keepers™: Dawn', tags: ['to play', '2026'], lastPlayedAt: AT },
          ...{ progress: null, status: 'playing' },
        }),
      ],
      played: [anEdition({ playSeconds: 5_400, firstPlayedAt: null })],
      sets: [
        aTrophySet({
          trophies: [
            aTrophy({ grade: 'gold', earned: true, earnedAt: AT, rates: [{ day: 1, rate: 45 }] }),
            aTrophy({ trophyId: 2, name: '#1 [link](x) <b>', detail: '- not a list' }),
          ],
        }),
      ],
      annotations: [aNote({ note: 'by the lake\n---\n| # heading' })],
    }),
  );
  expect(note?.path).toBe('Trophy Shelf/Lantern Keepers Dawn.md');
  expect(note?.properties).toEqual({
    ...{ title: 'Lantern Keepers™: Dawn', aliases: ['Lantern Keepers™: Dawn'] },
    ...{ platforms: ['PlayStation 5'], status: 'In progress', progress: null },
    ...{ earned: 4, trophies: 17, platinum: false, hours: 1.5 },
    ...{ first_played: null, last_played: '2026-01-02', last_trophy: null },
    ...{ platinum_earned: null, completed: null, tags: ['to-play'], own_tags: ['to play', '2026'] },
    ...{ hidden: false, gone_from_psn: false, np_communication_id: 'NPWR00001_00' },
    ...{ np_title_id: ['PPSA00001_00'], psn_concept_id: [] },
  });
  // A day stands without quotes, so that it is one for programs that know days.
  expect(note?.front).toContain('last_played: 2026-01-02\n');
  expect(note?.body.trim().split('\n')).toEqual([
    '- [x] **First Light** · Gold · 4.5% · 2026-01-02',
    '  Light the first lantern.',
    '  > by the lake',
    '  > \\-\\-\\-',
    '  > \\| \\# heading',
    '- [ ] **\\#1 \\[link\\](x) \\<b\\>** · Bronze',
    '  \\- not a list',
  ]);
});

test('draws as no task what is not known to be earned or not', async () => {
  const trophies = [true, false, null].map((earned, trophyId) =>
    aTrophy({ trophyId, earned, detail: '' }),
  );
  const library = { titles: [aLibraryTitle()], sets: [aTrophySet({ trophies })] };
  const [note] = await notesIn(aLibraryToExport(library));
  expect(
    note?.body
      .trim()
      .split('\n')
      .map((line) => line.slice(0, 5)),
  ).toEqual([...['- [x]', '- [ ]', '- **F']]);
});

test('keeps what was noted of trophies that are not here', async () => {
  const sets = [aTrophySet({ trophies: [aTrophy()] })];
  const annotations = [aNote({ trophyId: 7, note: 'behind it\n# door' }), aNote({ note: 'mine' })];
  const titles = [aLibraryTitle()];
  const bodies = [
    ...(await notesIn(aLibraryToExport({ titles, annotations }))),
    ...(await notesIn(aLibraryToExport({ titles, sets, annotations }))),
  ].map(({ body }) => body.trim().split('\n'));
  expect(bodies).toEqual([
    ['> mine', '', '> behind it', '> \\# door'],
    [
      ...['- [ ] **First Light** · Bronze', '  Light the first lantern.', '  > mine'],
      ...['', '> behind it', '> \\# door'],
    ],
  ]);
});

test('has every name as it is before the note, and a safe one for its file', async () => {
  const notes = await notesIn(anOddLibrary());
  expect(notes.map(({ properties }) => properties['title'])).toEqual(ODD_NAMES);
  expect(notes.map(({ properties }) => properties['own_tags'])).toEqual(
    ODD_NAMES.map((name) => [name]),
  );
});

test('has games of one name in files of their own, whatever their order', async () => {
  const named = ['Bloom', 'BLOOM™', 'Bloom (NPWR0_00)', 'Other'].map((name, at) =>
    aLibraryTitle({ npCommunicationId: `NPWR${String(at)}_00`, name }),
  );
  const paths = async (titles: typeof named): Promise<string[]> =>
    (await notesIn(aLibraryToExport({ titles }))).map(({ path }) => path.slice(13)).sort();
  const expected = [
    ...['BLOOM (NPWR1_00).md', 'Bloom (NPWR0_00).md', 'Bloom (NPWR0_00)_.md', 'Other.md'],
  ];
  expect(await paths(named)).toEqual(expected);
  expect(await paths(named.toReversed())).toEqual(expected);
});

test('may have any names', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom('con', 'NUL.', ' ', '.', '/', '™', 'é', 'e\u0301', 'ß', 'SS', '🏆', ':'),
  );
  const name = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 6 }), async (names) => {
      const titles = names.map((each, at) =>
        aLibraryTitle({ npCommunicationId: `NPWR${String(at)}_00`, name: each }),
      );
      const notes = await notesIn(aLibraryToExport({ titles }));
      const keys = notes.map(({ path }) => path.normalize('NFC').toLowerCase());
      expect(new Set(keys).size).toBe(names.length);
      expect(notes.map(({ properties }) => properties['title'])).toEqual(
        names.map((each) => each.toWellFormed()),
      );
    }),
    { numRuns: 20 },
  );
});

test('fits every file system, whatever its letters weigh', async () => {
  const titles = ['NPWR1_00', 'NPWR2_00'].map((npCommunicationId) =>
    aLibraryTitle({ npCommunicationId, name: '🏆'.repeat(90) }),
  );
  const notes = await notesIn(aLibraryToExport({ titles }));
  expect(notes.map(({ path }) => path.isWellFormed())).toEqual([true, true]);
});

test('says of a game that its trophies cannot be read, and of no other', async () => {
  const ids = ['NPWR00001_00', 'NPWR00002_00'];
  const titles = ids.map((id) => aLibraryTitle({ npCommunicationId: id, name: id }));
  const notes = await notesIn(aLibraryToExport({ titles, unread: ['NPWR00002_00'] }));
  const said = notes.map(({ path, body }) => [path.includes('00002'), body.trim()]);
  expect(new Map(said as [boolean, string][])).toEqual(
    new Map([
      [false, ''],
      [true, 'They \\<cannot\\> be read'],
    ]),
  );
});
