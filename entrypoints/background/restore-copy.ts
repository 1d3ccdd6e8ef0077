import { stopWaking, wakeAt } from '../../utils/browser/alarms';
import { whileAwake } from '../../utils/browser/awake';
import { exclusively } from '../../utils/browser/exclusively';
import { installId } from '../../utils/browser/install-id';
import type { LibraryDatabase } from '../../utils/database/database';
import { eraseLibrary } from '../../utils/database/erase';
import { createLibrary, openLibrary } from '../../utils/database/open-library';
import { OTHER_DATABASES } from '../../utils/database/our-databases';
import { carryOutPlan, type Moving } from '../../utils/database/restored-library';
import {
  eraseStaging,
  isRestoring,
  openStaging,
  planIn,
  readPlan,
  type RestorePlan,
  type RestoreStep,
  type StagingDatabase,
} from '../../utils/database/staging';
import { eraseUnclaimed } from '../../utils/database/staging-lock';
import { takeBackPlan } from '../../utils/database/taken-back';
import { FailureError } from '../../utils/domain/failure';
import { ownAccount } from '../../utils/domain/library/shown-library';
import { settingsBeside } from '../../utils/domain/settings-beside';
import { DAY, MINUTE } from '../../utils/domain/time-units';
import { parsedStatus } from '../../utils/status/parse';
import { someSettings } from '../../utils/status/schema';
import { ALARMS } from './alarm-names';
import type { Background } from './compose';
import { hideLibrary, showLibrary } from './shown-library';

type Needs = Pick<Background, 'sync' | 'library' | 'settings' | 'clock'>;

const NAME = OTHER_DATABASES.restore;
/**
 * Makes of the library what the page has planned. Safe to repeat.
 * @param mark of the plan that the player has seen
 */
export async function restoreCopy(needs: Needs, mark: string): Promise<void> {
  if (await want(needs, { step: 'wanted', from: ['staged'], mark })) return;
  throw new FailureError({ cause: 'unexpected', during: 'changed-meanwhile' });
}

/** Makes of it what it was before. Safe to repeat: once it is done nothing is planned any more. */
export async function undoRestore(needs: Needs): Promise<void> {
  if (await want(needs, { step: 'undoing', from: ['restored', 'done'] })) return;
  if ((await planHere()) !== null) throw new FailureError({ cause: 'unexpected', during: 'undo' });
}

interface Wish extends Partial<Pick<RestorePlan, 'mark'>> {
  step: RestoreStep;
  from: readonly RestoreStep[];
}

/** The wish is stored first, and an alarm stands by it. False where it is of another plan, or not done; what is done is not done again. */
async function want(needs: Needs, { step, from, mark }: Wish): Promise<boolean> {
  await wakeAt(ALARMS.restore, Date.now() + MINUTE);
  const isMeant = await withPlan(async (staging, plan) => {
    if (plan.mark !== (mark ?? plan.mark)) return false;
    if (from.includes(plan.step)) await setStep(staging, plan, step);
    return true;
  });
  await carryOnRestoring(needs);
  // Another wake-up may have carried it out in the place of this one, and failed.
  return isMeant === true && !from.includes((await planHere())?.step ?? step);
}

/**
 * Takes up what a worker that died had begun, and forgets what nobody can want any more. Safe to repeat.
 * @param isStart of the browser: no page reads a copy, or looks at one that was read before
 */
export async function carryOnRestoring(needs: Needs, isStart = false): Promise<void> {
  if (isStart) await forgetRead();
  const plan = await planHere();
  if (plan !== null && isRestoring(plan)) {
    needs.sync.interrupt();
    await whileAwake(() =>
      exclusively('sync', () => withPlan((staging, found) => carryOut(needs, staging, found))),
    );
    await goOn(needs);
    await withPlan((staging, found) => finish(staging, found, plan.step === 'undoing'));
  }
  if (plan !== null) await takeSettings(needs);
  await forgetOld();
}

async function carryOut(needs: Needs, staging: StagingDatabase, plan: RestorePlan): Promise<void> {
  if (!isRestoring(plan)) return;
  const moving = await movingOf(needs, plan);
  if (plan.step === 'undoing') return takeBack(staging, plan, moving);
  if (plan.step === 'wanted') await restore(staging, plan, moving);
  // Before it counts as done: a worker that dies in between leaves no library that nobody sees.
  await showLibrary(plan.accountId, needs.clock.now);
}

async function movingOf({ clock }: Needs, { mark }: RestorePlan): Promise<Moving> {
  const now = clock.now();
  const { roams } = (await parsedStatus()).settings;
  return { mark, now, said: roams ? { now, device: await installId() } : null };
}

