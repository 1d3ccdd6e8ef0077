import type { CopyFacts } from '@/utils/copy/write-copy';
import { CopyToRestore } from '@/utils/copy-worker/restore-copy';
import type { RestoreWay } from '@/utils/copy-worker/planned';
import type { Preview } from '@/utils/copy-worker/preview';
import { saveCopy } from '@/utils/copy-worker/save-copy';
import type { LibraryDatabase } from '@/utils/database/database';
import { createLibrary, openLibrary } from '@/utils/database/open-library';
import { carryOutPlan } from '@/utils/database/restored-library';
import { takeBackPlan } from '@/utils/database/taken-back';
import { plansHere } from '@/utils/database/restore-plans';
import { openStaging, type StagingDatabase } from '@/utils/database/staging';
import type { Settings } from '@/utils/domain/settings';
import { COPY_FACTS } from './copies';
import type { SyncScene } from './sync-scene';

/** A library with everything in it that a copy has: synced, picked, annotated, marked. */
export async function fillLibrary(scene: SyncScene, games = 3): Promise<void> {
  for (let n = games; n > 0; n--) scene.addTitle({ n, daysAgo: n, groupCount: n % 3 });
  await scene.syncByHand();
  const { requests } = scene.worker();
  await requests.chooseGames(new Map([[scene.id(1), 'picked']]));
  const of = { npCommunicationId: scene.id(1), trophyId: 0 };
  await requests.annotateTrophy({ ...of, note: 'After the lighthouse', pinned: true });
  await requests.markGame(scene.id(2), { status: 'backlog', tags: ['short'] });
  await scene.syncByHand();
}

export function saved(
  { accountId }: Pick<SyncScene, 'accountId'>,
  { facts = {}, settings = {} }: { facts?: Partial<CopyFacts>; settings?: Partial<Settings> } = {},
): Promise<Blob> {
  return saveCopy({ facts: { ...COPY_FACTS, accountId, ...facts }, settings }, () => undefined);
}

/** Of the plan that was carried out last. */
let lastMark = '';

/** Reads the file as a page does, plans, and has the background do it. */
export async function restored(
  file: Blob,
  { way = 'replace', now = Date.now() }: { way?: RestoreWay; now?: number } = {},
): Promise<Preview> {
  const copy = await CopyToRestore.read(file, () => undefined);
  const mark = (lastMark = crypto.randomUUID());
  const preview = await copy.plan({ way, now, mark });
  const { accountId } = await copy.about();
  copy.close();
  const staging = await stagingWith(mark);
  const library = (await openLibrary(accountId)) ?? (await createLibrary(accountId));
  await carryOutPlan(library, staging, { mark, now, said: null }).finally(() => {
    staging.close();
    library.close();
  });
  return preview;
}

/** Where this plan lies, open. */
async function stagingWith(mark: string): Promise<StagingDatabase> {
  const here = (await plansHere()).find(({ plan }) => plan.mark === mark);
  const staging = here === undefined ? null : await openStaging(here.name);
  if (staging === null) throw new Error('nothing is staged');
  return staging;
}

/** And takes it back. */
export async function takenBack(library: LibraryDatabase): Promise<void> {
  const staging = await stagingWith(lastMark);
  await takeBackPlan(library, staging, { mark: lastMark, now: Date.now(), said: null }).finally(
    () => staging.close(),
  );
}

/** What a restoring brings back of a library. What is found out anew by the next sync is left out. */
export async function contentOf(library: LibraryDatabase): Promise<Record<string, unknown[]>> {
  const left = ['syncCursor', 'metRows', 'syncRequests', 'openedGames', 'unreadRows'];
  const tables = library.tables.filter(({ name }) => !left.includes(name));
  const rows = await Promise.all(
    tables.map(async (table) => [table.name, await table.toArray()] as [string, unknown[]]),
  );
  const content = Object.fromEntries(rows);
  content['overview'] = (content['overview'] ?? []).map((row) => {
    return { ...(row as object), nothingMissing: null };
  });
  return content;
}
