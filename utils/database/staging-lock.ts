import { pageLock } from './page-lock';
import { eraseStaging } from './staging';

function lockOf(name: string): string {
  return `reading ${name}`;
}

/** Says that a page is at this staging database, until it calls what it is handed back, or dies. */
export function claimStaging(name: string): Promise<() => void> {
  return pageLock(lockOf(name));
}

/** Erases what a page that is not there any more has read in part. */
export function eraseUnclaimed(name: string): Promise<void> {
  return navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
    if (lock !== null) await eraseStaging(name);
  });
}
