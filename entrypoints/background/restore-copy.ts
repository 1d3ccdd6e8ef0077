import { stopWaking, wakeAt } from '../../utils/browser/alarms';
import { exclusively } from '../../utils/browser/exclusively';
import { eraseLibrary } from '../../utils/database/erase';
import { createLibrary, openLibrary } from '../../utils/database/open-library';
import { OTHER_DATABASES } from '../../utils/database/our-databases';
import { carryOutPlan, takeBackPlan } from '../../utils/database/restored-library';
import {
  eraseStaging,
  openStaging,
  planIn,
  type RestorePlan,
  type RestoreStep,
  type StagingDatabase,
} from '../../utils/database/staging';
import { FailureError } from '../../utils/domain/failure';
import { ownAccount } from '../../utils/domain/library/shown-library';
import { DAY, MINUTE } from '../../utils/domain/time-units';
import { parsedStatus } from '../../utils/status/parse';
import { ALARMS } from './alarm-names';
import type { Background } from './compose';
import { hideLibrary, showLibrary } from './shown-library';

type Needs = Pick<Background, 'sync' | 'library' | 'clock'>;

const NAME = OTHER_DATABASES.restore;
const UNFINISHED: readonly RestoreStep[] = ['wanted', 'undoing'];

/**
 * Makes of the library what the page has planned. Safe to repeat.
 * @param mark of the plan that the player has seen
 */
export async function restoreCopy(needs: Needs, mark: string): Promise<void> {
  if (await want(needs, { step: 'wanted', from: 'staged', mark })) return;
  throw new FailureError({ cause: 'unexpected', during: 'changed-meanwhile' });
}

/** Makes of it what it was before. Safe to repeat. */
export async function undoRestore(needs: Needs): Promise<void> {
  await want(needs, { step: 'undoing', from: 'done' });
}

interface Wish extends Partial<Pick<RestorePlan, 'mark'>> {
  step: RestoreStep;
  from: RestoreStep;
}

/** The wish is stored first, and an alarm stands by it. False where it is of another plan; what is done is not done again. */
async function want(needs: Needs, { step, from, mark }: Wish): Promise<boolean> {
  await wakeAt(ALARMS.restore, Date.now() + MINUTE);
  const isMeant = await withPlan(async (staging, plan) => {
    if (plan.mark !== (mark ?? plan.mark)) return false;
    if (plan.step === from) await setStep(staging, plan, step);
    return true;
  });
  await carryOnRestoring(needs);
  return isMeant === true;
}

/**
 * Takes up what a worker that died had begun, and forgets what nobody can want any more. Safe to repeat.
 * @param isStart of the browser: no page looks at a copy that was read before
 */
export async function carryOnRestoring(needs: Needs, isStart = false): Promise<void> {
  const plan = await withPlan((_, found) => Promise.resolve(found));
  if (plan === null) return stopWaking(ALARMS.restore);
  if (UNFINISHED.includes(plan.step)) {
    needs.sync.interrupt();
    await exclusively('sync', () => withPlan((staging, found) => carryOut(staging, found)));
    await shown(needs, plan);
  }
  await forgetOld(isStart);
}

async function carryOut(staging: StagingDatabase, plan: RestorePlan): Promise<void> {
  if (plan.step === 'wanted') await restore(staging, plan);
  else if (plan.step === 'undoing') await takeBack(staging, plan);
}

async function restore(staging: StagingDatabase, plan: RestorePlan): Promise<void> {
  const { accountId } = plan;
  const here = await openLibrary(accountId);
  const library = here ?? (await createLibrary(accountId));
  try {
    await carryOutPlan(library, staging);
    await setStep(staging, plan, 'done');
  } catch (thrown) {
    // Nothing was changed: the player may look at it again.
    await setStep(staging, plan, 'staged');
    library.close();
    if (here === null) await eraseLibrary(accountId);
    throw thrown;
  } finally {
    library.close();
  }
}

async function takeBack(
  staging: StagingDatabase,
  { accountId, isNew }: RestorePlan,
): Promise<void> {
  // An account that was connected since has its library, whatever was there before.
  const isGone = isNew && accountId !== ownAccount(await parsedStatus());
  const library = isGone ? null : await openLibrary(accountId);
  if (library !== null) await takeBackPlan(library, staging).finally(() => library.close());
  staging.close();
  if (isGone) {
    await hideLibrary(accountId);
    await eraseLibrary(accountId);
  }
  await eraseStaging(NAME);
}

/** The sync, and what pages show beside the library, go by what it is now. */
async function shown({ sync, library, clock }: Needs, { accountId, step }: RestorePlan) {
  if (step === 'wanted') await showLibrary(accountId, clock.now);
  await library.showChanged().catch(() => undefined);
  await library.sync();
  void sync.wake();
}

/** A copy that nobody wanted after all goes after a day, and so does the way back. */
async function forgetOld(isStart: boolean): Promise<void> {
  const plan = await withPlan((_, found) => Promise.resolve(found));
  if (plan === null) return stopWaking(ALARMS.restore);
  if (UNFINISHED.includes(plan.step)) return;
  const until = isStart && plan.step === 'staged' ? 0 : plan.since + DAY;
  if (until > Date.now()) return wakeAt(ALARMS.restore, until);
  await eraseStaging(NAME);
  await stopWaking(ALARMS.restore);
}

function setStep(
  staging: StagingDatabase,
  plan: RestorePlan,
  step: RestoreStep,
): PromiseLike<unknown> {
  return staging.plan.put({ ...plan, step, since: Date.now() });
}

/** Null where nothing is planned. */
async function withPlan<Value>(
  work: (staging: StagingDatabase, plan: RestorePlan) => Promise<Value>,
): Promise<Value | null> {
  const staging = await openStaging(NAME);
  if (staging === null) return null;
  try {
    const plan = await planIn(staging);
    return plan === null ? null : await work(staging, plan);
  } finally {
    staging.close();
  }
}
