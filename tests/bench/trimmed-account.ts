import { ACCOUNT_PLANS } from '../psn/accounts/account-plan.ts';
import type { AccountName, Control } from '../psn/simulator.ts';

/** Leaves a player the first so many games of an account. */
export function trimAccount(control: Control, account: AccountName, games: number): void {
  const { numbersFrom, titles } = ACCOUNT_PLANS[account];
  for (let number = numbersFrom + games; number < numbersFrom + titles; number++) {
    control.deleteTitle(account, `NPWR${String(number)}_00`);
  }
}

/** Whether the games are there: what a sync fetches after them is when they were played, and trophies. */
export function hasTitles({ sync, lastSyncedAt }: SyncSnapshot): boolean {
  if (sync.state === 'running') return sync.phase !== 'titles';
  return sync.state !== 'idle' || lastSyncedAt !== null;
}

/** Whether both lists are there: what is left are trophies. */
export function hasLists(snapshot: SyncSnapshot): boolean {
  const { state, phase = '' } = snapshot.sync;
  return hasTitles(snapshot) && (state !== 'running' || ['trophies', 'matching'].includes(phase));
}

export const isRunning = ({ sync }: SyncSnapshot): boolean => sync.state === 'running';

/** As much of the stored snapshot as tells how far a sync is. */
export interface SyncSnapshot {
  sync: { state: string; phase?: string };
  lastSyncedAt: number | null;
}
