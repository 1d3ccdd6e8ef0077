import type { LibraryDatabase } from './database';

/** More open pages than this nobody reads at once. */
const OPENED = 10;

/** Notes that a game comes first, once. Inside a transaction. */
export async function addOpened(
  { openedGames }: LibraryDatabase,
  npCommunicationId: string,
): Promise<void> {
  await openedGames.where({ npCommunicationId }).delete();
  await openedGames.add({ npCommunicationId, isTaken: false });
  const tooMany = (await openedGames.count()) - OPENED;
  if (tooMany > 0) await openedGames.limit(tooMany).delete();
}
