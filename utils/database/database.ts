import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Cause } from '../domain/failure';
import type { Player, TrophySummary } from '../domain/player';
import type { SyncGap } from '../domain/snapshot';
import type { SyncRun } from '../domain/sync-run';
import { NOTHING_HELD, type LibraryTitle, type PlayedGame } from '../domain/title';
import type { TrophyMark } from '../domain/trophy-mark';
import type { Cursor } from '../sync/ports';
import type { PackedSet } from './packed-set';

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
  /** When the titles list was read to its end last. */
  wholeListAt: number | null;
  /** The played list was read to its end, and what is held of it has no hole. */
  hasPlayedList: boolean;
  hasPicks: boolean;
  /** The player has made them; until then they are only a start. */
  hasChosen: boolean;
  /** Games whose pages were opened, the latest first, until their trophies are there. */
  opened: string[];
}

/** A row of Sony's that could not be read, set aside so that it costs itself only. Field paths, never values. */
export interface SetAsideRow {
  id: string;
  list: 'titles' | 'played-games' | 'trophies';
  /** The title, where it could be read. */
  npCommunicationId: string | null;
  fields: string[];
  /** Why there was no answer to read; null where there was one. */
  cause: Cause | null;
  seenAt: number;
}

export const EMPTY_OVERVIEW: OverviewRow = {
  id: 'library',
  player: null,
  summary: null,
  lastSyncedAt: null,
  gaps: [],
  wholeListAt: null,
  hasPlayedList: false,
  hasPicks: false,
  hasChosen: false,
  opened: [],
};

/** One account's library. Erasing an account is deleting its database. */
export class LibraryDatabase extends Dexie {
  declare titles: EntityTable<LibraryTitle, 'npCommunicationId'>;
  declare trophySets: EntityTable<PackedSet, 'npCommunicationId'>;
  declare playedGames: EntityTable<PlayedGameRow, 'npTitleId'>;
  declare marks: Table<TrophyMark, [string, number]>;
  declare runs: EntityTable<SyncRun, 'startedAt'>;
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
    this.version(2)
      .stores({
        trophySets: 'npCommunicationId',
        marks: '[npCommunicationId+trophyId], npCommunicationId',
        runs: 'startedAt',
      })
      .upgrade(async (transaction) => {
        // A sync of the old shape cannot be gone on with; what it had set aside is looked at anew.
        await transaction.table('cursor').clear();
        await transaction.table('setAside').clear();
        await transaction.table('titles').toCollection().modify({
          isPlus: false,
          choice: 'left',
          absence: null,
          held: NOTHING_HELD,
          tally: null,
        });
        await transaction.table('playedGames').toCollection().modify({ service: null });
        await transaction
          .table<OverviewRow>('overview')
          .toCollection()
          .modify((row, ref) => {
            ref.value = { ...EMPTY_OVERVIEW, ...row };
          });
      });
  }
}

/** The name of an account's database. */
function databaseName(accountId: string): string {
  return `trophy-shelf-${accountId}`;
}
