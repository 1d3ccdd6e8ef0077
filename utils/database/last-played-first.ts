import type { LibraryTitle } from '../domain/library/title';

/** As the index has them, from its end. */
export function lastPlayedFirst(one: LibraryTitle, other: LibraryTitle): number {
  if (one.lastPlayedAt !== other.lastPlayedAt) return other.lastPlayedAt - one.lastPlayedAt;
  return one.npCommunicationId < other.npCommunicationId ? 1 : -1;
}
