import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import {
  beginToReadRows,
  lastEarnedRows,
  lastPlayedRows,
  wholeRows,
  type Read,
} from '../utils/database/first-rows';
import { libraryShown } from '../utils/domain/library/shown-library';
import { beginToRead } from '../utils/status/first-read';
import type { StoredStatus } from '../utils/status/stored-status';
import { trustedShown } from '../utils/status/trusted';

/** What a page is drawn with at first, by the word of its address. */
const READ = new Map<string, Read>([
  ['', lastPlayedRows],
  ['library', lastPlayedRows],
  ['statistics', wholeRows()],
  ['year', wholeRows('earnings', 'overview')],
  ['next', wholeRows('playerItems', 'trophyEvents')],
]);

/** Runs before all else of the options page: what it opens with is on its way while it is loaded. */
export default defineUnlistedScript(() => {
  const stored = beginToRead();
  const { hash } = location;
  // Narrowed, the log shows other trophies than the newest.
  const read = hash === '#/log' ? lastEarnedRows : READ.get(/\w*/.exec(hash.slice(2))![0]);
  if (read !== undefined) beginToReadRows(stored.then(ownAccountIn), read);
});

/** Above another library than the player's own stands whose it is, which is loaded first. */
function ownAccountIn(stored: StoredStatus): string | null {
  const shown = trustedShown(stored);
  if (shown === null) return null;
  const { kind, accountId } = libraryShown(shown);
  return kind === 'own' ? accountId : null;
}
