import { ACCOUNT_PLANS } from '../psn/accounts/account-plan.ts';
import { type Simulator, startSimulator } from '../psn/simulator.ts';

const { numbersFrom, titles } = ACCOUNT_PLANS.largest;

/** Sony with one player of so many games: the largest account, without the rest of its games. */
export async function simulatorWith(games: number): Promise<Simulator> {
  const simulator = await startSimulator({ account: 'largest' });
  for (let number = numbersFrom + games; number < numbersFrom + titles; number++) {
    simulator.control.deleteTitle('largest', `NPWR${String(number)}_00`);
  }
  return simulator;
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
