import { FailureError } from '../domain/failure';
import { annotationsIn, type StoredItem } from '../domain/library/player-item';
import type { LibraryTitle } from '../domain/library/title';
import type { TrophyAnnotation } from '../domain/trophies/trophy-annotation';
import type { TrophySet } from '../domain/trophies/trophy-set';
import type { LibraryDatabase, PlayedGameRow } from './database';
import { PATIENCE, type Patience } from './followed-query';
import { openForPage } from './open-library';
import { unpacked } from './packed-set';
import { storable } from './storage-failure';

/** All games of a library, and the trophies of those that are asked for: it is read as it is, and never followed. */
export interface WholeLibrary {
  /** Last played first. */
  titles: readonly LibraryTitle[];
  played: readonly PlayedGameRow[];
  readSets(ids: readonly string[]): Promise<TrophySet[]>;
  readAnnotations(ids: readonly string[]): Promise<TrophyAnnotation[]>;
  /** Of sets that were asked for and did not come: those that lie here, and cannot be read. */
  unreadAmong(ids: readonly string[]): Promise<string[]>;
  /** How many games of the played list lie here, and cannot be read. */
  unreadPlayed: number;
  /** All that the player has said, also of games that are not among these. */
  readItems(): Promise<StoredItem[]>;
  close(): void;
}

/**
 * Opens it for whoever makes a file of it; null where there is none.
 * @param isPrivate in a private window, where there is nothing to read
 */
export async function openWholeLibrary(
  accountId: string,
  isPrivate: boolean,
  { open, answer }: Patience = PATIENCE,
): Promise<WholeLibrary | null> {
  if (isPrivate) throw new FailureError({ cause: 'private-window' });
  const opening = openForPage(accountId);
  const database = await storable(opening, open).catch((thrown: unknown) => {
    // Also where it opens too late.
    void opening.then(
      (late) => late?.close(),
      () => undefined,
    );
    throw thrown;
  });
  if (database === null) return null;
  const [titles, played, unreadPlayed] = await storable(gamesIn(database), answer);
  return {
    ...{ titles, played, unreadPlayed },
    readSets: (ids) => storable(setsIn(database, ids), answer),
    readAnnotations: (ids) => storable(annotationsOf(database, ids), answer),
    unreadAmong: (ids) => storable(setsAmong(database, ids), answer),
    readItems: () => storable(database.playerItems.toArray(), answer),
    close: () => database.close(),
  };
}

async function gamesIn({
  titles,
  playedGames,
}: LibraryDatabase): Promise<[LibraryTitle[], PlayedGameRow[], number]> {
  const [games, played, lie] = await Promise.all([
    titles.orderBy('lastPlayedAt').reverse().toArray(),
    ...([playedGames.toArray(), playedGames.count()] as const),
  ]);
  return [games, played, Math.max(0, lie - played.length)];
}

/** A key is there also where its row cannot be read. */
function setsAmong({ trophySets }: LibraryDatabase, ids: readonly string[]): Promise<string[]> {
  return trophySets.where('npCommunicationId').anyOf(ids).primaryKeys();
}

async function setsIn(
  { trophySets }: LibraryDatabase,
  ids: readonly string[],
): Promise<TrophySet[]> {
  const rows = await trophySets.bulkGet([...ids]);
  return rows.flatMap((row) => (row === undefined ? [] : [unpacked(row)]));
}

async function annotationsOf(
  { playerItems }: LibraryDatabase,
  ids: readonly string[],
): Promise<TrophyAnnotation[]> {
  return annotationsIn(await playerItems.where('npCommunicationId').anyOf(ids).toArray());
}
