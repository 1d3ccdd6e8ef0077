import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { ConnectedBrowser } from '../connected-browser.ts';
import { controlledBy, untilSharp } from '../controlled.ts';
import { EMPTY_PAGE } from '../extension-copy.ts';
import { type KeyAction, keyPainted, pressed } from '../key-painted.ts';
import { openPainted, WITH_DATA } from '../painted.ts';
import { medianOf } from '../paired-ratio.ts';
import { bundleForPage } from '../product-modules.ts';
import type { TrophiesPage } from '../product/trophies-page.ts';
import { inRounds, type Variant } from '../rounds.ts';
import type { Measured } from '../row.ts';
import { amountRow, timedRow } from '../timed-row.ts';
import { scanSets, withTrophies } from '../with-trophies.ts';

const TROPHIES = '250,000 trophies';
const SCAN = 'every packed set read';
/** Two frames and 25 milliseconds. */
const TWO_FRAMES = 58;
/** Milliseconds between two keys. */
const REST = 250;

const PAGES = {
  log: 'trophy log painted with its first trophies',
  statistics: 'statistics painted with their first figures',
  next: 'what next painted with its first trophies',
  year: 'the year painted with its figures',
} as const;
type PageName = keyof typeof PAGES;
const NAMES = Object.keys(PAGES) as PageName[];

const LOG_KEYS: Record<string, KeyAction> = {
  'a grade': { place: 'input[type="checkbox"][value="gold"]', key: 'Space', back: 'Space' },
  // To the first of all, and to the latest again.
  'a jump to a year': { place: 'select', key: 'End', back: 'ArrowDown' },
  words: { place: 'input[type="search"]', key: 'k', back: 'Escape' },
};

/** What pages cost that are made of everything that was ever earned. */
export async function manyTrophies(): Promise<Measured[]> {
  const browser = await withTrophies();
  try {
    const { rows, scan } = await readings(browser.page);
    return [
      ...(await openings(browser)),
      ...rows,
      ...(await arrivals(browser, scan)),
      ...(await logKeys(browser, scan)),
    ];
  } finally {
    await browser.close();
  }
}

async function openings({ tab, addressOf }: ConnectedBrowser): Promise<Measured[]> {
  const empty = (): Promise<number> => openPainted(tab, addressOf(EMPTY_PAGE));
  const page = (name: PageName) => () => openPainted(tab, addressOf(`options.html#/${name}`));
  const times = await inRounds(
    {
      ...{ empty, emptyAgain: empty, log: page('log'), statistics: page('statistics') },
      ...{ next: page('next'), year: page('year') },
    },
    {
      ...{ rounds: 8, limit: { seconds: 90, rounds: 30 } },
      isEnough: untilSharp(({ empty: once, emptyAgain: again }) => ({ once, again })),
    },
  );
  return controlledBy(
    { once: times.empty, again: times.emptyAgain },
    NAMES.map((name) =>
      timedRow(
        { what: `${PAGES[name]}, ${TROPHIES}`, floor: 'an empty page' },
        { ours: times[name], theirs: times.empty },
        2,
      ),
    ),
  );
}

/** From one page to another: what both need is here, and the games are read. */
async function arrivals({ page, addressOf }: ConnectedBrowser, scan: number): Promise<Measured[]> {
  await openLog(page, addressOf('options.html#/log'));
  const variants: Record<string, Variant> = {};
  for (const name of NAMES) {
    const wanted = WITH_DATA[`/options.html#/${name}`];
    variants[name] = async () => {
      await page.evaluate(arrive, { to: '#/guide', wanted: 'article, h2' });
      await sleep(2 * REST);
      return page.evaluate(arrive, { to: `#/${name}`, wanted });
    };
  }
  const times = await inRounds(variants, { rounds: 8 });
  return NAMES.map((name) =>
    besideScan(`${PAGES[name]}, from another page`, medianOf(times[name] ?? []), scan),
  );
}

