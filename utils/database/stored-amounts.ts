import type { Table } from 'dexie';
import { FailureError } from '../domain/failure';
import type { StoredKind } from '../domain/history/retention';
import type { LibraryDatabase } from './database';
import { PATIENCE, type Patience } from './followed-query';
import { openForPage } from './open-library';
import { storable } from './storage-failure';

/** How many rows there are, and about how much room they take. */
export interface StoredAmount {
  rows: number;
  bytes: number;
}

/** What a library's tables have; what became of the connection is stored elsewhere. */
export type StoredAmounts = Record<Exclude<StoredKind, 'connectionHistory'>, StoredAmount>;

/** Rows that are weighed for all of a table: some thousand need not be read for how large they are. */
const WEIGHED = 100;

/** What is stored of an account's library; null where there is none. */
export async function storedAmounts(
  accountId: string,
  isPrivate: boolean,
  { open, answer }: Patience = PATIENCE,
): Promise<StoredAmounts | null> {
  if (isPrivate) throw new FailureError({ cause: 'private-window' });
  const opening = openForPage(accountId);
  try {
    const database = await storable(opening, open);
    return database && (await storable(amountsIn(database), answer));
  } finally {
    // Also where it opens too late.
    void opening.then(
      (late) => late?.close(),
      () => undefined,
    );
  }
}

async function amountsIn(database: LibraryDatabase): Promise<StoredAmounts> {
  const { titles, trophySets, earnings, playedGames, playerItems, playDays, playedListDays } =
    database;
  const { setVersions, trophyEvents, syncRuns } = database;
  const games = await Promise.all([titles, trophySets, earnings, playedGames].map(amountOf));
  const days = await Promise.all([playDays, playedListDays].map(amountOf));
  return {
    games: { rows: games[0]?.rows ?? 0, bytes: sumOf(games) },
    made: await amountOf(playerItems),
    playDays: { rows: days[0]?.rows ?? 0, bytes: sumOf(days) },
    setVersions: await amountOf(setVersions),
    trophyEvents: await amountOf(trophyEvents),
    syncRuns: await amountOf(syncRuns),
  };
}

async function amountOf(table: Pick<Table, 'count' | 'limit'>): Promise<StoredAmount> {
  const rows = await table.count();
  const weighed: unknown[] = await table.limit(WEIGHED).toArray();
  const bytes = JSON.stringify(weighed).length / Math.max(1, weighed.length);
  return { rows, bytes: Math.round(bytes * rows) };
}

function sumOf(amounts: readonly StoredAmount[]): number {
  return amounts.reduce((sum, { bytes }) => sum + bytes, 0);
}
