import { isSameRow } from '../domain/library/same-row';
import { isApp, isMediaApp, withKnownGame, type PlayedGame } from '../domain/library/title';
import type { PlayedGameRow } from './database';

/**
 * A played game keeps its match, until Sony is asked again since no list has what it names. Media apps have none. What had none is
 * asked for again when it was played again: a game has no set before its trophies are synced for the first time.
 */
export function matchedRow(row: PlayedGame, before: PlayedGameRow | undefined): PlayedGameRow {
  const game = withKnownGame(row, before);
  const npCommunicationIds = before?.npCommunicationIds ?? [];
  const mayHaveOne = npCommunicationIds.length === 0 && !isApp(game);
  const isPlayedAgain = mayHaveOne && before?.lastPlayedAt !== game.lastPlayedAt;
  const matched = isPlayedAgain ? 0 : (before?.matched ?? 0);
  const refusal = before?.refusal ?? null;
  return { ...game, npCommunicationIds, matched: isMediaApp(game) ? 1 : matched, refusal };
}

/** Read whole each week, the list is mostly what is stored: that is not written again. */
export function isStoredAs(row: PlayedGameRow, before: PlayedGameRow | undefined): boolean {
  return before !== undefined && isSameRow(before, row);
}
