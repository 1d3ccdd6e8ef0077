import { strFromU8, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import {
  EXPORT_TARGETS,
  USUAL_OPTIONS,
  exportFileName,
  exportFileType,
  type ExportOptions,
  type ExportTarget,
} from '@/utils/exports/export-options';
import { exportChunks, type ExportOrder } from '@/utils/exports/export-order';
import { fileBlob } from '@/utils/exports/file-blob';
import { TROPHY_COLUMNS } from '@/utils/exports/trophies-sheet';
import { aLibraryTitle } from '../../support/library-titles';
import { aLibraryToExport, aNote, CLOCK } from '../../support/library-to-export';
import { aTrophy, aTrophySet } from '../../support/trophies';

const GRADES = { bronze: 'Bronze', silver: 'Silver', gold: 'Gold', platinum: 'Platinum' };
const WORDS: ExportOrder['words'] = {
  ...{ language: 'en', grades: GRADES, calendar: 'Earned by me', unread: 'They cannot be read' },
  nameless: 'It has no name',
  archive: {
    ...{ heading: 'My trophies', about: '29 November 2026' },
    ...{ secret: 'Secret', earned: 'Earned', notEarned: 'Open' },
  },
};
const ICON = 'https://image.api.playstation.com/a.png';
const EARNED = { earned: true, earnedAt: Date.UTC(2026, 0, 2) };
const LIBRARY = aLibraryToExport({
  titles: [aLibraryTitle({ name: '=Lantern', iconUrl: ICON, tags: ['cosy'] })],
  sets: [
    aTrophySet({ trophies: [aTrophy(EARNED), aTrophy({ trophyId: 2, grade: 'gold', ...EARNED })] }),
  ],
  annotations: [aNote({ note: 'by the lake' })],
});

async function file(target: ExportTarget, said: Partial<ExportOptions> = {}): Promise<Blob> {
  const columns = {
    gameColumns: ['progress', 'title', 'list_changed_utc'],
    trophyColumns: ['AchievementName', 'UnlockTimeUtc', 'UnlockTimeLocal'],
  } as const;
  const options: ExportOptions = { ...USUAL_OPTIONS, ...columns, ...said };
  const order = { target, options, words: WORDS };
  return fileBlob(exportChunks(LIBRARY, CLOCK, order, {}), exportFileType(target));
}

test.each(EXPORT_TARGETS)(
  'makes %s, under a name of its own that says whose it is not',
  async (target) => {
    const made = await file(target);
    expect(made.size).toBeGreaterThan(20);
    expect(made.type).toBe(exportFileType(target));
    const names = EXPORT_TARGETS.map((each) => exportFileName(each, '2026-11-29'));
    expect(new Set(names).size).toBe(names.length);
    expect(exportFileName(target, '2026-11-29')).toMatch(/^trophy-shelf-2026-11-29-\w+\.\w+$/);
  },
);

test('a spreadsheet has what was chosen, and no formula', async () => {
  expect(await (await file('games', { times: 'local' })).text()).toBe(
    `progress,title\r\n17,"'=Lantern"\r\n`,
  );
  const excel = new Uint8Array(
    await (await file('trophies', { byteOrderMark: true, times: 'utc' })).arrayBuffer(),
  );
  expect([...excel.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(excel)).toMatch(/^AchievementName,UnlockTimeUtc\r\n/);
});

test('what others may read has no notes unless the player wants them there', async () => {
  const [plain, reviewed] = await Promise.all(
    [false, true].map(async (reviews) => (await file('backloggd', { reviews })).text()),
  );
  expect(plain).not.toContain('by the lake');
  expect(reviewed).toContain('by the lake');
});

test('the archive has notes and pictures as they were chosen', async () => {
  const usual = await (await file('archive')).text();
  expect(usual).toContain('<h1>My trophies</h1>');
  expect(usual).toContain('by the lake');
  expect(usual).not.toContain(ICON);
  const other = await (await file('archive', { withNotes: false, withPictures: true })).text();
  expect(other).not.toContain('by the lake');
  expect(other).toContain(ICON);
});

test.each(['trophies', 'vault'] as const)(
  'names secret trophies that are not earned only where that is wanted: %s',
  async (target) => {
    const secret = { hidden: true, name: 'He dies', detail: 'In the end.', rewardName: 'Urn' };
    const library = aLibraryToExport({
      titles: [aLibraryTitle()],
      sets: [
        aTrophySet({
          trophies: [
            aTrophy({ ...secret, earned: false, iconUrl: ICON }),
            aTrophy({ trophyId: 2, hidden: true, name: 'Mine', ...EARNED }),
          ],
        }),
      ],
    });
    const textWith = async (withSecrets: boolean): Promise<string> => {
      const options = { ...USUAL_OPTIONS, gameColumns: [], trophyColumns: TROPHY_COLUMNS };
      const order = { target, options: { ...options, withSecrets }, words: WORDS };
      const made = await fileBlob(exportChunks(library, CLOCK, order, {}), '');
      if (target === 'trophies') return made.text();
      const files = unzipSync(new Uint8Array(await made.arrayBuffer()));
      return Object.values(files)
        .map((bytes) => strFromU8(bytes))
        .join('');
    };
    const [covered, open] = [await textWith(false), await textWith(true)];
    expect(open).toMatch(/He dies[^]*In the end/);
    expect(covered).not.toMatch(/He dies|In the end|Urn|image\.api/);
    expect(covered).toMatch(/Secret[^]*Mine/);
  },
);

test.each(['games', 'yamtrack', 'backloggd', 'playnite'] as const)(
  'names a secret trophy with what is noted of it only where that is wanted: %s',
  async (target) => {
    const secret = aTrophy({ hidden: true, name: 'He dies', earned: false });
    const library = aLibraryToExport({
      titles: [aLibraryTitle()],
      sets: [aTrophySet({ trophies: [secret] })],
      annotations: [aNote({ trophyId: secret.trophyId, note: 'by the lake' })],
    });
    const textWith = async (withSecrets: boolean): Promise<string> => {
      const columns = { gameColumns: ['notes'], trophyColumns: [] } as const;
      const options = { ...USUAL_OPTIONS, ...columns, reviews: true, withSecrets };
      const order = { target, options, words: WORDS };
      return (await fileBlob(exportChunks(library, CLOCK, order, {}), '')).text();
    };
    expect(await textWith(true)).toContain('He dies: by the lake');
    expect(await textWith(false)).toContain('Secret: by the lake');
    expect(await textWith(false)).not.toContain('He dies');
  },
);

test('the calendar has the grades that were chosen', async () => {
  const text = await (await file('calendar', { grades: ['gold'] })).text();
  expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  expect(text).toContain('X-WR-CALNAME:Earned by me');
});

test('a file of which more is written than is kept in memory is whole', async () => {
  const made = vi.spyOn(globalThis, 'Blob');
  const pieces = Array.from({ length: 40 }, (_, at) => String(at % 10).repeat(100_000));
  async function* chunks() {
    for (const piece of pieces) yield await Promise.resolve(piece);
  }
  const whole = await fileBlob(chunks(), 'text/plain');
  expect(await whole.text()).toBe(pieces.join(''));
  // What is put away is no text any more, and of the rest there is little.
  const texts = made.mock.calls.map(([parts = []]) =>
    [...parts].reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0),
  );
  expect(Math.max(...texts)).toBeLessThan(1_200_000);
  made.mockRestore();
});

test.each(['vault', 'archive', 'calendar'] as const)(
  'a trophy without a name is called so where it is read: %s',
  async (target) => {
    const library = aLibraryToExport({
      titles: [aLibraryTitle()],
      sets: [aTrophySet({ trophies: [aTrophy({ name: '', ...EARNED })] })],
    });
    const options = { ...USUAL_OPTIONS, gameColumns: [], trophyColumns: [] };
    const order = { target, options, words: WORDS };
    const made = await fileBlob(exportChunks(library, CLOCK, order, {}), exportFileType(target));
    const bytes = new Uint8Array(await made.arrayBuffer());
    const text =
      target === 'vault'
        ? Object.values(unzipSync(bytes))
            .map((each) => strFromU8(each))
            .join('')
        : strFromU8(bytes);
    expect(text).toContain(WORDS.nameless);
  },
);
