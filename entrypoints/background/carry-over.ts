import { stopWaking } from '../../utils/browser/alarms';
import { carriedOver } from '../../utils/browser/carried-over';
import { installId } from '../../utils/browser/install-id';
import { clearLocal, readLocal, type ClearingStore } from '../../utils/browser/local-area';
import { removeSessionArea } from '../../utils/browser/session-area';
import { OLD_KEYS, OLD_SESSION_AREA_KEYS, type LocalKey } from '../../utils/browser/stored-keys';
import { accountsHere } from '../../utils/database/database-names';
import { deleteEarlierLibrary, readEarlierLibrary } from '../../utils/database/earlier-library';
import { makeCarriedLibrary } from '../../utils/database/library-access';
import type { CarriedOver } from '../../utils/domain/library/carried-over';
import { failureOf, type Failure } from '../../utils/domain/failure';
import { EMPTY_SNAPSHOT, type Snapshot } from '../../utils/domain/sync/snapshot';
import { parsedStatus } from '../../utils/status/parse';
import { isEarlierRecord } from '../../utils/status/values';
import { connectionRecord, publishAnew } from '../../utils/status/write';
import { OLD_ALARM } from './alarm-names';

interface Ports {
  clearing: ClearingStore;
  keys: { erase: () => Promise<void> };
  /** Sees to it that what is unfinished of the connection is carried out, whatever becomes of this worker. */
  startWaking: () => Promise<void>;
  now: () => number;
}

const SIGNS: readonly LocalKey[] = [...OLD_KEYS, 'carriedOver'];

/**
 * Takes over what an earlier build stored: the player's notes, pins and picks; the rest Sony has. A worker that dies
 * anywhere is followed by one that goes on; one that fails says why, and the next one tries again.
 */
export async function carryOver(ports: Ports): Promise<void> {
  const stored = await readLocal([...SIGNS, 'sealedRefreshTokens', 'connection']);
  const hasSign = SIGNS.some((key) => stored[key] !== undefined);
  if (!hasSign && !isEarlierRecord(stored.connection)) return;
  const { connection, snapshot } = await parsedStatus();
  // What the player made goes with everything else.
  if (connection.phase === 'erasing') return;
  if (stored.erasing === true) {
    await ports.startWaking();
    await connectionRecord.change(() => ({ phase: 'erasing', since: ports.now() }));
    return;
  }
  try {
    // The record is what gives way first, and alone it is no sign any more.
    if (!hasSign) await carriedOver.write({});
    const { libraries, failure } = await moveLibraries(ports.now);
    const isMoved = Object.keys(libraries).length > 0;
    const isNews = isMoved || stored.sealedRefreshToken !== undefined;
    await publishAnew(
      failure ?? (isNews ? { cause: 'storage-renewed' } : null),
      isMoved || (isNews && failure === null) ? snapshotOf(libraries, snapshot) : undefined,
    );
    if (failure === null) await removeOld(ports, stored.sealedRefreshTokens !== undefined);
    else if (isMoved) await carriedOver.write({});
  } catch (thrown) {
    await publishAnew(failureOf(thrown)).catch(() => undefined);
  }
}

/** Each account's from its old database, over `storage.local`, into its new one: it is on the disk all the time. */
async function moveLibraries(
  now: () => number,
): Promise<{ libraries: CarriedOver; failure: Failure | null }> {
  const { libraries: read, failure } = await readEarlier();
  const libraries = { ...(await carriedOver.read()), ...read };
  if (Object.keys(read).length > 0) await carriedOver.write(libraries);
  for (const accountId of Object.keys(read)) await deleteEarlierLibrary(accountId);
  const device = await installId();
  for (const library of Object.values(libraries)) {
    await makeCarriedLibrary(library, { now, device });
  }
  return { libraries, failure };
}

/** One that cannot be read costs no other anything. */
async function readEarlier(): Promise<{ libraries: CarriedOver; failure: Failure | null }> {
  const libraries: CarriedOver = {};
  let failure: Failure | null = null;
  for (const accountId of await accountsHere()) {
    try {
      const library = await readEarlierLibrary(accountId);
      if (library !== null) libraries[accountId] = library;
    } catch (thrown) {
      failure = failureOf(thrown);
    }
  }
  return { libraries, failure };
}

/** The library of whoever was connected last, which has no games yet. */
function snapshotOf(libraries: CarriedOver, { player }: Snapshot): Snapshot {
  const shown = libraries[player?.accountId ?? ''] ?? Object.values(libraries)[0];
  return {
    ...EMPTY_SNAPSHOT,
    player: shown?.player ?? player,
    hasChosen: shown?.hasChosen ?? false,
  };
}

/** Last of all, and in one go: while one of these is there, the next worker carries over again. */
async function removeOld({ clearing, keys }: Ports, hasNewTokens: boolean): Promise<void> {
  await stopWaking(OLD_ALARM);
  await removeSessionArea(OLD_SESSION_AREA_KEYS);
  // The key of the old token, unless this build has sealed one of its own with it.
  if (!hasNewTokens) await keys.erase().catch(() => undefined);
  await clearLocal(clearing, hasNewTokens ? SIGNS : [...SIGNS, 'keyHalf']);
}
