import { accountsHere } from '../../utils/database/database-names';
import { FailureError } from '../../utils/domain/failure';
import { ownAccount } from '../../utils/domain/library/shown-library';
import { parsedStatus } from '../../utils/status/parse';
import { publishShownLibrary } from '../../utils/status/write';

/** Has pages show the library of another account that is here, or the player's own. Safe to repeat. */
export async function showLibrary(accountId: string | null): Promise<void> {
  const isOwn = accountId === null || accountId === ownAccount(await parsedStatus());
  if (!isOwn && !(await accountsHere()).includes(accountId)) {
    throw new FailureError({ cause: 'unexpected', during: 'showLibrary' });
  }
  await publishShownLibrary(isOwn ? null : accountId);
}

/** Pages show no library that is not there any more. */
export async function hideLibrary(accountId: string): Promise<void> {
  const { shownLibrary } = await parsedStatus();
  if (shownLibrary === accountId) await publishShownLibrary(null);
}
