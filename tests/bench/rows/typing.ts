import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { readSnapshot } from '../connected-browser.ts';
import { controlledBy, type Control, untilSharp } from '../controlled.ts';
import { type KeyAction, keyPainted } from '../key-painted.ts';
import { answerLate } from '../late-answers.ts';
import type { Libraries, LibraryInChromium } from '../libraries.ts';
import { medianOf } from '../paired-ratio.ts';
import { inRounds, type Times, type Variant } from '../rounds.ts';
import type { Measured } from '../row.ts';
import { slopeRow } from '../slope.ts';
import { amountRow, inGames, nineOfTen, timedRow } from '../timed-row.ts';
import { isRunning } from '../trimmed-account.ts';

const SIZES = [50, 5_000, 18_516];
const SIZES_OF_SYNC = [5_000, 18_516];
/** The first warm up. */
const [KEYS_DROPPED, KEYS_OF_SYNC] = [2, 20];
const REST = 100;

const ACTIONS = {
  search: { place: 'input[type="search"]', key: 'k', back: 'Escape' },
  // From progress to name, which is the dearest order.
  sort: { place: 'select', key: 'ArrowDown', back: 'ArrowUp' },
  filter: { place: 'input[type="checkbox"][value="open"]', key: 'Space', back: 'Space' },
} satisfies Record<string, KeyAction>;
type Action = keyof typeof ACTIONS;
const ALL = Object.keys(ACTIONS) as Action[];

/** From a key to what it changes of the list, with each library, the smallest first: while nothing else happens. */
export async function typing(shared: Libraries): Promise<Measured[]> {
  const libraries = await shared.in('chromium', SIZES);
  for (const library of libraries) await openToType(library);
  const variants: Record<string, Variant> = {};
  for (const { games, page } of libraries) {
    for (const action of ALL) {
      variants[nameOf(action, games)] = () => keyPaintedAndRest(page, action);
      if (games === SIZES[0]) variants[againOf(action)] = () => keyPaintedAndRest(page, action);
    }
  }
  const times = await inRounds(variants, {
    ...{ rounds: 10, limit: { seconds: 90, rounds: 30 } },
    isEnough: untilSharp(controlOf),
  });
  return controlledBy(
    controlOf(times),
    ALL.flatMap((action) => rowsOf(action, times)),
  );
}

function rowsOf(action: Action, times: Times): Measured[] {
  const [smallest = 0, ...larger] = SIZES;
  const of = (games: number): number[] => times[nameOf(action, games)] ?? [];
  const [small, large] = larger.map((games) => ({ size: games, cost: medianOf(of(games)) }));
  return [
    ...SIZES.map((games) =>
      amountRow(nameOf(action, games), { ours: medianOf(of(games)), unit: 'ms' }, 50),
    ),
    ...larger.map((games) =>
      timedRow(
        { what: `${nameOf(action, games)} and fewer`, floor: inGames(smallest) },
        { ours: of(games), theirs: of(smallest) },
        1.3,
      ),
    ),
    ...(small && large ? [slopeRow(`${action}, key to painted`, small, large)] : []),
  ];
}

/** Every key with the fewest games. */
function controlOf(times: Times): Control {
  const all = (nameFor: (action: Action) => string): number[] =>
    ALL.flatMap((action) => times[nameFor(action)] ?? []);
  return { once: all((action) => nameOf(action, SIZES[0] ?? 0)), again: all(againOf) };
}

function againOf(action: Action): string {
  return `${action}, again`;
}

function nameOf(action: Action, games: number): string {
  return `${action}, key to painted, ${inGames(games)}`;
}

/** The same while a sync writes trophies as they come, nine keys of ten. */
export async function typingWhileSyncing(shared: Libraries): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const library of await shared.in('chromium', SIZES_OF_SYNC)) {
    library.simulator.control.setRateLimit(null);
    answerLate(library.simulator.control);
    await openToType(library);
    const times: Record<Action, number[]> = { search: [], sort: [], filter: [] };
    for (let round = -KEYS_DROPPED; round < KEYS_OF_SYNC; round++) {
      for (const action of ALL) {
        const time = await keyWhileSyncing(library, action);
        if (round >= 0) times[action].push(time);
      }
    }
    await library.page.getByRole('button', { name: 'Stop the sync' }).click();
    for (const action of ALL) {
      const what = `${nameOf(action, library.games)}, while a sync writes, nine of ten`;
      rows.push(amountRow(what, { ours: nineOfTen(times[action]), unit: 'ms' }, 100));
    }
  }
  return rows;
}

/** Again where the sync was not under way both before and after. */
async function keyWhileSyncing(library: LibraryInChromium, action: Action): Promise<number> {
  for (;;) {
    await goOnSyncing(library);
    const time = await keyPaintedAndRest(library.page, action);
    if (await readSnapshot(library.page, isRunning)) return time;
  }
}

async function goOnSyncing({ page, chromium }: LibraryInChromium): Promise<void> {
  if (await readSnapshot(page, isRunning)) return;
  // The requests of the last quarter of an hour are forgotten: our own limit is not what is measured.
  await page.evaluate(() => chrome.storage.local.remove('dataRequests'));
  await chromium.worker.kill();
  await page.getByRole('button', { name: 'Sync now' }).click();
  while (!(await readSnapshot(page, isRunning))) await sleep(50);
  await sleep(1_000);
}

async function openToType({ page, addressOf }: LibraryInChromium): Promise<void> {
  await page.goto('about:blank');
  await page.goto(addressOf('options.html#/library?sort=progress'));
  await page.getByTestId('library-count').waitFor();
  await page.locator(ACTIONS.filter.place).waitFor();
}

async function keyPaintedAndRest(page: Page, action: Action): Promise<number> {
  const time = await keyPainted(page, ACTIONS[action]);
  await sleep(REST);
  return time;
}
