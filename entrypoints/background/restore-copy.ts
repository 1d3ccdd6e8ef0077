import { wakeAt } from '../../utils/browser/alarms';
import { whileAwake } from '../../utils/browser/awake';
import { exclusively } from '../../utils/browser/exclusively';
import { installId } from '../../utils/browser/install-id';
import type { LibraryDatabase } from '../../utils/database/database';
import { eraseLibrary } from '../../utils/database/erase';
import { createLibrary, openLibrary } from '../../utils/database/open-library';
import { carryOutPlan, isBare, type Moving } from '../../utils/database/restored-library';
import { isRestored, plansHere, type PlanHere } from '../../utils/database/restore-plans';
import {
  eraseStaging,
  isRestoring,
  openStaging,
  planIn,
  stepPlan,
  type RestorePlan,
  type RestoreStep,
  type StagingDatabase,
} from '../../utils/database/staging';
import { takeBackPlan } from '../../utils/database/taken-back';
import { copiesOf, withoutAccount } from '../../utils/domain/copies/copies-record';
import { FailureError } from '../../utils/domain/failure';
import { accountOf } from '../../utils/domain/connection/connection';
import { ownAccount } from '../../utils/domain/library/shown-library';
import type { Settings } from '../../utils/domain/settings';
import { settingsBeside, settingsTakenBack } from '../../utils/domain/settings-beside';
import { isBegunAnew } from '../../utils/domain/sync/begun-anew';
import { MINUTE } from '../../utils/domain/time-units';
import { storedCopies } from '../../utils/status/copies';
import { parsedStatus } from '../../utils/status/parse';
import { someSettings } from '../../utils/status/settings-schema';
import { changeCopies } from '../../utils/status/write';
import { ALARMS } from './alarm-names';
import type { Background } from './compose';
import { noteLibraryAnew } from './note-library-anew';
import { forgetOldCopies, forgetReadCopies } from './forget-copies';
import { hideLibrary, showLibrary } from './shown-library';

type Needs = Pick<Background, 'sync' | 'library' | 'settings' | 'clock'>;

/**
 * Makes of the library what the page has planned. Safe to repeat.
 * @param mark of the plan that the player has seen
 */
export async function restoreCopy(needs: Needs, mark: string): Promise<void> {
  const became = await want(needs, ({ plan }) => plan.mark === mark, 'wanted');
  if (became === null || became === 'staged')
    throw new FailureError({ cause: 'unexpected', during: 'changed-meanwhile' });
}

/** Makes of it what it was before. Safe to repeat: once it is done nothing is planned any more. */
export async function undoRestore(needs: Needs): Promise<void> {
  const became = await want(needs, isRestored, 'undoing');
  if (became !== null && FROM.undoing.includes(became))
    throw new FailureError({ cause: 'unexpected', during: 'undo' });
}

/** What is done is not done again. */
const FROM: Record<'wanted' | 'undoing', readonly RestoreStep[]> = {
  wanted: ['staged'],
  undoing: ['restored', 'done'],
};

/**
 * The wish is stored first, and an alarm stands by it. Answers how far that plan is then, as far as it is there still;
 * null where there was none.
 */
async function want(
  needs: Needs,
  isMeant: (here: PlanHere) => boolean,
  step: keyof typeof FROM,
): Promise<RestoreStep | null> {
  await wakeAt(ALARMS.restore, Date.now() + MINUTE);
  const meant = (await plansHere()).find(isMeant);
  if (meant !== undefined) {
    const { savedAt } = copiesOf(await storedCopies.read(), meant.plan.accountId);
    const noted = step === 'wanted' && { copiesBefore: { at: needs.clock.now(), savedAt } };
    await withPlan(meant.name, (staging) =>
      stepPlan(staging, meant.plan, FROM[step], step, noted || {}),
    );
  }
  await carryOnRestoring(needs);
  if (meant === undefined) return null;
  // Another wake-up may have carried it out in the place of this one, and failed.
  const left = (await plansHere()).find(({ plan }) => plan.mark === meant.plan.mark);
  return left?.plan.step ?? step;
}

/**
 * Takes up what a worker that died had begun, and forgets what nobody can want any more. Safe to repeat.
 * @param isStart of the browser: no page reads a copy, or looks at one that was read before
 */
export async function carryOnRestoring(needs: Needs, isStart = false): Promise<void> {
  if (isStart) await forgetReadCopies();
  for (const { name, plan } of (await plansHere()).reverse()) {
    if (isRestoring(plan)) await carryThrough(needs, name, plan);
    await alone(() => takeSettings(needs, name)).catch(() => undefined);
  }
  await forgetOldCopies();
}

async function carryThrough(needs: Needs, name: string, plan: RestorePlan): Promise<void> {
  needs.sync.interrupt();
  await whileAwake(() =>
    exclusively('sync', () => withPlan(name, (staging, found) => carryOut(needs, staging, found))),
  );
  await goOn(needs, plan);
  await alone(() =>
    withPlan(name, (staging, found) => finish(staging, found, plan.step === 'undoing')),
  );
}

/** Two wake-ups come to the end of the same restoring: one of them at a time, and the other goes by what it left. */
function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  return exclusively('restoring', work);
}

