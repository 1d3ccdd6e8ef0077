import { expect, test } from 'vitest';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { exportContents } from '@/utils/exports/export-contents';
import type { ExportTarget } from '@/utils/exports/export-options';
import { GAME_COLUMNS } from '@/utils/exports/games-sheet';
import { columnsOfTimes } from '@/utils/exports/sheet-times';
import { TROPHY_COLUMNS } from '@/utils/exports/trophies-sheet';
import { yamtrackFile } from '@/utils/exports/yamtrack';
import { aLibraryTitle, allFetched } from '../../support/library-titles';
import { aLibraryToExport, CLOCK, textOf } from '../../support/library-to-export';
import { importByYamtrack } from '../../support/yamtrack-importer';

const NONE = { bronze: 0, silver: 0, gold: 0, platinum: 0 };
const UNSAID = { bronze: null, silver: null, gold: null, platinum: null };
const ALL = { withHidden: true, yamtrack: 'own' } as const;

function titlesOf(...said: Partial<LibraryTitle>[]): LibraryTitle[] {
  return said.map((each, at) =>
    aLibraryTitle({ npCommunicationId: `NPWR0000${String(at)}_00`, name: `Game ${at}`, ...each }),
  );
}

test('counts hidden games, whoever hides them, and leaves them out where they are not wanted', () => {
  const titles = titlesOf({}, { hidden: true }, { hide: true });
  expect(exportContents(titles, 'games', ALL)).toMatchObject({ games: 3, hidden: 2 });
  const without = { ...ALL, withHidden: false };
  expect(exportContents(titles, 'games', without)).toMatchObject({ games: 1, hidden: 2 });
});

test('knows of which games no trophies are here, though there are some', () => {
  const [fetched, ...others] = titlesOf({}, {}, { defined: NONE, earned: NONE });
  const titles = [allFetched(fetched!, 5), ...others];
  expect(exportContents(titles, 'trophies', ALL).withoutTrophies).toBe(1);
});

test('knows of which games it is not known which trophies are earned', () => {
  const [title] = titlesOf({});
  const whole = allFetched(title!, 5);
  const titles = [whole, { ...whole, fetched: { ...whole.fetched, earned: null } }].map(
    (each, at) => ({ ...each, npCommunicationId: `NPWR1000${String(at)}_00` }),
  );
  const none = { ...titles[1]!, npCommunicationId: 'NPWR10002_00', earned: NONE };
  const contents = exportContents([...titles, none], 'vault', ALL);
  expect(contents).toMatchObject({ games: 3, withoutTrophies: 0, withoutEarned: 1 });
});

test.each(['own', 'by-title'] as const)(
  'says how many games Yamtrack does not take: %s',
  async (yamtrack) => {
    const untouched = { progress: 0, earned: NONE };
    // What Sony said of it before is drawn nowhere.
    const { defined, earned } = aLibraryTitle();
    const unsaid = {
      progress: null,
      earned: UNSAID,
      lastKnown: { defined, earned, progress: 100 },
    };
    const titles = titlesOf({}, untouched, { ...untouched, status: 'backlog' }, unsaid);
    const contents = exportContents(titles, 'yamtrack', { ...ALL, yamtrack });
    expect(contents).toMatchObject({ games: 2, withoutStatus: 2 });
    const file = await textOf(yamtrackFile(aLibraryToExport({ titles }), CLOCK, yamtrack));
    expect(importByYamtrack(file)).toHaveLength(contents.games);
    expect(exportContents(titles, 'games', ALL)).toMatchObject({ games: 4, withoutStatus: 0 });
  },
);

test('counts editions that go into one entry as one, beside the games that they are', () => {
  const titles = titlesOf({ name: 'Bloom' }, { name: 'Bloom™', platforms: ['PS4'] }, {});
  const counted = (target: ExportTarget, yamtrack: 'own' | 'by-title' = 'own') =>
    exportContents(titles, target, { ...ALL, yamtrack });
  expect(counted('backloggd')).toMatchObject({ games: 3, entries: 2 });
  expect(counted('yamtrack', 'by-title')).toMatchObject({ games: 3, entries: 2 });
  expect(counted('yamtrack')).toMatchObject({ games: 3, entries: 3 });
  expect(counted('games')).toMatchObject({ games: 3, entries: 3 });
});

test('a spreadsheet has the times of the clocks that are wanted', () => {
  for (const columns of [GAME_COLUMNS, TROPHY_COLUMNS] as const) {
    const [both, local, utc] = (['both', 'local', 'utc'] as const).map((times) =>
      columnsOfTimes<string>(columns, times),
    );
    const isUtc = (column: string): boolean => /utc$/i.test(column);
    const isLocal = (column: string): boolean => /local$/i.test(column);
    expect(both).toEqual(columns);
    expect(local).toEqual(columns.filter((column) => !isUtc(column)));
    expect(utc).toEqual(columns.filter((column) => !isLocal(column)));
    expect(local!.some(isLocal) && utc!.some(isUtc)).toBe(true);
  }
});
