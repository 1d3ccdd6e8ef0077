import { isRestored, plansHere } from './restore-plans';
import type { RestoreStep } from './staging';

/** The way back from the copy that was restored last. */
export interface WayBack {
  /** Into whose library that was. */
  accountId: string;
  /** When. */
  since: number;
  /** Those of the copy that did not come yet. */
  settings: Record<string, unknown>;
}

/** Null where there is none. */
export async function readWayBack(): Promise<WayBack | null> {
  return (await plansHere()).find(isRestored)?.plan ?? null;
}

/** Whether that way back is of this account's library. */
export async function hasWayBack(accountId: string): Promise<boolean> {
  return (await plansHere()).some((each) => isRestored(each) && each.plan.accountId === accountId);
}

/** How far the restoring of this plan is; null where it is gone. */
export async function readRestoreStep(mark: string): Promise<RestoreStep | null> {
  return (await plansHere()).find(({ plan }) => plan.mark === mark)?.plan.step ?? null;
}
