import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { AccountName } from '../psn/simulator.ts';
import { type Scene, tabAt } from './scene.ts';
import { readConnection, readSnapshot } from './stores.ts';
import { CONNECT_ANYWAY } from '../../utils/words/old-session.ts';
import { STOP_SYNC_NAME } from '../../utils/words/sync.ts';

/** Whose games the library shows before anything fails. */
export const HOME: AccountName = 'casual';
/** Another player of the same family. */
const OTHER: AccountName = 'legacy';

/** Where an account stands when Sony begins to fail; the pause is over by itself while it does. */
export const STATES = [
  'at rest',
  'stopped by the player',
  'paused',
  'connected again',
  'connected after another one',
  'never synced',
  'asked for by a worker that is killed meanwhile',
] as const;
export type State = (typeof STATES)[number];

/** Brings the account there. Of two of them the request that meets the fault is made by the caller. */
export async function enter(scene: Scene, library: Page, state: State): Promise<void> {
  const { control } = scene.simulator;
  if (state === 'connected again') await leave(scene, 'Disconnect, keep my library');
  if (state === 'connected again') await connectTo(scene, library, HOME);
  if (state === 'connected after another one') {
    await leave(scene, 'Disconnect, keep my library');
    await connectTo(scene, library, OTHER);
    await comesToRest(scene, state);
    await leave(scene, 'Disconnect, keep my library');
    await connectTo(scene, library, HOME);
  }
  if (state === 'never synced') await leave(scene, 'Erase everything');
  if (state === 'stopped by the player') {
    control.inject({ endpoint: 'trophyTitles', fault: { slow: 5_000 }, call: 'every' });
    await sync(library);
    await library.getByRole('button', { name: STOP_SYNC_NAME }).click();
    await comesToRest(scene, state);
  }
  if (state === 'paused') {
    control.inject({ endpoint: 'trophyTitles', fault: '429', seconds: 4, call: 'every' });
    await sync(library);
    await expect.poll(() => syncState(scene), { timeout: 30_000 }).toBe('paused');
  }
  await comesToRest(scene, state);
  control.clearFaults();
  control.clearLog();
}

/** Ends the connection in one of the two ways, and waits until it is ended. */
export async function leave(scene: Scene, how: string): Promise<void> {
  const settings = await scene.chromium.openOptions('#/settings');
  await settings.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await settings.getByRole('button', { name: how }).click();
  await expect.poll(() => phaseOf(scene), { timeout: 30_000 }).toMatch(/^(disconnected|none)$/);
  await settings.close();
}

/** Signs in to that account, connects it, and draws its library. */
export async function connectTo(scene: Scene, library: Page, account: AccountName): Promise<void> {
  const { control } = scene.simulator;
  if (control.signedInAccount() !== account) {
    control.switchAccount(account);
    await scene.chromium.context.addCookies([control.sessionCookie()]);
  }
  const popup = await scene.chromium.openPopup();
  await popup.getByRole('button', { name: 'Connect PlayStation' }).click();
  await expect.poll(() => phaseOf(scene), { timeout: 30_000 }).toMatch(/^(connected|old-session)$/);
  // Weeks have gone by since the sign-in.
  if ((await phaseOf(scene)) === 'old-session') {
    await popup.getByRole('button', { name: CONNECT_ANYWAY }).click();
    await expect.poll(() => phaseOf(scene), { timeout: 30_000 }).toBe('connected');
  }
  await popup.close();
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

export async function sync(library: Page): Promise<void> {
  await library.getByRole('button', { name: 'Sync now' }).first().click();
}

async function syncState({ chromium }: Scene): Promise<string> {
  return (await readSnapshot(chromium))?.sync.state ?? 'none';
}

async function phaseOf({ chromium }: Scene): Promise<string> {
  return ((await readConnection(chromium)) as { phase: string } | undefined)?.phase ?? 'none';
}

export async function comesToRest(scene: Scene, message: string): Promise<void> {
  await expect
    .poll(() => syncState(scene), { timeout: 90_000, interval: 200, message })
    .not.toBe('running');
}
