import { stopWaking, wakeAt } from '../../utils/browser/alarms';
import { OTHER_DATABASES } from '../../utils/database/our-databases';
import { RESTORE_DATABASES } from '../../utils/database/restore-plans';
import { eraseStaging, isRestoring, readPlan } from '../../utils/database/staging';
import { eraseUnclaimed } from '../../utils/database/staging-lock';
import { DAY } from '../../utils/domain/time-units';
import { ALARMS } from './alarm-names';

/** What was read in part, or only looked at. */
export async function forgetReadCopies(): Promise<void> {
  await eraseStaging(OTHER_DATABASES.check);
  for (const name of RESTORE_DATABASES)
    if (((await readPlan(name))?.step ?? 'staged') === 'staged') await eraseStaging(name);
}

/** A copy that nobody wanted after all goes after a day, and so does the way back; at once what a page left half read. */
export async function forgetOldCopies(): Promise<void> {
  await eraseUnclaimed(OTHER_DATABASES.check);
  let next = Infinity;
  for (const name of RESTORE_DATABASES) {
    const plan = await readPlan(name);
    if (plan === null) await eraseUnclaimed(name);
    else if (isRestoring(plan)) next = 0;
    else {
      // By a clock that was put back since it would be years until then.
      const left = DAY - Math.abs(Date.now() - plan.since);
      if (left > 0) next = Math.min(next, left);
      else await eraseStaging(name);
    }
  }
  // What is not done has its alarm.
  if (next === Infinity) await stopWaking(ALARMS.restore);
  else if (next > 0) await wakeAt(ALARMS.restore, Date.now() + next);
}
