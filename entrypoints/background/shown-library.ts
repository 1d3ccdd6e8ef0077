import { exclusively } from '../../utils/browser/exclusively';
import { accountsHere } from '../../utils/database/database-names';
import { eraseMadeUp, storeMadeUp } from '../../utils/database/made-up-store';
import { FailureError } from '../../utils/domain/failure';
import { MADE_UP, mayBeMadeUp, ownAccount } from '../../utils/domain/library/shown-library';
import { madeUpLibrary } from '../../utils/made-up/made-up-library';
import { parsedStatus } from '../../utils/status/parse';
import { publishShownLibrary } from '../../utils/status/write';

type Now = () => number;

/** Has pages show another library that is here, the made-up one, or the player's own. Safe to repeat. */
export async function showLibrary(library: string | null, now: Now): Promise<void> {
  if (library === MADE_UP) return showMadeUp(now);
  const isOwn = library === null || library === ownAccount(await parsedStatus());
  if (!isOwn && !(await accountsHere()).includes(library)) throw refused();
  if (isOwn) return showOwnLibrary();
  // Under the lock: one that is made up meanwhile would be shown in its place.
  await exclusively(MADE_UP, () => publishShownLibrary(library));
  await settleMadeUp(now);
}

/** The player's own is shown again, and what was made up is gone. */
export function showOwnLibrary(): Promise<void> {
  return exclusively(MADE_UP, async () => {
    await publishShownLibrary(null);
    await eraseMadeUp();
  });
}

/** Has pages show the player's own in the place of this one. */
export function hideLibrary(accountId: string): Promise<void> {
  return exclusively(MADE_UP, async () => {
    const { shownLibrary } = await parsedStatus();
    if (shownLibrary === accountId) await publishShownLibrary(null);
  });
}

/**
 * First the library, and then that it is shown, so that nobody waits for it: a page asks again where a worker died in
 * between, and what is left over goes at the next wake-up.
 */
function showMadeUp(now: Now): Promise<void> {
  return exclusively(MADE_UP, async () => {
    if (!mayBeMadeUp((await parsedStatus()).connection)) throw refused();
    await makeMadeUp(now);
    await publishShownLibrary(MADE_UP);
  });
}

/** There is a made-up library exactly while it is shown, whatever a worker that died has left. Safe to repeat. */
export function settleMadeUp(now: Now): Promise<void> {
  return exclusively(MADE_UP, async () => {
    const { connection, shownLibrary } = await parsedStatus();
    if (shownLibrary === MADE_UP && mayBeMadeUp(connection)) return makeMadeUp(now);
    if (shownLibrary === MADE_UP) await publishShownLibrary(null);
    await eraseMadeUp();
  });
}

/** Brings it up to date where it is there. */
function makeMadeUp(now: Now): Promise<void> {
  return storeMadeUp(() => madeUpLibrary(MADE_UP, now()));
}

function refused(): FailureError {
  return new FailureError({ cause: 'unexpected', during: 'showLibrary' });
}
