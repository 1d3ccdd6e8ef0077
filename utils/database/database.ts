import { Dexie, type EntityTable } from 'dexie';
import type { Failure } from '../domain/failure';
import type { SyncPhase } from '../domain/snapshot';
import type { LibraryTitle, PlayedGame } from '../domain/title';

/** A row of the played list, and the sets that it belongs to: null until Sony was asked, empty where it has none. */
export interface PlayedGameRow extends PlayedGame {
  npCommunicationIds: string[] | null;
}

/** How far a sync has come. Written in the same transaction as the rows that it speaks of. */
export interface SyncRow {
  id: 'library';
  phase: SyncPhase;
  /** The next offset to ask for; null before the first answer. */
  offset: number;
  done: number;
  total: number | null;
  startedAt: number;
  failure: Failure | null;
  finishedAt: number | null;
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
  declare sync: EntityTable<SyncRow, 'id'>;
  declare setAside: EntityTable<SetAsideRow, 'id'>;

  constructor(accountId: string) {
    super(databaseName(accountId));
    // Append only: a version that shipped is never edited.
    this.version(1).stores({
      titles: 'npCommunicationId, lastPlayedAt',
      playedGames: 'npTitleId, *npCommunicationIds',
      sync: 'id',
      setAside: 'id',
    });
  }
}

export function databaseName(accountId: string): string {
  return `trophy-shelf-${accountId}`;
}
