import type { CarriedLibrary } from '../domain/library/carried-over';
import { hadLibrary, type Outliving } from '../domain/library/had-library';
import { playerAfter, type Player, type SaidPlayer } from '../domain/connection/player';
import type { OpenLibrary, PlayerWrites, StoredSync } from '../sync/ports';
import { DexieListStore } from './list-store';
import type { LibraryDatabase } from './database';
import { fillSets } from './earnings-store';
import { catchUpWithGoalEnds } from './goal-ends';
import { databaseName } from './library-name';
import { createLibrary, openLibrary } from './open-library';
import { DexiePlayerWrites } from './player-writes';
import { storable } from './storage-failure';
import { opened } from './upgrading';
import { DexieSyncStore } from './sync-store';
import { DexieTrophyStore } from './trophy-store';
import { dropUnreadable } from './unreadable-rows';
import { Writes } from './writes';

/** What making a library needs. */
interface Making {
  now: () => number;
  /** It says whether there was a library before. */
  outliving: Outliving;
}

/** Opens an account's library for a sync, and makes it where there is none. The signal ends all writing to it. */
export async function openForSync(
  accountId: string,
  making: Making,
  signal: AbortSignal,
): Promise<OpenLibrary> {
  const database = await openOrMake(accountId, making);
  const writes = new Writes(database, making.now, signal);
  try {
    await dropUnreadable(writes);
    // What can be made again keeps nothing from being fetched.
    await fillSets(writes).catch(() => signal.throwIfAborted());
    await catchUpWithGoalEnds(writes).catch(() => signal.throwIfAborted());
  } catch (thrown) {
    database.close();
    throw thrown;
  }
  return {
    sync: new DexieSyncStore(writes),
    lists: new DexieListStore(writes),
    trophies: new DexieTrophyStore(writes),
    close: () => database.close(),
  };
}

/** Makes room for an account's library, with its player's name on it. Answers what is known of them then. */
export async function makeLibrary(player: SaidPlayer, making: Making): Promise<Player> {
  const database = await openOrMake(player.accountId, making);
  try {
    const writes = new Writes(database, making.now, new AbortController().signal);
    const { player: before } = await writes.read(['overview'], () => writes.overview());
    const after = playerAfter(player, before, making.now());
    await storable(writes.transaction(['overview'], () => writes.changeOverview(after)));
    return after.player;
  } finally {
    database.close();
  }
}

/** Fails where the account has a library that does not open. Makes none. */
export async function proveLibrary(accountId: string): Promise<void> {
  // Closed also where it opens when nobody waits for it any more.
  const opening = openLibrary(accountId).then((database) => database?.close());
  await opened(databaseName(accountId), opening);
}

/** What is stored of an account's sync, where its library is not opened for one. */
export async function storedSync(
  accountId: string,
): Promise<Pick<StoredSync, 'cursor' | 'requests'>> {
  const database = await openLibrary(accountId);
  if (database === null) return { cursor: null, requests: [] };
  try {
    const never = new AbortController().signal;
    return await new DexieSyncStore(new Writes(database, Date.now, never)).read();
  } finally {
    database.close();
  }
}

/**
 * Makes an account's library with what its player had made in an earlier build. Safe to repeat: what this library
 * has by then is later.
 * @param device the id of this install
 */
export async function makeCarriedLibrary(
  { player, hasChosen, items }: CarriedLibrary,
  { now, device }: { now: () => number; device: string },
): Promise<void> {
  const database = await createLibrary(player.accountId);
  try {
    const writes = new Writes(database, now, new AbortController().signal);
    await writes.transaction(['playerItems', 'overview'], async ({ playerItems }) => {
      const before = await playerItems.bulkGet(
        items.map(({ kind, npCommunicationId, trophyId }) => [kind, npCommunicationId, trophyId]),
      );
      const missing = items.filter((_, index) => before[index] === undefined);
      await playerItems.bulkPut(missing.map((item) => ({ ...item, version: 1, device })));
      const overview = await writes.overview();
      await writes.changeOverview({
        player: overview.player ?? player,
        hasPicks: overview.hasPicks || hasChosen,
        hasChosen: overview.hasChosen || hasChosen,
        // Made without it, because it could not be brought here at once: now it is here.
        lostAt: null,
      });
    });
  } finally {
    database.close();
  }
}

/**
 * Opens an account's library for what the player does, and closes it. False where there is none: none is made.
 * @param device the id of this install
 */
export async function withLibrary(
  accountId: string,
  { now, device }: { now: () => number; device: string },
  work: (writes: PlayerWrites) => Promise<void>,
): Promise<boolean> {
  const database = await openLibrary(accountId);
  if (database === null) return false;
  try {
    const never = new AbortController().signal;
    await work(new DexiePlayerWrites(new Writes(database, now, never), device));
    return true;
  } finally {
    database.close();
  }
}

function openOrMake(accountId: string, { now, outliving }: Making): Promise<LibraryDatabase> {
  return createLibrary(accountId, hadLibrary(outliving, accountId) ? now() : null);
}
