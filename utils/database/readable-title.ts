import { isUnseen } from '../domain/library/name-line';
import type { LibraryTitle } from '../domain/library/title';
import { readInPlace, UNREADABLE_PART } from '../schema/read-in-place';
import { storedTitle } from '../schema/title';

const read = readInPlace(storedTitle);

/**
 * A stored title, or undefined where it cannot be read. As Sony's rows are read: one without a name goes by its id,
 * and each of its platforms is there once.
 */
export function readTitle(row: unknown): LibraryTitle | undefined {
  const title = read(row);
  if (title === UNREADABLE_PART) return undefined;
  if (isUnseen(title.name)) title.name = title.npCommunicationId;
  if (title.platforms.length > 1 || title.platforms[0] === '')
    title.platforms = [...new Set(title.platforms)].filter((platform) => !isUnseen(platform));
  return title;
}
