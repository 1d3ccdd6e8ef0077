import 'fake-indexeddb/auto';
import { LibraryDatabase } from '@/utils/database/database';
import { lastEarnedRows } from '@/utils/database/first-rows';
import { aLibraryTitle } from '../../support/library-titles';
import { countRows } from './counted-rows';
import { packedAccount } from './packed-account';

const ACCOUNT = 'leaderboard';
const AT_ONCE = 100;

export interface FirstLogReads {
  read: number;
  /** Sets of which a trophy is on the screen. */
  onScreen: number;
}

/** What is read for the log's first screen of a library with so many games. */
export async function firstLogReads(games: number, now: number): Promise<FirstLogReads> {
  const library = new LibraryDatabase(String(games));
  let stored = 0;
  for (const { sets, earnings } of packedAccount(ACCOUNT, { seed: 1, now, atOnce: AT_ONCE })) {
    if (stored >= games) break;
    await library.trophySets.bulkPut(sets);
    await library.earnings.bulkPut(earnings);
    await library.titles.bulkPut(
      sets.map(({ npCommunicationId }) => aLibraryTitle({ npCommunicationId })),
    );
    stored += sets.length;
  }
  const counts = countRows();
  const { sets = [] } = await lastEarnedRows(library.backendDB());
  library.close();
  return { read: counts.read, onScreen: sets.length };
}
