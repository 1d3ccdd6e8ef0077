import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Endpoint } from '../psn/endpoints.ts';
import type { Fault } from '../psn/simulator.ts';
import { notDrawn } from '../../utils/words/en/app.json';
import { comesToRest, connectTo, enter, HOME, type State, sync } from './account-states.ts';
import { asked, connectedScene, passBudgetWindow, passTime, type Scene } from './scene.ts';
import { incompleteTitles, readTitles } from './stored-library.ts';
import { readConnection, readSnapshot, ringAllAlarms } from './stores.ts';

const HOUR = 3_600_000;

/** What brings back, once Sony is well again, what it kept back. */
export const HEALERS = ['the next day’s sync', 'one click'] as const;
export type Healer = (typeof HEALERS)[number];

type FaultsOfAList = readonly [Endpoint, readonly Fault[]];

const LISTS = [
  ...(['empty-list', 'short-list', 'stops-early', 'drifting', 'repeated-rows'] as const),
  ...(['low-total', 'high-total', 'shifted', 'bad-row', 'odd-values'] as const),
] as const;

/** What fails, in which ways, while there is an add-on to fetch: each list in a browser of its own. */
export const FAULTS = [
  ['trophyTitles', ['401', '403-private', '404', '500', 'truncated', '403-html', ...LISTS]],
  ['gamelist', ['401', '404', '503', 'html-200', ...LISTS]],
  ['trophies', ['401', '403-private', '404', '400', 'truncated', 'short-answer', 'bad-row']],
  ['groups', ['401', '404', '500']],
  ['earned', ['401', '403-private', '404', '500', 'truncated', '403-html', 'odd-values']],
] as const satisfies readonly FaultsOfAList[];

/** Odd answers that differ in kind from those and from each other: what is said of a row, or left out of it. */
export const ODD_ANSWERS = [
  [
    'trophyTitles',
    [
      { rows: { without: ['trophyTitleName', 'trophyTitlePlatform', 'npServiceName'] } },
      { rows: { with: { definedTrophies: null, earnedTrophies: {}, progress: 'soon' } } },
      { fields: { with: { totalItemCount: -1, nextOffset: 'soon' } } },
      { list: { repeats: 3, total: -3 } },
    ],
  ],
  [
    'earned',
    [
      { rows: { with: { earned: null, earnedDateTime: 7, trophyEarnedRate: -1 } } },
      { list: { first: 0 } },
      'broken-gzip',
      { age: 400 },
    ],
  ],
  [
    'trophies',
    [
      { rows: { without: ['trophyType', 'trophyName', 'trophyHidden', 'trophyGroupId'] } },
      { fields: { without: ['trophies'] } },
    ],
  ],
  [
    'gamelist',
    [{ rows: { with: { playDuration: null, lastPlayedDateTime: '', concept: 7 } } }, 'empty-200'],
  ],
] as const satisfies readonly FaultsOfAList[];

/** The played list is long: for one row of it that could not be read it is read whole no sooner. */
const WEEKLY = ['gamelist bad-row'];

/**
 * One browser in which the account comes into this state again and again, each time with another fault of this list,
 * which this alone heals.
 */
export async function bearsEveryFault(
  state: State,
  healer: Healer,
  [endpoint, faults]: FaultsOfAList,
): Promise<void> {
  const scene = await connectedScene({ account: HOME });
  const library = await scene.chromium.openOptions('#/library');
  const games = await shownGames(library);
  const sets = (await readTitles(scene.chromium, 'picked')).map((each) => each.npCommunicationId);
  let addOns = 0;
  for (const fault of faults) {
    const cell = `${endpoint} ${typeof fault === 'string' ? fault : JSON.stringify(fault)}`;
    await passBudgetWindow(scene);
    await enter(scene, library, state);
    scene.simulator.control.addDlc(HOME, sets[addOns++ % sets.length] ?? '');
    scene.simulator.control.inject({ endpoint, fault, call: 'every' });
    await (state === 'never synced' ? connectTo(scene, library, HOME) : sync(library));
    await expect
      .poll(() => failed(scene, endpoint), { timeout: 60_000, message: cell })
      .toBeGreaterThan(0);
    if (state === 'asked for by a worker that is killed meanwhile') await die(scene);
    await comesToRest(scene, cell);
    await costsItself(scene, library, state === 'never synced' ? null : games, cell);
    scene.simulator.control.clearFaults();
    const before = (await readSnapshot(scene.chromium))?.lastSyncedAt ?? 0;
    if (healer === 'one click') await sync(library);
    else await passTime(scene, WEEKLY.includes(cell) ? 8 * 24 * HOUR : 25 * HOUR);
    await isHealed(scene, library, { games, before }, cell);
  }
}

function failed(scene: Scene, endpoint: Endpoint): number {
  return asked(scene, endpoint).filter(({ fault }) => fault !== null).length;
}

/** The worker dies, and its alarms wake the next one. */
async function die(scene: Scene): Promise<void> {
  await scene.chromium.worker.kill();
  await ringAllAlarms(scene.chromium);
}

/** The connection stands, and the library draws every game, where it had them before. */
async function costsItself(
  scene: Scene,
  library: Page,
  games: string | null,
  cell: string,
): Promise<void> {
  expect(await readConnection(scene.chromium), cell).toMatchObject({
    phase: 'connected',
    failure: null,
  });
  if (games !== null) {
    await expect.poll(() => shownGames(library), { message: cell }).toBe(games);
  }
  const text = await library.locator('body').innerText();
  expect(text, cell).not.toMatch(/undefined|NaN|\[object/);
  expect(text, cell).not.toContain(notDrawn);
}

async function shownGames(library: Page): Promise<string> {
  return (await library.getByTestId('library-count').textContent()) ?? '';
}

/** Nothing is missing any more: no list, no game, no trophy of those that are picked. */
async function isHealed(
  scene: Scene,
  library: Page,
  { games, before }: { games: string; before: number },
  message: string,
): Promise<void> {
  const { chromium } = scene;
  const syncedAt = async () => (await readSnapshot(chromium))?.lastSyncedAt ?? 0;
  await expect.poll(syncedAt, { timeout: 90_000, interval: 200, message }).toBeGreaterThan(before);
  await expect
    .poll(() => readSnapshot(chromium), { timeout: 90_000, interval: 200, message })
    .toMatchObject({ sync: { state: 'idle' }, gaps: [], unreadCount: 0 });
  await expect.poll(() => shownGames(library), { message }).toBe(games);
  // An account that was connected again has two syncs one after the other, and rests between them: the next day's may
  // be still to come.
  await expect.poll(() => incompleteTitles(chromium), { timeout: 90_000, message }).toEqual([]);
}
