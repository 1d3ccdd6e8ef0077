import { isRestored, plansHere } from './restore-plans';
import type { RestoreStep } from './staging';

/** When a copy was restored last, where there is a way back from that; null where there is none, or nobody can tell. */
export async function readRestoredAt(): Promise<number | null> {
  return (await plansHere()).find(isRestored)?.plan.since ?? null;
}

/** Whether that way back is of this account's library. */
export async function hasWayBack(accountId: string): Promise<boolean> {
  return (await plansHere()).some((each) => isRestored(each) && each.plan.accountId === accountId);
}

/** How far the restoring of this plan is; null where it is gone. */
export async function readRestoreStep(mark: string): Promise<RestoreStep | null> {
  return (await plansHere()).find(({ plan }) => plan.mark === mark)?.plan.step ?? null;
}
