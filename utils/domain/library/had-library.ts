import type { CopiesRecord } from '../copies/copies-record';
import type { Snapshot } from '../sync/snapshot';

/** What outlives a library that the browser loses. */
export interface Outliving {
  /** What was published last, of whatever account. */
  snapshot: Pick<Snapshot, 'player' | 'titleCount' | 'hasChosen'>;
  /** What is known of each account's copies: it goes with a library that the player erases. */
  copies: Pick<CopiesRecord, 'accounts'>;
}

/** True where an account has had games here, or has picked some, whoever was connected since. */
export function hadLibrary({ snapshot, copies }: Outliving, accountId: string): boolean {
  const { player, titleCount, hasChosen } = snapshot;
  const { made = null, savedAt = null, seenSync = null } = copies.accounts[accountId] ?? {};
  const isKnown = made !== null || savedAt !== null || seenSync !== null;
  return isKnown || (player?.accountId === accountId && (titleCount > 0 || hasChosen));
}