async function carryOut(needs: Needs, staging: StagingDatabase, plan: RestorePlan): Promise<void> {
  if (!isRestoring(plan)) return;
  const moving = await movingOf(needs, plan);
  if (plan.step === 'undoing') {
    await takeBack(needs, staging, plan, moving);
    return takeSettingsBack(needs, plan).catch(() => undefined);
  }
  if (plan.step === 'wanted') await restore(staging, plan, moving);
  await noteLibraryAnew(plan, needs.clock.now());
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
    await stepPlan(staging, plan, ['wanted'], 'staged').catch(async () => {
      staging.close();
      await eraseStaging(staging.name).catch(() => undefined);
    });
    throw thrown;
  }
  // What fails from here on is finished by the alarm, and there is a way back.
  await stepPlan(staging, plan, ['wanted'], 'restored');
}

async function changeLibrary(
  staging: StagingDatabase,
  { accountId, isNew }: RestorePlan,
  moving: Moving,
): Promise<void> {
  const here = await openLibrary(accountId);
  const library = here ?? (await createLibrary(accountId));
  try {
    await carryOutPlan(library, staging, moving);
  } catch (thrown) {
    // Where there was none, a worker that died may have made it, and nothing in it.
    const isLeft = isNew && ownAccount(await parsedStatus()) !== accountId;
    const goes = here === null || (isLeft && (await isBare(library).catch(() => false)));
    library.close();
    if (goes) await eraseLibrary(accountId);
    throw thrown;
  } finally {
    library.close();
  }
}

/** They hold up nothing: what fails is tried again, for as long as there is a way back. */
async function takeSettings({ settings, clock }: Needs, name: string): Promise<void> {
  await withPlan(name, async (staging, { accountId, step, settings: copied, ...plan }) => {
    if (step !== 'done' || Object.keys(copied).length === 0) return;
    const status = await parsedStatus();
    // Those of another account stay there, and come where it is connected.
    if ((ownAccount(status) ?? accountId) !== accountId) return;
    const { data } = someSettings.safeParse(copied);
    const beside = (here: Settings): Partial<Settings> =>
      data ? settingsBeside(here, data, clock.now()) : {};
    const change = beside(status.settings);
    // First what the way back needs: a worker that dies comes here once more.
    await staging.plan.update('plan', {
      came: { ...change, ...plan.came },
      cameInPlaceOf: plan.cameInPlaceOf ?? { ...status.settings },
    });
    if (Object.keys(change).length > 0) await settings.make(beside);
    await staging.plan.update('plan', { settings: {} });
  });
}

/** What the player has set since stays. They hold up nothing here either. */
async function takeSettingsBack({ settings }: Needs, plan: RestorePlan): Promise<void> {
  const [came, before] = [plan.came, plan.cameInPlaceOf].map(
    (said) => someSettings.safeParse(said).data,
  );
  if (!came || !before) return;
  const back = (here: Settings): Partial<Settings> => settingsTakenBack(here, came, before);
  if (Object.keys(back((await parsedStatus()).settings)).length > 0) await settings.make(back);
}

/** Nobody connects meanwhile: an account that has, now or once since, keeps its library. */
function takeBack(
  { clock }: Needs,
  staging: StagingDatabase,
  plan: RestorePlan,
  moving: Moving,
): Promise<void> {
  const { accountId, isNew } = plan;
  return exclusively('connecting', async () => {
    const library = await openLibrary(accountId);
    const isGone =
      isNew &&
      accountId !== ownAccount(await parsedStatus()) &&
      (await lastRun(library)) === (await lastRun(staging));
    try {
      if (library !== null && !isGone) {
        await takeBackPlan(library, staging, moving);
        await noteLibraryAnew(plan, clock.now());
      }
    } catch (thrown) {
      // It is as it was restored, and no wake-up tries it for ever.
      await stepPlan(staging, plan, ['undoing'], 'done').catch(() => undefined);
      throw thrown;
    } finally {
      library?.close();
    }
    if (!isGone) return;
    await hideLibrary(accountId);
    await eraseLibrary(accountId);
    await changeCopies((current) => withoutAccount(current, accountId));
  });
}

/** What was asked for meanwhile is left to whoever carries that out. */
async function finish(
  staging: StagingDatabase,
  plan: RestorePlan,
  isUndone: boolean,
): Promise<void> {
  if (!isUndone && plan.step === 'restored') {
    await giveUpEarlier(plan);
    await stepPlan(staging, plan, ['restored'], 'done');
  }
  if (!isUndone || plan.step !== 'undoing') return;
  staging.close();
  await eraseStaging(staging.name);
}

/** There is one way back, from the copy that was restored last, also where the one before was of another account. */
async function giveUpEarlier({ mark }: RestorePlan): Promise<void> {
  for (const here of await plansHere())
    if (here.plan.mark !== mark && isRestored(here)) await eraseStaging(here.name);
}

/** By which is seen whether one came since. Of no library it is none. */
function lastRun(
  database: LibraryDatabase | StagingDatabase | null,
): PromiseLike<unknown> | undefined {
  return database?.table('syncRuns').toCollection().lastKey();
}

/** The sync, and what pages show beside the library, go by what it is now. */
async function goOn({ sync, library }: Needs, { accountId }: RestorePlan): Promise<void> {
  const { connection, snapshot } = await parsedStatus();
  await library.showChanged().catch(() => undefined);
  if (isBegunAnew(snapshot.sync) && accountOf(connection) === accountId) await library.sync();
  void sync.wake();
}

/** Null where nothing is planned in this database. */
async function withPlan<Value>(
  name: string,
  work: (staging: StagingDatabase, plan: RestorePlan) => Promise<Value>,
): Promise<Value | null> {
  const staging = await openStaging(name);
  if (staging === null) return null;
  try {
    const plan = await planIn(staging);
    return plan === null ? null : await work(staging, plan);
  } finally {
    staging.close();
  }
}
