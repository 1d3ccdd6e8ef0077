import type { LibraryDatabase } from '../database/database';
import { ownFigures, type CopyOutcome } from '../domain/copies/copy-figures';

/** What a copy of a library would hold, and whose it is. */
export interface CopyContents extends Pick<CopyOutcome, 'figures' | 'digest'> {
  onlineId: string | null;
}

export async function readCopyContents(library: LibraryDatabase): Promise<CopyContents> {
  const [games, items, about, counts] = await Promise.all([
    library.titles.toArray(),
    library.playerItems.toArray(),
    library.overview.get('library'),
    // Of what is only ever added to, such as hours and events; each sync adds a report.
    Promise.all(
      library.tables.filter(({ name }) => name !== 'syncRuns').map((table) => table.count()),
    ),
  ]);
  return {
    figures: { games: games.length, ...ownFigures(items) },
    onlineId: about?.player?.onlineId ?? null,
    digest: await digestOf([games, items, counts]),
  };
}

async function digestOf(rows: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
