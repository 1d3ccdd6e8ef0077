import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { beginToReadRows } from '../utils/database/first-rows';
import { libraryShown } from '../utils/domain/library/shown-library';
import { beginToRead } from '../utils/status/first-read';
import type { StoredStatus } from '../utils/status/stored-status';
import { trustedStatus } from '../utils/status/trusted';

/** Runs before all else of the options page: the games that it opens with are on their way while it is loaded. */
export default defineUnlistedScript(() => {
  const stored = beginToRead();
  const isLibrary = location.hash === '' || location.hash.startsWith('#/library');
  if (isLibrary) beginToReadRows(stored.then(ownAccountIn));
});

/** Above another library than the player's own stands whose it is, which is loaded first. */
function ownAccountIn(stored: StoredStatus): string | null {
  const status = trustedStatus(stored);
  if (status === null) return null;
  const { kind, accountId } = libraryShown(status);
  return kind === 'own' ? accountId : null;
}
