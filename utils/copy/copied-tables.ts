import type { PlayDays, PlayedListDays } from '../domain/history/play-days';
import type { SetVersion } from '../domain/history/set-versions';
import type { TrophyEvent } from '../domain/history/trophy-events';
import type { StoredItem } from '../domain/library/player-item';
import type { LibraryTitle } from '../domain/library/title';
import type { Settings } from '../domain/settings';
import { COPIED_SETTINGS } from '../domain/settings-differing';
import type { SyncRun } from '../domain/sync/sync-run';
import type { OverviewRow, PlayedGameRow } from '../database/database';
import type { StoredSet } from '../database/packed-set';
import { ROW_SCHEMAS } from '../database/row-schemas';
import { someSettings } from '../status/settings-schema';
import type { CopyForm } from './copy-form';

/** What a row of each table of a copy is. */
export interface CopiedRows {
  playerItems: StoredItem;
  settings: Partial<Settings>;
  overview: OverviewRow;
  titles: LibraryTitle;
  trophySets: StoredSet;
  playedGames: PlayedGameRow;
  playDays: PlayDays;
  playedListDays: PlayedListDays;
  setVersions: SetVersion;
  trophyEvents: TrophyEvent;
  syncRuns: SyncRun;
}
export type CopiedTable = keyof CopiedRows;

/**
 * What goes into a copy, table by table and column by column: as it is stored, and nothing else. What is earned of each
 * set is left out, since it follows from the sets; so is what a sync goes by while it runs, and everything that is about
 * the connection.
 */
const COLUMNS: { [Name in CopiedTable]: readonly (keyof CopiedRows[Name])[] } = {
  playerItems: [
    ...(['kind', 'npCommunicationId', 'trophyId', 'value', 'version', 'device'] as const),
    'deletedAt',
  ],
  settings: [...COPIED_SETTINGS, 'versions'],
  overview: [
    ...(['id', 'player', 'summary', 'lastSyncedAt', 'gaps', 'summaryAt', 'profileAt'] as const),
    'titlesReadAt',
    ...(['lists', 'hasPlayedList', 'isJoinPending', 'hasPicks', 'nothingMissing'] as const),
    ...(['hasChosen', 'lostAt', 'newsSeenUpTo', 'closestPlatinums'] as const),
    ...(['earningsFilledTo', 'openFilledTo', 'baseFilledTo'] as const),
  ],
  titles: [
    ...(['npCommunicationId', 'npServiceName', 'name', 'language', 'platforms'] as const),
    ...(['iconUrl', 'trophySetVersion', 'groupCount', 'defined', 'earned', 'progress'] as const),
    ...(['hidden', 'lastUpdatedAt', 'lastPlayedAt', 'lastPlayedSource', 'playSeconds'] as const),
    ...(['isPlaytimePartial', 'isPlus', 'choice', 'status', 'hide', 'unobtainable'] as const),
    ...(['tags', 'absence', 'fetched', 'tally', 'open', 'lastKnown', 'reported'] as const),
    'revisedAt',
  ],
  trophySets: ['npCommunicationId', 'v', 'groups', 'shared', 'trophies', 'gone'],
  playedGames: [
    ...(['npTitleId', 'name', 'category', 'firstPlayedAt', 'lastPlayedAt'] as const),
    ...(['playSeconds', 'playCount', 'service', 'hasGenres'] as const),
    'conceptId',
    ...(['npCommunicationIds', 'matched', 'refusal'] as const),
  ],
  playDays: ['npTitleId', 'month', 'days'],
  playedListDays: ['month', 'days'],
  setVersions: ['npCommunicationId', 'seenAt', 'language', 'title', 'trophies', 'groups'],
  trophyEvents: [
    ...(['seenAt', 'n', 'kind', 'npCommunicationId', 'trophyId'] as const),
    ...(['earnedAt', 'trophies'] as const),
  ],
  syncRuns: [
    ...(['startedAt', 'finishedAt', 'trigger', 'isFirst', 'outcome', 'requests'] as const),
    ...(['newTrophies', 'uncounted', 'newPlatinums', 'newTitleCount', 'newTitles'] as const),
    ...(['grown', 'lostHundreds', 'takenBack', 'earnedIn', 'renamed', 'moved'] as const),
    ...(['altered', 'gone', 'back', 'unnamed', 'unread', 'gaps'] as const),
  ],
};

const SCHEMAS = { ...ROW_SCHEMAS, settings: someSettings };

/** A copy of one account's library. */
export const LIBRARY_COPY: CopyForm<CopiedTable> = {
  schema: 'trophy-shelf-copy',
  version: 1,
  tables: Object.fromEntries(
    Object.entries(COLUMNS).map(([name, columns]) => {
      return [name, { columns, schema: SCHEMAS[name as CopiedTable] }];
    }),
  ) as CopyForm<CopiedTable>['tables'],
  forward: {},
};
