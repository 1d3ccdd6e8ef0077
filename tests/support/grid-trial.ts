import { isEnded } from '@/utils/domain/failure';
import { whatIsMissing } from '@/utils/words/what-is-missing';
import { differences, factsOf, lostRows, wronglyKnown, type Facts } from './grid-facts';
import { GridScene } from './grid-scene';
import { GRID_STATES, type GridState, type GridStateName } from './grid-states';
import type { OddKind } from './odd-answers';

const WINDOW = 15 * 60_000;
const WEEK = 8;

export interface Truth {
  before: Facts;
  after: Facts;
  requests: number;
}

/** What the same comes to where every answer is as it should be. */
export async function truthOf(name: GridStateName): Promise<Truth> {
  const state: GridState = GRID_STATES[name];
  const scene = new GridScene();
  await scene.connect(scene.accountId);
  await scene.syncByHand();
  const before = await factsOf(scene.database);
  await scene.passDays(8);
  const asked = scene.rich.asked.length;
  if (state.hasChanged) scene.change();
  await scene.syncByHand();
  const after = await factsOf(scene.database);
  const requests = state.isFirst === true ? asked : scene.rich.asked.length - asked;
  await scene.remove();
  return { before, after, requests };
}

/** What is wrong with what came of an odd answer in this state. */
export async function gridTrial(
  name: GridStateName,
  kind: OddKind,
  seed: number,
  truth: Truth,
): Promise<string[]> {
  const state: GridState = GRID_STATES[name];
  const scene = new GridScene();
  const wrong: string[] = [];
  const note = (what: string, all: readonly string[]): void => {
    wrong.push(...all.slice(0, 3).map((each) => `${what}: ${each}`));
  };
  try {
    await state.run(scene, kind, seed);
    note('then', faultsNow(scene));
    const database = state.isOfOther === true ? scene.other : scene.database;
    const facts = await factsOf(database);
    if (state.isFirst !== true && state.isOfOther !== true) {
      note('lost', lostRows(truth.before, facts));
    }
    if (!isSaidOtherwise(kind)) {
      const isNew = state.isFirst === true || state.isOfOther === true;
      const held = isNew ? null : truth.before;
      const known = wronglyKnown(facts, [truth.before, truth.after], held);
      const isAgreed = (each: string): boolean =>
        state.isReadTwice === true && each.endsWith('.isGone is true');
      note(
        'known',
        known.filter((each) => !isAgreed(each)),
      );
    }
    // Nobody is signed in here: what ended, or may have been replaced unread, only connecting brings back.
    if (isSpent(scene)) await scene.connect(scene.connected);
    note('healed', await healed(scene, state, truth));
    note('budget', tooMany(scene));
  } catch (thrown) {
    wrong.push(`it broke: ${String(thrown)}`);
  } finally {
    await scene.remove();
  }
  return wrong;
}

/** Values that Sony may well mean so. */
function isSaidOtherwise({ family, fault }: OddKind): boolean {
  return family === 'mutant' || fault === 'odd-values';
}

function isEndedNow({ record: { current } }: GridScene): boolean {
  return current.phase === 'connected' && current.failure !== null && isEnded(current.failure);
}

function isSpent(scene: GridScene): boolean {
  const { current } = scene.record;
  const token = current.phase === 'connected' ? current.recovery?.token : 'good';
  return isEndedNow(scene) || token === 'spent';
}

function faultsNow(scene: GridScene): string[] {
  const { status, record, rich } = scene;
  const { current } = record;
  const wrong: string[] = [];
  if ('failure' in status && status.failure.cause === 'unexpected') wrong.push('a fault of ours');
  if (scene.snapshot.gaps.some(({ failure }) => failure.cause === 'unexpected')) {
    wrong.push('a gap that is a fault of ours');
  }
  if (current.phase !== 'connected') wrong.push('not connected any more');
  if (isSpent(scene) && rich.odd?.endpoint !== 'refresh') wrong.push('the connection has ended');
  if (status.state === 'running') wrong.push('it runs for ever');
  if (status.state === 'paused' && scene.alarm === null) wrong.push('no alarm by a pause');
  if (scene.alarm !== null && scene.alarm - scene.now > 24 * 3_600_000) wrong.push('a far alarm');
  return wrong;
}

/** Good answers from now on: within a day all is right, or within a week what is read once a week. */
async function healed(scene: GridScene, state: GridState, truth: Truth): Promise<string[]> {
  await scene.meet(null);
  scene.rich.nextRefusal = null;
  const database = state.isOfOther === true ? scene.other : scene.database;
  const lacking = async (): Promise<string[]> => {
    const { sync, gaps, triesAgainAt } = scene.snapshot;
    const said = whatIsMissing(scene.snapshot, scene.now, 'en');
    const expected =
      state.isOfOther === true && !scene.rich.account.hasChanged ? truth.before : truth.after;
    return [
      ...(sync.state === 'idle' ? [] : [`it is ${sync.state}`]),
      ...gaps.map(({ phase }) => `a gap in ${phase}`),
      ...(triesAgainAt === null ? [] : ['another try is to come']),
      ...(said === null ? [] : [said]),
      ...differences(await factsOf(database), expected),
    ];
  };
  await scene.goOn(9);
  let left = await lacking();
  for (let day = 0; day < WEEK && left.length > 0; day++) {
    await scene.passDays(1);
    await scene.syncDaily();
    await scene.goOn(9);
    left = await lacking();
  }
  if (left.length > 0) {
    await scene.passDays(31);
    await scene.openGame();
    left = await lacking();
  }
  return left;
}

/** Sony's limit is 300 in 15 minutes; a library of four games is far from it, whatever it answers. */
function tooMany({ requestedAt }: GridScene): string[] {
  const inWindow = requestedAt.map(
    (from) => requestedAt.filter((at) => at >= from && at < from + WINDOW).length,
  );
  const most = Math.max(0, ...inWindow);
  return most > 60 ? [`${String(most)} requests in a window`] : [];
}
