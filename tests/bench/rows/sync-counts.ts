import type * as InMemory from '../in-memory/sync-counts.ts';
import type { StoredLibrary, SyncCounts } from '../in-memory/sync-counts.ts';
import { boundRow, countRow, type Counted } from '../counted.ts';
import { slopeRow } from '../slope.ts';
import { importInNode } from '../product-modules.ts';
import type { Measured } from '../row.ts';

const TITLES_PAGE = 800;
const PLAYED_PAGE = 200;
/** How many games have changed in the syncs of a library of so many games; each counts on the one before. */
const CHANGES = {
  1: [0, 1],
  500: [0, 1, 10],
  799: [0, 1, 10],
  800: [0, 1, 10],
  801: [0, 1, 10, 800],
  // One changed game costs a sync as many requests as it does of 801, and reads every title for it.
  5_000: [0, 10, 100],
};
type Size = keyof typeof CHANGES;

/** The syncs of one library, by how many games have changed. */
interface Syncs {
  games: number;
  byChanged: Map<number, SyncCounts>;
  /** Null where no single changed game was counted either. */
  addOn: SyncCounts | null;
  weekly: SyncCounts;
}

/** What a sync asks of Sony and what it reads and writes, by the product's own sync over a database in memory. */
export async function syncCounts(): Promise<Measured[]> {
  const { storedLibrary } = await importInNode<typeof InMemory>('in-memory/sync-counts.ts');
  const all = new Map<Size, Syncs>();
  for (const [name, changes] of Object.entries(CHANGES)) {
    const games = Number(name) as Size;
    const library = await storedLibrary(games, Math.max(...changes));
    all.set(games, await syncsOf(library, games, changes));
  }
  const at = (games: Size): Syncs => all.get(games) ?? missing(games);
  return [...requestRows([...all.values()]), ...rowsOfRows(at), ...growths(at)];
}

async function syncsOf(
  library: StoredLibrary,
  games: number,
  changes: readonly number[],
): Promise<Syncs> {
  const byChanged = new Map<number, SyncCounts>();
  for (const k of changes) {
    byChanged.set(k, await library.sync({ earned: k }));
  }
  const addOn = changes.includes(1) ? await library.sync({ addOns: 1 }) : null;
  return { games, byChanged, addOn, weekly: await library.syncWeekly() };
}

function requestRows(all: readonly Syncs[]): Measured[] {
  const row = (what: string, floor: string, cases: Counted[]): Measured =>
    boundRow({ what: `requests of ${what}`, floor, unit: 'requests' }, cases);
  const changes = all.flatMap(({ games, byChanged, addOn }) => [
    ...[...byChanged].map(([k, { requests }]) => ({ ours: requests, theirs: bound(games, k) })),
    // Of another version the definitions are needed besides.
    ...(addOn === null ? [] : [{ ours: addOn.requests, theirs: bound(games, 1) + 1 }]),
  ]);
  const quiet = all.map((syncs) => ({ ours: of(syncs, 0).requests, theirs: 2 }));
  const weekly = all.map(({ games, weekly: { requests } }) => ({
    ours: requests,
    theirs: Math.ceil(games / TITLES_PAGE) + Math.ceil(games / PLAYED_PAGE) + 2,
  }));
  return [
    row('a quiet sync, 1 to 5,000 games', 'a page of each list', quiet),
    row('a sync with 0 to 800 changed games', 'one a game, and the pages they are on', changes),
    row('the weekly reading, 1 to 5,000 games', 'each page once, sum and profile', weekly),
  ];
}

/** One request a changed game, the pages that have changes and the row after them, the head of the played list. */
function bound(games: number, changed: number): number {
  return changed + Math.ceil(Math.min(changed + 1, games) / TITLES_PAGE) + 1;
}

function rowsOfRows(at: (games: Size) => Syncs): Measured[] {
  const [small, large] = [at(500), at(5_000)];
  const compared = (of: (syncs: Syncs) => number, other = small): Counted[] => [
    { ours: of(large), theirs: of(other) },
  ];
  const named = { floor: '500 games' };
  const perGame = (amount: 'written' | 'bytes') => (syncs: Syncs) =>
    (of(syncs, 10)[amount] - of(syncs, 0)[amount]) / 10;
  return [
    countRow(
      { what: 'rows read by a quiet sync, 5,000 games', floor: '801 games', unit: 'rows' },
      compared((syncs) => of(syncs, 0).read, at(801)),
      1.3,
    ),
    countRow(
      { what: 'rows written by a quiet sync, 5,000 games', ...named, unit: 'rows' },
      compared((syncs) => of(syncs, 0).written),
    ),
    countRow(
      { what: 'rows written for a changed game, 5,000 games', ...named, unit: 'rows' },
      compared(perGame('written')),
    ),
    countRow(
      { what: 'bytes written for a changed game, 5,000 games', ...named, unit: 'B' },
      compared(perGame('bytes')),
      // Numbers have more digits.
      1.01,
    ),
    countRow(
      {
        what: 'rows written for a page of a weekly reading without news',
        floor: 'cursor, and what it has met',
        unit: 'rows',
      },
      [{ ours: writtenForPage(at(801).weekly, large.weekly), theirs: 2 }],
    ),
  ];
}

/** By what more pages of both lists cost: those of the smaller one are more than one each too. */
function writtenForPage(few: SyncCounts, many: SyncCounts): number {
  return (many.written - few.written) / (many.requests - few.requests);
}

function growths(at: (games: Size) => Syncs): Measured[] {
  const [small, large] = [at(500), at(5_000)];
  const byGames = (what: string, costOf: (syncs: Syncs) => number, from = small): Measured =>
    slopeRow(
      `${what}, games`,
      { size: from.games, cost: costOf(from) },
      { size: 5_000, cost: costOf(large) },
    );
  const byChanges = (what: string, amount: keyof SyncCounts): Measured =>
    slopeRow(
      `${what}, changed games`,
      { size: 10, cost: of(large, 10)[amount] },
      { size: 100, cost: of(large, 100)[amount] },
    );
  return [
    byGames('the requests of a weekly reading', ({ weekly }) => weekly.requests),
    byGames('the rows read by a quiet sync', (syncs) => of(syncs, 0).read),
    byGames('the rows read by a weekly reading', ({ weekly }) => weekly.read),
    // Of a list of one page nothing has to be noted.
    byGames('the rows written by a weekly reading', ({ weekly }) => weekly.written, at(801)),
    byChanges('the requests of a sync', 'requests'),
    byChanges('the rows written by a sync', 'written'),
    byChanges('the bytes written by a sync', 'bytes'),
  ];
}

function of({ byChanged }: Syncs, changed: number): SyncCounts {
  return byChanged.get(changed) ?? missing(changed);
}

function missing(what: number): never {
  throw new Error(`There is no sync of ${String(what)}.`);
}
