import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { LogEntry } from '../psn/simulator.ts';
import type { Storm } from '../psn/storm-page.ts';
import { clickConnect, connectedScene, type Scene, setScene, tabAt } from './scene.ts';
import { readConnection } from './stores.ts';
import { openStorm, stormRequests } from './storm.ts';

export const STORM_WAYS: Storm['way'][] = ['popup', 'tab', 'frame'];

/** What the connection is like while a page storms. */
export const STORM_STATES = [
  'disconnected',
  'connected',
  'broken',
  'waiting for sign-in',
  'told to wait by the account host',
] as const;
export type StormState = (typeof STORM_STATES)[number];

/** In any minute, for all that nobody clicked for. */
export const MOST_REQUESTS = 6;
const MINUTE = 60_000;

/** The scene in that state, and nothing of it under way. */
export async function stormScene(state: StormState): Promise<Scene> {
  if (state === 'disconnected') return setScene();
  if (state === 'waiting for sign-in') {
    const scene = await setScene({ signedIn: false });
    await (await clickConnect(scene)).close();
    await tabAt(scene, 'https://');
    await expect
      .poll(() => readConnection(scene.chromium))
      .toMatchObject({ phase: 'waiting-for-sign-in', isShown: true });
    return scene;
  }
  const scene = await connectedScene();
  const { control } = scene.simulator;
  if (state === 'connected') return scene;
  control.revokeTokens();
  control.expireAccessTokens();
  // Still signed in, and every exchange of that sign-in comes to nothing: the worst that a storm can ask for.
  control.inject({ endpoint: 'token', fault: 'invalid-grant', call: 'every' });
  if (state === 'told to wait by the account host') {
    const isOwn = ({ headers }: { headers: Record<string, string> }): boolean =>
      headers['sec-fetch-dest'] === 'empty';
    for (const endpoint of ['ssocookie', 'authorize', 'token'] as const) {
      control.inject({ endpoint, fault: '429', seconds: 30, call: 'every', matches: isOwn });
    }
  }
  const popup = await scene.chromium.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.getByRole('alert').waitFor({ timeout: 30_000 });
  await popup.close();
  return scene;
}

/** Somebody is signed in, as a storm needs it, and Sony has no tokens for them just now. */
async function signInInVain({ simulator, chromium }: Scene): Promise<void> {
  simulator.control.signIn('casual');
  await chromium.context.addCookies([simulator.control.sessionCookie()]);
  simulator.control.inject({ endpoint: 'token', fault: '503', call: 'every' });
}

/** What the extension itself has asked of Sony's account host. */
export function accountRequests({ control }: Scene['simulator']): LogEntry[] {
  const isOwn = (entry: LogEntry): boolean => entry.headers['sec-fetch-dest'] === 'empty';
  return control.log.filter(
    (entry) => ['ssocookie', 'authorize', 'token'].includes(entry.endpoint) && isOwn(entry),
  );
}

/** The most of them that lie within a minute. */
export function mostInAMinute(entries: readonly LogEntry[]): number {
  const counts = entries.map(
    ({ time }) =>
      entries.filter((other) => other.time >= time && other.time < time + MINUTE).length,
  );
  return Math.max(0, ...counts);
}

/** So long a storm costs no more requests of ours than the limit, and what the state was before it is not lost. */
export async function weathersStorm(
  state: StormState,
  way: Storm['way'],
  length: number,
): Promise<void> {
  const scene = await stormScene(state);
  const { control } = scene.simulator;
  if (state === 'waiting for sign-in') await signInInVain(scene);
  const phase = await phaseOf(scene);
  const before = control.log.length;
  const page = await openStorm(scene, { way, every: 150 });
  await sleep(length);
  await page.close();

  const during = control.log.slice(before);
  const own = accountRequests(scene.simulator).filter((entry) => during.includes(entry));
  expect(stormRequests(during).length).toBeGreaterThan((4 * length) / 1000);
  const names = own.map(({ endpoint }) => endpoint).join(' ');
  expect(mostInAMinute(own), names).toBeLessThanOrEqual(MOST_REQUESTS);
  if (state === 'disconnected') expect(own).toEqual([]);
  if (state.startsWith('told')) expect(own.length).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(await phaseOf(scene)).toBe(phase);
}

/** Undefined where nothing was ever asked for. */
async function phaseOf({ chromium }: Scene): Promise<string | undefined> {
  return ((await readConnection(chromium)) as { phase: string } | undefined)?.phase;
}
