import type { CopiedRows } from '../copy/copied-tables';
import type { LibraryDatabase } from '../database/database';
import { ownFigures, type CopyOutcome } from '../domain/copies/copy-figures';

/** What a copy of a library would hold, and whose it is. */
export interface CopyContents extends Pick<CopyOutcome, 'figures' | 'digest'> {
  onlineId: string | null;
}

/** @param settings those that go into the copy */
export async function readCopyContents(
  library: LibraryDatabase,
  settings: CopiedRows['settings'],
): Promise<CopyContents> {
  const [games, items, played, days, listDays, about, counts] = await Promise.all([
    library.titles.toArray(),
    library.playerItems.toArray(),
    // A day more is in the row of its month, and of a game without trophies in no title.
    library.playedGames.toArray(),
    library.playDays.toArray(),
    // By these what was not played is told from what was not looked at.
    library.playedListDays.toArray(),
    library.overview.get('library'),
    // Of what is only ever added to, such as events; each sync adds a report.
    Promise.all(
      library.tables.filter(({ name }) => name !== 'syncRuns').map((table) => table.count()),
    ),
  ]);
  const rows = [games, items, played, days, listDays];
  return {
    figures: { games: games.length, ...ownFigures(items) },
    onlineId: about?.player?.onlineId ?? null,
    digest: await digestOf([...rows, settings, counts, about?.player, about?.summary]),
  };
}

async function digestOf(rows: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
