import { rowsToCopy } from '../../../utils/copy-worker/library-rows';
import { CopyToRestore } from '../../../utils/copy-worker/restore-copy';
import { saveCopy } from '../../../utils/copy-worker/save-copy';
import { restSyncs } from '../../../utils/database/comparing-lock';
import { eraseLibrary } from '../../../utils/database/erase';
import { createLibrary, openLibrary } from '../../../utils/database/open-library';
import { OTHER_DATABASES } from '../../../utils/database/our-databases';
import { carryOutPlan } from '../../../utils/database/restored-library';
import { eraseStaging, openStaging } from '../../../utils/database/staging';
import { forgetPlainly, writePlainly } from './plain-writing';

/** What the worker does, one at a time; it answers with milliseconds, or with what was thrown. */
export type CopiesWork = keyof typeof WORK;

let accountId = '';
let copy: Blob | null = null;
/** Every row that goes into a copy, and the same as one text, packed. */
const rows: Record<string, unknown[]> = {};
let packed: Blob | null = null;
/** What a library has besides: it follows from the others, and is in no copy. */
let earnings: object[] = [];

const WORK = {
  /** The product's: from the library to a file. */
  save: async () => {
    const facts = { madeAt: 1, product: '1', accountId, onlineId: null, device: '' };
    copy = await saveCopy({ facts, settings: {} }, () => undefined);
  },
  /** The product's: from the file to a library that was not there, with what the background does of it. */
  restore: async () => {
    const read = await CopyToRestore.read(copy ?? new Blob(), () => undefined);
    await read.plan({ way: 'replace', now: Date.now(), mark: 'seen' });
    read.close();
    const staging = await openStaging(OTHER_DATABASES.restore);
    if (staging === null) throw new Error('Nothing is staged.');
    const library = await createLibrary(accountId);
    await carryOutPlan(library, staging, { mark: 'seen', now: Date.now(), said: null });
    library.close();
    staging.close();
  },
  /** What the next restoring has to find gone. */
  erase: async () => {
    await eraseStaging(OTHER_DATABASES.restore);
    await eraseLibrary(accountId);
  },
  /** Reads all of it, for the two that follow. */
  give: async () => {
    const library = await openLibrary(accountId);
    if (library === null) throw new Error('There is no library.');
    for await (const some of rowsToCopy(library, {})) {
      (rows[some.table] ??= []).push(...some.rows);
    }
    earnings = await library.earnings.toArray();
    library.close();
  },
  /** What IndexedDB takes by itself for what a restoring has to leave there. */
  write: () => writePlainly({ ...rows, earnings }),
  forget: forgetPlainly,
  pack: async () => {
    const text = new Blob([JSON.stringify(rows)]).stream();
    packed = await new Response(text.pipeThrough(new CompressionStream('gzip'))).blob();
  },
  unpack: async () => {
    const text = (packed ?? new Blob()).stream().pipeThrough(new DecompressionStream('gzip'));
    await new Response(text).json();
  },
};

let letSync = (): void => undefined;
/** How many sets the library had first. */
let sets: number | null = null;

/** The account is a connected one, and its library begins anew each time: nobody syncs into it from the first work on. */
async function keepSyncsAway(): Promise<void> {
  const before = letSync;
  letSync = await restSyncs(accountId);
  before();
}

/** What is measured is all of it, each time. */
async function expectWhole(): Promise<void> {
  const library = await openLibrary(accountId);
  const count = (await library?.trophySets.count()) ?? 0;
  library?.close();
  sets ??= count;
  if (count !== sets || count === 0) throw new Error(`${String(count)} sets of ${String(sets)}`);
}

async function timed(work: CopiesWork): Promise<number> {
  await keepSyncsAway();
  const began = performance.now();
  await WORK[work]();
  const took = performance.now() - began;
  if (work !== 'erase' && work !== 'forget') await expectWhole();
  return took;
}

addEventListener('message', ({ data }: MessageEvent<{ work: CopiesWork; accountId: string }>) => {
  ({ accountId } = data);
  timed(data.work).then(postMessage, (thrown: unknown) => postMessage(String(thrown)));
});
