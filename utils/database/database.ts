import { Dexie, type EntityTable } from 'dexie';
import type { Player, TrophySummary } from '../domain/player';
import type { SyncGap } from '../domain/snapshot';
import type { LibraryTitle, PlayedGame } from '../domain/title';
import type { Cursor } from '../sync/ports';

/** A game of the played list, and the trophy sets that belong to it. */
export interface PlayedGameRow extends PlayedGame {
  npCommunicationIds: string[];
  /** 0 until Sony was asked for its sets, once and for ever; a number, since IndexedDB cannot index a boolean. */
  matched: 0 | 1;
}

/** The sync under way. */
export interface CursorRow extends Cursor {
  id: 'library';
}

/** What is known of the library as a whole. */
export interface OverviewRow {
  id: 'library';
  player: Player | null;
  summary: TrophySummary | null;
  lastSyncedAt: number | null;
  gaps: SyncGap[];
}

/** A row of Sony's that could not be read, set aside so that it costs itself only. Field paths, never values. */
export interface SetAsideRow {
  id: string;
  list: 'titles' | 'played-games';
  fields: string[];
  seenAt: number;
}

/** One account's library. Erasing an account is deleting its database. */
export class LibraryDatabase extends Dexie {
  declare titles: EntityTable<LibraryTitle, 'npCommunicationId'>;
  declare playedGames: EntityTable<PlayedGameRow, 'npTitleId'>;
  declare cursor: EntityTable<CursorRow, 'id'>;
  declare overview: EntityTable<OverviewRow, 'id'>;
  declare setAside: EntityTable<SetAsideRow, 'id'>;

  constructor(accountId: string) {
    super(databaseName(accountId));
    // Append only: a version that shipped is never edited.
    this.version(1).stores({
      titles: 'npCommunicationId, lastPlayedAt',
      playedGames: 'npTitleId, *npCommunicationIds, [matched+lastPlayedAt]',
      cursor: 'id',
      overview: 'id',
      setAside: 'id',
    });
  }
}

/** The name of an account's database. */
function databaseName(accountId: string): string {
  return `trophy-shelf-${accountId}`;
}
