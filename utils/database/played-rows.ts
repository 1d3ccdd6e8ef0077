import { isSameRow } from '../domain/library/same-row';
import { isMediaApp, type PlayedGame } from '../domain/library/title';
import type { PlayedGameRow } from './database';

/** A played game keeps its match: which sets belong to a game never changes. Media apps have none. */
export function matchedRow(game: PlayedGame, before: PlayedGameRow | undefined): PlayedGameRow {
  return {
    ...game,
    npCommunicationIds: before?.npCommunicationIds ?? [],
    matched: isMediaApp(game) ? 1 : (before?.matched ?? 0),
  };
}

/** Read whole each week, the list is mostly what is stored: that is not written again. */
export function isStoredAs(row: PlayedGameRow, before: PlayedGameRow | undefined): boolean {
  return before !== undefined && isSameRow(before, row);
}
