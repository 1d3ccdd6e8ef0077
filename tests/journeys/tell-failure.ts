import type { Page } from 'playwright';
import type { Chromium } from '../browser/chromium.ts';
import type { Simulator } from '../psn/simulator.ts';
import { readConnection, readSnapshot } from './stores.ts';

interface Told {
  simulator: Pick<Simulator, 'control'>;
  chromium: Chromium;
}

/** How much of a page, and how many of the last requests, are told. */
const CHARACTERS = 600;
const REQUESTS = 25;

/**
 * What a journey that failed had come to: what is stored, shown and asked for by then. A machine that nobody can look
 * at fails it once of a hundred times. Never rejects, and has no secret: no query, no head of a request.
 */
export async function tellFailure({ simulator, chromium }: Told): Promise<void> {
  const { control } = simulator;
  const requests = control.log.slice(-REQUESTS).map(({ time, method, host, path, status }) => {
    const before = String(Math.round((time - control.now()) / 1000));
    return `${before} s ${method} ${host}${path} ${String(status)}`;
  });
  const pages = chromium.context.pages().map((page) => told(shownOn(page)));
  const parts = [
    ['connection', told(readConnection(chromium))],
    ['sync', told(readSnapshot(chromium).then((snapshot) => snapshot?.sync))],
    ...pages.map((page) => ['page', page] as const),
    ['requests', Promise.resolve(requests.join('\n  '))],
    ['errors', Promise.resolve(chromium.observed.errors.join('\n  '))],
  ] as const;
  for (const [name, text] of parts) console.error(`${name}: ${await text}`);
}

async function shownOn(page: Page): Promise<string> {
  const address = page.url().split(/[?&]/)[0];
  const text = await page.locator('body').innerText({ timeout: 2_000 });
  return `${address ?? ''} ${text.replaceAll(/\s+/g, ' ').slice(0, CHARACTERS)}`;
}

/** In words, also where it cannot be had, or not in time. */
function told(read: Promise<unknown>): Promise<string> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, 5_000, 'no answer'));
  const words = read.then(
    (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
    (thrown: unknown) => String(thrown),
  );
  return Promise.race([words, late]);
}
