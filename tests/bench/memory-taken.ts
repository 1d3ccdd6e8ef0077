import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { Chromium } from '../browser/chromium.ts';
import { heapOfPage } from './heap-used.ts';

const MEGABYTE = 1_000_000;
/** Milliseconds. */
const WATCHED_EVERY = 20;

/**
 * Megabytes that pages and their workers have at their highest while this works, above what they had before: by what
 * the system has given to their processes, so with what lies outside of scripts and what nobody has collected yet.
 */
export async function memoryTaken(
  chromium: Chromium,
  page: Page,
  work: () => Promise<unknown>,
): Promise<number> {
  await heapOfPage(page);
  const processes = await scriptProcesses(chromium);
  const before = memoryOf(processes);
  let highest = before;
  let isOver = false;
  const watch = async (): Promise<void> => {
    while (!isOver) {
      highest = Math.max(highest, memoryOf(processes));
      await sleep(WATCHED_EVERY);
    }
  };
  await Promise.all([work().finally(() => (isOver = true)), watch()]);
  return (highest - before) / MEGABYTE;
}

async function scriptProcesses({ context }: Chromium): Promise<number[]> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('Playwright gives no access to the browser itself.');
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  await browser.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Bytes that are no file’s: those can be read again. As Linux tells it. */
function memoryOf(processes: readonly number[]): number {
  return processes.reduce((all, id) => all + ownMemory(id), 0);
}

function ownMemory(id: number): number {
  const status = readFileSync(`/proc/${String(id)}/status`, 'utf8');
  const kilobytes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)];
  return kilobytes.reduce((all, [, each]) => all + 1_024 * Number(each), 0);
}
