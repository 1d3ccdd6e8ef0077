import { OTHER_DATABASES } from './our-databases';
import { openStaging, planIn } from './staging';

/** When a copy was restored last, where there is a way back from that; null where there is none, or nobody can tell. */
export async function readRestoredAt(): Promise<number | null> {
  const staging = await openStaging(OTHER_DATABASES.restore);
  if (staging === null) return null;
  try {
    const plan = await planIn(staging);
    return plan?.step === 'done' ? plan.since : null;
  } finally {
    staging.close();
  }
}
