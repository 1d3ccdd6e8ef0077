import { isSameRow } from '../domain/library/same-row';
import { isMediaApp, type PlayedGame } from '../domain/library/title';
import type { PlayedGameRow } from './database';

/** True where it is stored as it is. */
export function isStored(row: PlayedGameRow, before: PlayedGameRow | undefined): boolean {
  return before !== undefined && isSameRow(before, row);
}

/** A played game keeps its match: which sets belong to a game never changes. Media apps have none. */
export function rowOf(game: PlayedGame, before: PlayedGameRow | undefined): PlayedGameRow {
  return {
    ...game,
    npCommunicationIds: before?.npCommunicationIds ?? [],
    matched: isMediaApp(game) ? 1 : (before?.matched ?? 0),
  };
}
