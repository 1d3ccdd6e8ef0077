import type { LibraryTitle } from '../library/title';

/** Whose trophies are asked for besides those of picked games. */
export interface Followed {
  everyGame: boolean;
  /** Those that come before the player has picked any (`latest-requests.ts`). */
  latest: readonly string[];
}

/** True of a game whose trophies are asked for without anybody opening it. */
export function isFollowed(
  { choice, npCommunicationId: id }: Pick<LibraryTitle, 'choice' | 'npCommunicationId'>,
  { everyGame, latest }: Followed,
): boolean {
  return choice === 'picked' || (choice === 'unpicked' && (everyGame || latest.includes(id)));
}