/** Milliseconds from a new address to the frame that shows what is looked for. Runs in the page, by itself. */
function arrive({ to, wanted }: { to: string; wanted: string }): Promise<number> {
  const began = performance.now();
  location.hash = to;
  return new Promise((resolve) => {
    const seek = (): void => {
      if (document.querySelector(wanted) === null) return void requestAnimationFrame(seek);
      const after = new MessageChannel();
      after.port1.onmessage = () => resolve(performance.now() - began);
      after.port2.postMessage(null);
    };
    requestAnimationFrame(seek);
  });
}

declare const trophiesPage: TrophiesPage;

/** The product's own reading, in turn with a full scan. */
async function readings(page: Page): Promise<{ rows: Measured[]; scan: number }> {
  await page.evaluate(await bundleForPage('product/trophies-page.ts'));
  const scan = (): Promise<number> => page.evaluate(scanSets);
  const times = await inRounds(
    {
      ...{ scan, scanAgain: scan },
      newest: () => page.evaluate(() => trophiesPage.newest()),
      earnings: () => page.evaluate(() => trophiesPage.earnings()),
    },
    { rounds: 8, dropped: 1 },
  );
  const row = (what: string, ours: number[], atMost: number): Measured =>
    timedRow({ what: `${what}, ${TROPHIES}`, floor: SCAN }, { ours, theirs: times.scan }, atMost);
  const rows = controlledBy({ once: times.scan, again: times.scanAgain }, [
    row('the first screen of the log read', times.newest, 1 / 50),
    row('all that was earned read', times.earnings, 1 / 3),
  ]);
  return { rows, scan: medianOf(times.scan) };
}

/** From a key to the frame that shows what it asks for. */
async function logKeys({ page, addressOf }: ConnectedBrowser, scan: number): Promise<Measured[]> {
  const firstWord: number[] = [];
  const longestFrame: number[] = [];
  for (let round = 0; round < 4; round++) {
    await openLog(page, addressOf('options.html#/log'));
    await page.focus('input[type="search"]');
    await page.evaluate(watchFrames);
    firstWord.push(await pressed(page, 'k'));
    await page.waitForFunction(() => document.querySelector('.looking') === null);
    longestFrame.push(await page.evaluate(() => (window as unknown as Watched).longestFrame));
    await pressed(page, 'Escape');
  }
  const variants: Record<string, Variant> = {};
  for (const [name, action] of Object.entries(LOG_KEYS)) {
    variants[name] = async () => {
      const time = await keyPainted(page, action);
      await sleep(REST);
      return time;
    };
  }
  const times = await inRounds(variants, { rounds: 12 });
  return [
    ...Object.keys(LOG_KEYS).map((name) =>
      besideScan(keyIn(name), medianOf(times[name] ?? []), scan),
    ),
    besideScan(keyIn('the first words'), medianOf(firstWord), scan),
    amountRow(
      `trophy log, the longest frame while names are looked through, ${TROPHIES}`,
      { ours: medianOf(longestFrame), unit: 'ms' },
      TWO_FRAMES,
    ),
  ];
}

function keyIn(name: string): string {
  return `trophy log, ${name}, key to painted`;
}

/** What is asked for may take two frames and a little; how it stands beside a full scan is said with it. */
function besideScan(what: string, ours: number, scan: number): Measured {
  const ratio = { median: ours / scan, low: ours / scan, high: ours / scan };
  return {
    ...amountRow(`${what}, ${TROPHIES}`, { ours, unit: 'ms' }, TWO_FRAMES),
    ...{ floor: SCAN, theirs: scan, ratio },
  };
}

async function openLog(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  // How many there are is known once all of it is read.
  await page.locator('[data-testid="log-count"][data-count]').waitFor();
  await sleep(1_000);
}

interface Watched {
  longestFrame: number;
}

function watchFrames(): void {
  const watched = window as unknown as Watched;
  watched.longestFrame = 0;
  let last = performance.now();
  const next = (): void => {
    const now = performance.now();
    watched.longestFrame = Math.max(watched.longestFrame, now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
