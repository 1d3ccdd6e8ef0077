import { OTHER_DATABASES } from './our-databases';
import { isRestoring, readPlan, type RestorePlan, type RestoreStep } from './staging';

/** Two, so that a copy can be read, and looked at, beside the one that was restored last and has the way back. */
export const RESTORE_DATABASES = [OTHER_DATABASES.restore, OTHER_DATABASES.otherRestore];

/** What is planned, and in which database. */
export interface PlanHere {
  name: string;
  plan: RestorePlan;
}

const CHANGED: readonly RestoreStep[] = ['restored', 'done', 'undoing'];

/**
 * All that is planned: what is under way, since what it gives up is there until it is done, and then what came to its
 * step last, as far as a clock tells that.
 */
export async function plansHere(): Promise<PlanHere[]> {
  const plans = await Promise.all(RESTORE_DATABASES.map(readPlan));
  return RESTORE_DATABASES.flatMap((name, at) => {
    const plan = plans[at] ?? null;
    return plan === null ? [] : { name, plan };
  }).sort(
    ({ plan: one }, { plan: other }) =>
      Number(isRestoring(other)) - Number(isRestoring(one)) || other.since - one.since,
  );
}

/** The library is what this plan says, whatever is left to do: there is a way back from it. */
export function isRestored({ plan }: Pick<PlanHere, 'plan'>): boolean {
  return CHANGED.includes(plan.step);
}

/** Where a copy is read next; null while another one is being restored, or taken back. */
export async function placeToRead(): Promise<string | null> {
  const plans = await plansHere();
  if (plans.some(({ plan }) => isRestoring(plan))) return null;
  const wayBack = plans.find(isRestored)?.name;
  return RESTORE_DATABASES.find((name) => name !== wayBack) ?? null;
}
