import { OTHER_DATABASES } from './our-databases';
import { readPlan, type RestoreStep } from './staging';

const CHANGED: readonly RestoreStep[] = ['restored', 'done', 'undoing'];

/** When a copy was restored last, where there is a way back from that; null where there is none, or nobody can tell. */
export async function readRestoredAt(): Promise<number | null> {
  const plan = await readPlan(OTHER_DATABASES.restore);
  return plan !== null && CHANGED.includes(plan.step) ? plan.since : null;
}

/** How far the restoring of this plan is; null where it is gone. */
export async function readRestoreStep(mark: string): Promise<RestoreStep | null> {
  const plan = await readPlan(OTHER_DATABASES.restore);
  return plan?.mark === mark ? plan.step : null;
}