async function restore(staging: StagingDatabase, plan: RestorePlan, moving: Moving): Promise<void> {
  try {
    await changeLibrary(staging, plan, moving);
  } catch (thrown) {
    // Nothing was changed: the player may ask again, and no wake-up tries it for ever. Where not even that can be
    // written, what was read goes: that takes no room.
    await setStep(staging, plan, 'staged').catch(async () => {
      staging.close();
      await eraseStaging(NAME).catch(() => undefined);
    });
    throw thrown;
  }
  // What fails from here on is finished by the alarm, and there is a way back.
  await setStep(staging, plan, 'restored');
}

async function changeLibrary(
  staging: StagingDatabase,
  { accountId }: RestorePlan,
  moving: Moving,
): Promise<void> {
  const here = await openLibrary(accountId);
  const library = here ?? (await createLibrary(accountId));
  try {
    await carryOutPlan(library, staging, moving);
  } catch (thrown) {
    library.close();
    if (here === null) await eraseLibrary(accountId);
    throw thrown;
  } finally {
    library.close();
  }
}

/** Where there was no library. They hold up nothing: what fails is tried again, for as long as there is a way back. */
async function takeSettings({ settings }: Needs): Promise<void> {
  await withPlan(async (staging, { accountId, isNew, step, settings: copied }) => {
    if (!isNew || step !== 'done' || Object.keys(copied).length === 0) return;
    const status = await parsedStatus();
    const isOwn = (ownAccount(status) ?? accountId) === accountId;
    const { data } = someSettings.safeParse(copied);
    if (isOwn && data) await settings.make(settingsBeside(status.settings, data));
    await staging.plan.update('plan', { settings: {} });
  }).catch(() => undefined);
}

/** Nobody connects meanwhile: an account that has, now or once since, keeps its library. */
function takeBack(staging: StagingDatabase, plan: RestorePlan, moving: Moving): Promise<void> {
  const { accountId, isNew } = plan;
  return exclusively('connecting', async () => {
    const library = await openLibrary(accountId);
    const isGone =
      isNew &&
      accountId !== ownAccount(await parsedStatus()) &&
      (await lastRun(library)) === (await lastRun(staging));
    try {
      if (library !== null && !isGone) await takeBackPlan(library, staging, moving);
    } catch (thrown) {
      // It is as it was restored, and no wake-up tries it for ever.
      await setStep(staging, plan, 'done').catch(() => undefined);
      throw thrown;
    } finally {
      library?.close();
    }
    if (!isGone) return;
    await hideLibrary(accountId);
    await eraseLibrary(accountId);
  });
}

/** What was asked for meanwhile is left to whoever carries that out. */
async function finish(
  staging: StagingDatabase,
  plan: RestorePlan,
  isUndone: boolean,
): Promise<void> {
  if (!isUndone && plan.step === 'restored') await setStep(staging, plan, 'done');
  if (!isUndone || plan.step !== 'undoing') return;
  staging.close();
  await eraseStaging(NAME);
}

/** By which is seen whether one came since. Of no library it is none. */
function lastRun(
  database: LibraryDatabase | StagingDatabase | null,
): PromiseLike<unknown> | undefined {
  return database?.table('syncRuns').toCollection().lastKey();
}

/** The sync, and what pages show beside the library, go by what it is now. */
async function goOn({ sync, library }: Needs): Promise<void> {
  await library.showChanged().catch(() => undefined);
  await library.sync();
  void sync.wake();
}

/** What was read in part, or only looked at. */
async function forgetRead(): Promise<void> {
  await eraseStaging(OTHER_DATABASES.check);
  if (((await planHere())?.step ?? 'staged') === 'staged') await eraseStaging(NAME);
}

/** A copy that nobody wanted after all goes after a day, and so does the way back; at once what a page left half read. */
async function forgetOld(): Promise<void> {
  const plan = await planHere();
  await eraseUnclaimed(OTHER_DATABASES.check);
  if (plan === null) await eraseUnclaimed(NAME);
  else {
    if (isRestoring(plan)) return;
    // By a clock that was put back since it would be years until then.
    const left = DAY - Math.abs(Date.now() - plan.since);
    if (left > 0) return wakeAt(ALARMS.restore, Date.now() + left);
    await eraseStaging(NAME);
  }
  await stopWaking(ALARMS.restore);
}

async function setStep(
  staging: StagingDatabase,
  plan: RestorePlan,
  step: RestoreStep,
): Promise<void> {
  await staging.plan.put({ ...plan, step, since: Date.now() });
}

function planHere(): Promise<RestorePlan | null> {
  return readPlan(NAME);
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
