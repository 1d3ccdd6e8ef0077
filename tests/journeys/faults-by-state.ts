import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Endpoint } from '../psn/endpoints.ts';
import type { FaultName } from '../psn/simulator.ts';
import { asked, connectedScene, passTime, type Scene, tabAt } from './scene.ts';
import { readConnection, readSnapshot, readTitles } from './stores.ts';

const HOUR = 3_600_000;
const ACCOUNT = 'casual';

/** Where an account stands when Sony begins to fail; the pause is over by itself while it does. */
export const STATES = ['at rest', 'stopped by the player', 'paused', 'connected again'] as const;
export type State = (typeof STATES)[number];

const LISTS = [
  ...(['empty-list', 'short-list', 'stops-early', 'drifting', 'repeated-rows'] as const),
  ...(['low-total', 'high-total', 'shifted', 'bad-row', 'odd-values'] as const),
] as const;

/** What fails, in which ways, while there is an add-on to fetch. */
const FAULTS = [
  ['trophyTitles', ['401', '403-private', '404', '500', 'truncated', '403-html', ...LISTS]],
  ['gamelist', ['401', '404', '503', 'html-200', ...LISTS]],
  ['trophies', ['401', '403-private', '404', '400', 'truncated', 'short-answer', 'bad-row']],
  ['groups', ['401', '404', '500']],
  ['earned', ['401', '403-private', '404', '500', 'truncated', '403-html', 'odd-values']],
] as const satisfies readonly (readonly [Endpoint, readonly FaultName[]])[];

/** One browser in which the account comes into this state again and again, each time with another fault. */
export async function bearsEveryFault(state: State): Promise<void> {
  const scene = await connectedScene({ account: ACCOUNT });
  const library = await scene.chromium.openOptions('#/library');
  const games = await shownGames(library);
  const sets = (await readTitles(scene.chromium, 'picked')).map((each) => each.npCommunicationId);
  let addOns = 0;
  for (const [endpoint, faults] of FAULTS) {
    for (const fault of faults) {
      const cell = `${endpoint} ${fault}`;
      await enter(scene, library, state);
      scene.simulator.control.addDlc(ACCOUNT, sets[addOns++ % sets.length] ?? '');
      scene.simulator.control.inject({ endpoint, fault, call: 'every' });
      await sync(library);
      await expect
        .poll(() => failed(scene, endpoint), { timeout: 60_000, message: cell })
        .toBeGreaterThan(0);
      await comesToRest(scene, cell);
      await costsItself(scene, library, games, cell);
      await heals(scene, library, cell);
    }
  }
}

function failed(scene: Scene, endpoint: Endpoint): number {
  return asked(scene, endpoint).filter(({ fault }) => fault !== null).length;
}

async function enter(scene: Scene, library: Page, state: State): Promise<void> {
  const { control } = scene.simulator;
  if (state === 'connected again') await connectAgain(scene, library);
  if (state === 'stopped by the player') {
    control.inject({ endpoint: 'trophyTitles', fault: { slow: 5_000 }, call: 'every' });
    await sync(library);
    await library.getByRole('button', { name: 'Stop the sync' }).click();
    await comesToRest(scene, state);
  }
  if (state === 'paused') {
    control.inject({ endpoint: 'trophyTitles', fault: '429', seconds: 4, call: 'every' });
    await sync(library);
    await expect.poll(() => syncState(scene), { timeout: 30_000 }).toBe('paused');
  }
  control.clearFaults();
  control.clearLog();
}

/** Disconnects and keeps the library, and connects once more. */
async function connectAgain(scene: Scene, library: Page): Promise<void> {
  const settings = await scene.chromium.openOptions('#/settings');
  await settings.getByRole('button', { name: 'Disconnect' }).click();
  await settings.getByRole('button', { name: 'Disconnect, keep my library' }).click();
  await expect.poll(() => phaseOf(scene), { timeout: 30_000 }).toBe('disconnected');
  await settings.close();
  const popup = await scene.chromium.openPopup();
  await popup.getByRole('button', { name: 'Connect PlayStation' }).click();
  await expect.poll(() => phaseOf(scene), { timeout: 30_000 }).toMatch(/^(connected|old-session)$/);
  // Weeks have gone by since the sign-in.
  if ((await phaseOf(scene)) === 'old-session') {
    await popup.getByRole('button', { name: 'Connect anyway' }).click();
    await expect.poll(() => phaseOf(scene), { timeout: 30_000 }).toBe('connected');
  }
  await popup.close();
  await comesToRest(scene, 'connected again');
  await closeOthers(scene, library);
  await library.goto(library.url().replace(/#.*/, '#/library'));
}

/** The page that a new connection opens. */
async function closeOthers(scene: Scene, library: Page): Promise<void> {
  const page = await tabAt(scene, 'chrome-extension://');
  for (const each of scene.chromium.context.pages()) {
    if (each !== library && each.url().startsWith(new URL(page.url()).origin)) await each.close();
  }
}

async function sync(library: Page): Promise<void> {
  await library.getByRole('button', { name: 'Sync now' }).first().click();
}

async function syncState({ chromium }: Scene): Promise<string | undefined> {
  return (await readSnapshot(chromium))?.sync.state;
}

async function phaseOf({ chromium }: Scene): Promise<string> {
  return ((await readConnection(chromium)) as { phase: string }).phase;
}

async function comesToRest(scene: Scene, message: string): Promise<void> {
  await expect
    .poll(() => syncState(scene), { timeout: 90_000, interval: 200, message })
    .not.toBe('running');
}

/** The connection stands, and the library draws every game. */
async function costsItself(
  scene: Scene,
  library: Page,
  games: string,
  cell: string,
): Promise<void> {
  expect(await readConnection(scene.chromium), cell).toMatchObject({
    phase: 'connected',
    failure: null,
  });
  await expect.poll(() => shownGames(library), { message: cell }).toBe(games);
  const text = await library.locator('body').innerText();
  expect(text, cell).not.toMatch(/undefined|NaN|\[object|could not be drawn/);
}

async function shownGames(library: Page): Promise<string> {
  return (await library.getByTestId('library-count').textContent()) ?? '';
}

/** Once Sony is well again the next day's sync and one click have everything. */
async function heals(scene: Scene, library: Page, message: string): Promise<void> {
  scene.simulator.control.clearFaults();
  await passTime(scene, 25 * HOUR);
  await comesToRest(scene, message);
  await sync(library);
  await expect
    .poll(() => readSnapshot(scene.chromium), { timeout: 90_000, interval: 200, message })
    .toMatchObject({ sync: { state: 'idle' }, gaps: [], unreadCount: 0 });
}
