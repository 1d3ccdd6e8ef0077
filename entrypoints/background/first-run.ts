import { browser } from 'wxt/browser';
import { exclusively } from '../../utils/browser/exclusively';
import { showOwnTab } from '../../utils/browser/own-tab';
import { welcomeDue } from '../../utils/browser/welcome-due';
import { accountsHere } from '../../utils/database/database-names';
import { parsedStatus } from '../../utils/status/parse';

/**
 * What the browser says only once is written down before anything else: this worker may end at any line. A Firefox whose
 * windows are all private runs nothing of an extension before it is allowed there, and then calls that an update from
 * the version that it has.
 */
export async function noteInstalled(reason: string, previousVersion?: string): Promise<void> {
  const isStarted = previousVersion === browser.runtime.getManifest().version;
  if (reason === 'install' || (reason === 'update' && isStarted)) await welcomeDue.write(true);
}

/** Greets who has just installed this. One at a time, so that two who see that it is due open one tab. */
export function greet(): Promise<void> {
  return exclusively('welcome', async () => {
    if (!(await welcomeDue.read())) return;
    // The tab of a worker that died after it is found again. One that cannot be opened is no reason to come later.
    if (await isEmpty()) await showOwnTab('#/welcome').catch(() => undefined);
    await welcomeDue.forget();
  });
}

/** A browser that repairs an extension installs it too: who has a library, is on the way to one or
 * looks around in one is no newcomer. */
async function isEmpty(): Promise<boolean> {
  const { connection, snapshot, shownLibrary } = await parsedStatus();
  const isAround = shownLibrary !== null;
  const isNew = connection.phase === 'disconnected' && snapshot.player === null && !isAround;
  // A browser without databases has no library either.
  return isNew && (await accountsHere().catch(() => [])).length === 0;
}
