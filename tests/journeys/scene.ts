import type { Locator, Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { LOCAL_KEYS, SESSION_AREA_KEYS } from '../../utils/browser/stored-keys.ts';
import { LIBRARY_DATABASE, OTHER_DATABASES } from '../../utils/database/our-databases.ts';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import type { Endpoint } from '../psn/endpoints.ts';
import { FOREIGN_HOST, LOOK_ALIKE_HOST, SONY_HOSTS } from '../psn/hosts.ts';
import {
  type AccountName,
  type Control,
  type LogEntry,
  type Simulator,
  startSimulator,
} from '../psn/simulator.ts';
import { namesOfStored, openBystander, readSnapshot, readStores, ringAllAlarms } from './stores.ts';
import { tellFailure } from './tell-failure.ts';

/** A player's browser with the shipped build, and a PlayStation Network for it alone. */
export interface Scene {
  simulator: Simulator;
  chromium: Chromium;
}

export interface SceneOptions {
  account?: AccountName;
  signedIn?: boolean;
  /** What time it is at Sony when the scene is set, in milliseconds since 1970: the same time, the same libraries. */
  startsAt?: number;
  /** Where the device is, for example `Europe/Berlin`. */
  timeZone?: string;
  /** The folder of somebody else's extension in the same browser. */
  neighbour?: string;
  /** The folder of a copy of the build, to be used instead of it. */
  extension?: string;
  /** A folder for the browser's profile, to keep, or with settings of its own. */
  profile?: string;
  /** True to leave the page open that greets a player after installing. */
  isGreeted?: boolean;
}

/** Sets the scene for one test, and clears it away afterwards. What must hold of every journey is checked then. */
export async function setScene({
  account = 'casual',
  signedIn = true,
  startsAt = Date.now(),
  ...device
}: SceneOptions = {}): Promise<Scene> {
  let first: number | undefined;
  // The library is made at the first look at the clock: to the millisecond the same.
  const now = (): number => startsAt + Date.now() - (first ??= Date.now());
  const simulator = await startSimulator({ account, signedIn, now });
  onTestFinished(() => simulator.close());
  const chromium = await launchChromium({ simulator, ...device });
  onTestFinished(() => chromium.close());
  if (signedIn) await chromium.context.addCookies([simulator.control.sessionCookie()]);
  const scene = { simulator, chromium };
  onTestFinished(() => expectClean(scene));
  onTestFinished(({ task }) => (task.result?.state === 'fail' ? tellFailure(scene) : undefined));
  return scene;
}

export interface ConnectedOptions extends SceneOptions {
  /** What is arranged with the simulator before the player connects. */
  prepare?: (control: Control) => void;
}

/**
 * A player who has just connected: the first sync is over, and no page of the extension is open.
 */
export async function connectedScene({
  prepare,
  ...options
}: ConnectedOptions = {}): Promise<Scene> {
  const scene = await setScene(options);
  prepare?.(scene.simulator.control);
  const popup = await clickConnect(scene);
  // What it would draw while the library grows is a third of what connecting computes.
  await (await tabAt(scene, addressOf(scene, 'options.html'))).close();
  await popup.close();
  await syncEnds(scene);
  return scene;
}

/** Presses `Connect PlayStation` in the popup. */
export async function clickConnect({ chromium }: Scene): Promise<Page> {
  const popup = await chromium.openPopup();
  await popup.getByRole('button', { name: 'Connect PlayStation' }).click();
  return popup;
}

function addressOf({ chromium }: Scene, path: string): string {
  return `chrome-extension://${chromium.extensionId}/${path}`;
}

/** The first tab of the browser at an address of this beginning, which may still be opening. */
export async function tabAt({ chromium }: Scene, address: string): Promise<Page> {
  const find = (): Page | undefined =>
    chromium.context.pages().find((page) => page.url().startsWith(address));
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  return find() as Page;
}

/** The page that opens by itself once an account is connected for the first time. */
export async function firstPage(scene: Scene): Promise<Page> {
  const page = await tabAt(scene, addressOf(scene, 'options.html'));
  await page.getByRole('heading', { name: 'Pick games' }).waitFor();
  return page;
}

/** The same page, gone on to its library. */
export async function libraryOpens(scene: Scene): Promise<Page> {
  const library = await firstPage(scene);
  await library.getByRole('link', { name: 'Library' }).click();
  await library.getByRole('heading', { name: 'Library' }).waitFor();
  return library;
}

/** Waits until an alert says this cause: another may stand there for a moment before it. */
export async function showsCause(alert: Locator, cause: string): Promise<void> {
  await expect.poll(() => alert.getAttribute('data-cause'), { timeout: 30_000 }).toBe(cause);
}

/** Waits until the library shows this many games. */
export async function showsGames(library: Page, count: number, timeout = 30_000): Promise<void> {
  await expect
    .poll(() => library.getByTestId('library-count').getAttribute('data-count'), { timeout })
    .toBe(String(count));
}

/** Waits until the first sync is over. */
export async function syncEnds({ chromium }: Scene, timeout = 60_000): Promise<void> {
  await expect
    .poll(() => readSnapshot(chromium), { timeout, interval: 100 })
    .toMatchObject({ sync: { state: 'idle' }, lastSyncedAt: expect.any(Number) as number });
}

/** The requests for something that the simulator has had. */
export function asked({ simulator }: Scene, endpoint: Endpoint): LogEntry[] {
  return simulator.control.log.filter((entry) => entry.endpoint === endpoint);
}

/** Sony takes the connection's tokens back, and the browser is signed in to another account: the popup says so. */
export async function losesConnectionTo(
  { simulator: { control }, chromium }: Scene,
  account: AccountName,
): Promise<Page> {
  control.revokeTokens();
  control.expireAccessTokens();
  control.switchAccount(account);
  await chromium.context.addCookies([control.sessionCookie()]);
  const popup = await chromium.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.getByRole('alert').waitFor({ timeout: 30_000 });
  return popup;
}

/**
 * Whatever could still stir has stirred: slow answers have come, every alarm has gone off, and a worker that is
 * born afterwards has answered a page. What has not happened by then was not left to happen.
 */
export async function settles(scene: Scene): Promise<void> {
  const { simulator, chromium } = scene;
  await expect.poll(() => simulator.waitingAnswers(), { timeout: 15_000 }).toBe(0);
  await ringAllAlarms(chromium);
  await chromium.worker.kill();
  await ringAllAlarms(chromium);
  const popup = await chromium.openPopup();
  await popup.getByRole('button').first().waitFor();
  await popup.close();
}

/** The library in the kept profiles of earlier builds: its account was a scene's, and no number. */
const LIBRARY_OF_PROFILES = 'trophy-shelf-scene-1';

/** No page error, no blocked script or style, no foreign host, no secret where one could be read. */
async function expectClean({ simulator, chromium }: Scene): Promise<void> {
  const { errors, policyViolations, hosts, console } = chromium.observed;
  expect(errors).toEqual([]);
  expect(policyViolations).toEqual([]);
  const knownHosts: string[] = [chromium.extensionId, ...SONY_HOSTS, FOREIGN_HOST];
  expect([...hosts].filter((host) => !knownHosts.includes(host))).toEqual([]);
  // Pages there may be open for a test; what they show is not in the log.
  const others: string[] = [FOREIGN_HOST, LOOK_ALIKE_HOST];
  expect(simulator.control.log.filter(({ host }) => others.includes(host))).toEqual([]);
  const stored = await namesOfStored(chromium);
  expect(stored.local.filter((key) => !LOCAL_KEYS.includes(key as never))).toEqual([]);
  expect(stored.session.filter((key) => !SESSION_AREA_KEYS.includes(key as never))).toEqual([]);
  const known: readonly string[] = [...Object.values(OTHER_DATABASES), LIBRARY_OF_PROFILES];
  expect(
    stored.databases.filter((name) => !known.includes(name) && !LIBRARY_DATABASE.test(name)),
  ).toEqual([]);
  const readable = [await readStores(chromium), console.join('\n'), requestedUrls(simulator)];
  const secrets = simulator.control.secrets();
  for (const secret of secrets) {
    expect(readable.some((text) => text.includes(secret))).toBe(false);
  }
}

/** Every address that the extension asked for, with its query; where Sony's own pages lead is Sony's business. */
function requestedUrls({ control }: Simulator): string {
  return control.log
    .filter(({ headers }) => headers['sec-fetch-dest'] !== 'document')
    .map(({ host, path, query }) => `${host}${path}?${JSON.stringify(query)}`)
    .join('\n');
}

/** Time goes by at Sony and, as far as the extension can tell, here: no worker lives through it. */
export async function passTime(
  { simulator, chromium }: Scene,
  milliseconds: number,
): Promise<void> {
  const bystander = await openBystander(chromium);
  await chromium.worker.kill();
  simulator.control.advanceClock(milliseconds);
  // In one write, since any may wake a worker.
  await bystander.evaluate(async (passed) => {
    const age = (stored: unknown): unknown =>
      JSON.parse(JSON.stringify(stored), (_, value: unknown) =>
        typeof value === 'number' && value > 1e12 ? value - passed : value,
      );
    const ledgers = await chrome.storage.local.get(['dataRequests', 'signInLedger']);
    const { clockOffset = 0 } = await chrome.storage.local.get<{ clockOffset?: number }>(
      'clockOffset',
    );
    const clock = { clockOffset: clockOffset + passed };
    await chrome.storage.local.set({ ...(age(ledgers) as object), ...clock });
  }, milliseconds);
  // One that was woken before that write goes by the clock of before: nobody else but a worker writes it.
  await chromium.worker.kill();
  await bystander.close();
  // Whatever wakes the worker.
  await chromium.worker.evaluate(() => 0);
}

/** Sony's limit of 300 requests in 15 minutes is as if nothing had been asked for. */
export async function passBudgetWindow(scene: Scene): Promise<void> {
  await passTime(scene, 16 * 60_000);
}

/** Waits for the end of a sync for which one window of the budget may be too little. */
export async function syncEndsInWindows(scene: Scene, windows: number): Promise<void> {
  for (let window = 0; window < windows && (await restsFromSync(scene)) === 'paused'; window++) {
    await passBudgetWindow(scene);
  }
  await syncEnds(scene);
}

/** Waits until nothing more is asked for now: a pause that is over has not been seen by anybody yet. */
async function restsFromSync({ simulator, chromium }: Scene): Promise<string> {
  const state = async (): Promise<string> => {
    const sync = (await readSnapshot(chromium))?.sync;
    const isOver = sync?.state === 'paused' && (sync.resumesAt ?? 0) <= simulator.control.now();
    return isOver ? 'going on' : (sync?.state ?? 'none');
  };
  await expect.poll(state, { timeout: 60_000, interval: 250 }).toMatch(/idle|paused/);
  return state();
}
