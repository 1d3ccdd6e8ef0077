import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConnectedBrowser } from '../connected-browser.ts';
import { controlledBy } from '../controlled.ts';
import { memoryTaken } from '../memory-taken.ts';
import { bundleForPage } from '../product-modules.ts';
import type { CopiesWork } from '../product/copies-worker.ts';
import { inRounds, type Variant } from '../rounds.ts';
import type { Measured } from '../row.ts';
import { amountRow, timedRow, withLeast } from '../timed-row.ts';
import { withTrophies } from '../with-trophies.ts';

const TROPHIES = '250,000 trophies';
const SCRIPT = 'bench-copies.js';
/** Times what JSON and gzip take in memory, and megabytes. */
const BUDGET = { times: 1.5, memory: 100 };

/** What the product does runs in one worker; what it is compared with in another, which has everything in memory. */
type Who = 'ours' | 'theirs';
type Run = (who: Who, work: CopiesWork) => Variant;

/** A copy that is made, and restored where nothing is: in a worker of a page, as the product does it. */
export async function copies(games?: number): Promise<Measured[]> {
  const browser = await withTrophies(games);
  try {
    const { page, folder } = browser;
    writeFileSync(join(folder, SCRIPT), await bundleForPage('product/copies-worker.ts'));
    await page.evaluate(startWorkers, SCRIPT);
    const run: Run = (who, work) => () => page.evaluate(workInWorker, { who, work });
    // Before anything has all of it in memory.
    const memory = await memoryRows(browser, run);
    await run('theirs', 'give')();
    return [...(await savingRow(run)), ...(await restoringRow(run)), ...memory];
  } finally {
    await browser.close();
  }
}

async function memoryRows({ chromium, page }: ConnectedBrowser, run: Run): Promise<Measured[]> {
  const saved = await memoryTaken(chromium, page, run('ours', 'save'));
  await run('ours', 'erase')();
  const restored = await memoryTaken(chromium, page, run('ours', 'restore'));
  const row = (what: string, ours: number): Measured =>
    amountRow(
      `memory of the page and its worker while a copy is ${what}, ${TROPHIES}`,
      { ours, unit: 'MB' },
      BUDGET.memory,
    );
  return [row('made', saved), row('restored', restored)];
}

async function savingRow(run: Run): Promise<Measured[]> {
  const pack = run('theirs', 'pack');
  const { theirs, theirsAgain, ours } = await inRounds(
    { ours: run('ours', 'save'), theirs: pack, theirsAgain: pack },
    { rounds: 6, dropped: 1 },
  );
  const names = { what: `a copy made, ${TROPHIES}`, floor: 'JSON and gzip of the same in memory' };
  const row = timedRow(names, { ours, theirs }, BUDGET.times);
  return controlledBy({ once: theirs, again: theirsAgain }, [row]);
}

async function restoringRow(run: Run): Promise<Measured[]> {
  const unpack = run('theirs', 'unpack');
  const restore: Variant = async () => {
    await run('ours', 'erase')();
    return run('ours', 'restore')();
  };
  const write: Variant = async () => {
    await run('theirs', 'forget')();
    return run('theirs', 'write')();
  };
  const times = await inRounds(
    { ours: restore, theirs: unpack, theirsAgain: unpack, least: write },
    { rounds: 6, dropped: 0 },
  );
  const names = {
    what: `a copy restored, ${TROPHIES}`,
    floor: 'gzip and JSON of the same in memory',
  };
  const row = timedRow(names, times, BUDGET.times);
  return controlledBy({ once: times.theirs, again: times.theirsAgain }, [
    withLeast(row, 'the same rows written to IndexedDB once', times),
  ]);
}

declare const copyWorkers: Record<Who, Worker>;

/** Runs in the page, as the next does. */
function startWorkers(script: string): void {
  const started = (): Worker => new Worker(script, { type: 'module' });
  Object.assign(globalThis, { copyWorkers: { theirs: started(), ours: started() } });
}

async function workInWorker({ who, work }: { who: Who; work: CopiesWork }): Promise<number> {
  const worker = copyWorkers[who];
  const { player } = (await chrome.storage.local.get<{ snapshot: { player: unknown } }>('snapshot'))
    .snapshot;
  const { accountId } = player as { accountId: string };
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'number') resolve(data);
      else reject(new Error(String(data)));
    };
    worker.postMessage({ work, accountId });
  });
}
