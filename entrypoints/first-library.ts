import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { beginToReadRows, lastEarnedRows } from '../utils/database/first-rows';
import { libraryShown } from '../utils/domain/library/shown-library';
import { beginToRead } from '../utils/status/first-read';
import type { StoredStatus } from '../utils/status/stored-status';
import { trustedStatus } from '../utils/status/trusted';

/** Runs before all else of the options page: what it opens with is on its way while it is loaded. */
export default defineUnlistedScript(() => {
  const stored = beginToRead();
  const isLibrary = location.hash === '' || location.hash.startsWith('#/library');
  if (isLibrary) beginToReadRows(stored.then(ownAccountIn));
  // Narrowed, it shows other trophies than the newest.
  if (location.hash === '#/log') beginToReadRows(stored.then(ownAccountIn), lastEarnedRows);
});

/** Above another library than the player's own stands whose it is, which is loaded first. */
function ownAccountIn(stored: StoredStatus): string | null {
  const status = trustedStatus(stored);
  if (status === null) return null;
  const { kind, accountId } = libraryShown(status);
  return kind === 'own' ? accountId : null;
}
