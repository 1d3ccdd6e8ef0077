import type { restoreCopy } from '@/entrypoints/background/restore-copy';
import type { RestoreWay } from '@/utils/copy-worker/planned';
import { CopyToRestore } from '@/utils/copy-worker/restore-copy';
import { eraseLibrary } from '@/utils/database/erase';
import { plansHere } from '@/utils/database/restore-plans';
import { openStaging, type RestoreStep } from '@/utils/database/staging';
import { parsedStatus } from '@/utils/status/parse';
import type { SettingsChange } from '@/utils/status/write';
import { publish } from './publish-status';
import { contentOf, fillLibrary, saved } from './restoring';
import { aProgress, aSnapshot, connected } from './statuses';
import { SyncScene } from './sync-scene';

/** The plan that the player has looked at. */
export const SEEN = 'seen';
/** Other tests' locks are those of this process too. */
let accounts = 1000 * Math.floor(1e9 * Math.random());

type Content = Awaited<ReturnType<typeof contentOf>>;
type Needs = Parameters<typeof restoreCopy>[0];

export interface Staged {
  scene: SyncScene;
  /** Of the library as it is in the copy, and as it was when that was read. */
  copied: Content;
  before: Content;
}

/** An account that no test has had. */
export function aNewScene(): SyncScene {
  return new SyncScene(String(++accounts));
}

/** A copy that a page has read and planned, of a library that was changed since. */
export async function staged(scene = aNewScene()): Promise<Staged> {
  await fillLibrary(scene);
  const copied = await contentIn(scene);
  const file = await saved(scene);
  await scene.database.titles.delete(scene.id(1));
  const of = { npCommunicationId: scene.id(2), trophyId: 0 };
  await scene.worker().requests.annotateTrophy({ ...of, note: 'Later' });
  const before = await contentIn(scene);
  await planned(file, scene);
  return { scene, copied, before };
}

/** The same of an account that has no library any more. */
export async function stagedOfNone(): Promise<Pick<Staged, 'scene' | 'copied'>> {
  const scene = aNewScene();
  await fillLibrary(scene);
  const copied = await contentIn(scene);
  const file = await saved(scene);
  scene.database.close();
  await eraseLibrary(scene.accountId);
  await planned(file, scene);
  return { scene, copied };
}

export async function planned(
  file: Blob,
  { now }: Pick<SyncScene, 'now'>,
  mark = SEEN,
  way: RestoreWay = 'replace',
): Promise<void> {
  const copy = await CopyToRestore.read(file, () => undefined);
  await copy.plan({ way, now, mark });
  copy.close();
}

/** This account is connected, and its sync is under way. */
export function publishRunning({ accountId }: Pick<SyncScene, 'accountId'>): Promise<void> {
  const snapshot = aSnapshot({ sync: { state: 'running', ...aProgress() } });
  return publish({ connection: connected({ accountId }), snapshot });
}

export function contentIn(scene: Pick<SyncScene, 'database'>): Promise<Content> {
  return contentOf(scene.database);
}

/** A background of which is noted what a restoring asks of it. */
export function aBackground(interrupt: () => void = () => undefined): {
  asked: string[];
  background: Needs;
} {
  const asked: string[] = [];
  const note = (name: string) => () => Promise.resolve(void asked.push(name));
  const background = {
    sync: {
      interrupt: () => {
        asked.push('interrupt');
        interrupt();
      },
      wake: note('wake'),
    },
    library: { sync: note('sync'), showChanged: note('show') },
    settings: {
      async make(change: SettingsChange) {
        const { settings } = await parsedStatus();
        const said = typeof change === 'function' ? change(settings) : change;
        await note(`set ${JSON.stringify(said)}`)();
      },
    },
    clock: { now: () => Date.now() },
  };
  return { asked, background: background as unknown as Needs };
}

/** Of the plan that came to its step last. */
export async function stepOfPlan(): Promise<RestoreStep | null> {
  return (await plansHere())[0]?.plan.step ?? null;
}

/** As a worker leaves it that died with the wish stored. */
export async function wish(next: RestoreStep, since = Date.now()): Promise<void> {
  const [here] = await plansHere();
  const staging = here === undefined ? null : await openStaging(here.name);
  if (here === undefined || staging === null) throw new Error('nothing is staged');
  await staging.plan.put({ ...here.plan, step: next, since });
  staging.close();
}
