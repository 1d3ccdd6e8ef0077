import { expect } from 'vitest';
import type { Endpoint } from '../psn/endpoints.ts';
import type { FaultName } from '../psn/simulator.ts';
import {
  asked,
  clickConnect,
  passBudgetWindow,
  passTime,
  type Scene,
  setScene,
  tabAt,
} from './scene.ts';
import { incompleteTitles, readTitles } from './stored-library.ts';
import { readConnection, readSnapshot, ringAllAlarms } from './stores.ts';

const ACCOUNT = 'largest';
const GAMES = 18_516;
const HOUR = 3_600_000;
/** Its lists take fewer windows of Sony's limit than this; its picks take a dozen, and its old playtimes nine more. */
const WINDOWS = 4;
/** Games that a window completes at least, of the 280 requests that are in it: each takes two or three. */
const SHARE = 90;
/** On a busy machine its pages take a second each. */
const WAIT = { timeout: 400_000, interval: 500 };

type LargestFault = readonly [Endpoint, FaultName, phase: string];

/** What fails in the largest account, one of each list, and where the player sees that it is missing. */
export const FAULTS_OF_LARGEST: readonly LargestFault[] = [
  ['trophyTitles', '500', 'titles'],
  ['gamelist', 'drifting', 'played-games'],
  ['trophies', 'truncated', 'trophies'],
  ['earned', '500', 'trophies'],
];

interface StoredSync {
  sync: { state: string; resumesAt?: number };
  gaps: { phase: string }[];
  titleCount: number;
  lastSyncedAt: number | null;
}

/**
 * The largest account that is known has more to ask for than Sony's limit allows in a quarter of an hour: where its
 * first sync pauses for that, it has come to an end as well. A fault that it meets on the way costs itself.
 */
export async function largestBears([endpoint, fault, phase]: LargestFault) {
  const scene = await setScene({ account: ACCOUNT });
  const { control } = scene.simulator;
  control.inject({ endpoint, fault, call: 'every' });
  const popup = await clickConnect(scene);
  await (await tabAt(scene, addressOfOptions(scene))).close();
  await popup.close();
  await restsOrWaits(scene, fault);
  // What it is of may come in a later window only.
  await goesOnUntil(scene, () => Promise.resolve(hasFailed(scene, endpoint)));
  await restsOrWaits(scene, fault);
  expect(await readConnection(scene.chromium)).toMatchObject({ phase: 'connected', failure: null });
  if (phase !== 'titles') expect((await snapshotOf(scene)).titleCount).toBe(GAMES);

  const sets = failedSets(scene, endpoint);
  control.clearFaults();
  await passTime(scene, 25 * HOUR);
  await restsOrWaits(scene, 'the next day', control.now());
  await goesOnUntil(scene, async () => {
    const { titleCount, gaps } = await snapshotOf(scene);
    return titleCount === GAMES && !gaps.some((gap) => gap.phase === phase);
  });
  await doesItsShare(scene);
  // What was refused comes last, hours later; but not for who opens its game.
  const [first] = sets;
  if (first !== undefined) await opens(scene, first);
}

/** The player opens a game that lacks something, at a time when Sony's limit is spent. */
async function opens(scene: Scene, npCommunicationId: string): Promise<void> {
  expect(await lacking(scene)).toContain(npCommunicationId);
  const page = await scene.chromium.openOptions(`#/game/${npCommunicationId}`);
  await expect.poll(async () => (await lacking(scene)).has(npCommunicationId), WAIT).toBe(false);
  await page.close();
}

/** What else is picked is fetched as far as each window allows. */
async function doesItsShare(scene: Scene): Promise<void> {
  await goesOnUntil(scene, async () => (await readTitles(scene.chromium, 'picked')).length > 0);
  const { size } = await lacking(scene);
  expect(size).toBeGreaterThan(0);
  await goesOnUntil(scene, async () => (await lacking(scene)).size <= size - SHARE);
}

/** The games whose trophies were met by the fault. */
function failedSets(scene: Scene, endpoint: Endpoint): Set<string> {
  const failures = asked(scene, endpoint).filter(({ fault }) => fault !== null);
  return new Set(failures.flatMap(({ path }) => /NPWR\d+_00/.exec(path) ?? []));
}

/** Picked games of which trophies are missing, or whether they are earned. */
async function lacking({ chromium }: Scene): Promise<Set<string>> {
  const picked = await readTitles(chromium, 'picked');
  const unknown = picked.filter(({ fetched }) => fetched.earned === null);
  const ids = unknown.map(({ npCommunicationId }) => npCommunicationId);
  return new Set([...ids, ...(await incompleteTitles(chromium))]);
}

function hasFailed(scene: Scene, endpoint: Endpoint): boolean {
  return asked(scene, endpoint).some(({ fault }) => fault !== null);
}

function addressOfOptions({ chromium }: Scene): string {
  return `chrome-extension://${chromium.extensionId}/options.html`;
}

async function snapshotOf({ chromium }: Scene): Promise<StoredSync> {
  return (await readSnapshot(chromium)) as unknown as StoredSync;
}

/** Nothing more is done now: all of it is, or Sony's limit is spent. */
async function restsOrWaits(scene: Scene, message: string, since = 0): Promise<void> {
  const standing = async (): Promise<string> => {
    const stored = (await readSnapshot(scene.chromium)) as StoredSync | undefined;
    const { state = 'none', resumesAt = 0 } = stored?.sync ?? {};
    if (state === 'idle' && (stored?.lastSyncedAt ?? 0) <= since) return 'not begun';
    // A pause that is over has not been seen by anybody yet.
    return state === 'paused' && resumesAt <= scene.simulator.control.now() ? 'going on' : state;
  };
  await expect.poll(standing, { ...WAIT, message }).toMatch(/^(idle|paused)$/);
}

/** Window after window of Sony's limit, until that is so. */
async function goesOnUntil(scene: Scene, isSo: () => Promise<boolean>): Promise<void> {
  for (let window = 0; window < WINDOWS && !(await isSo()); window++) {
    await passBudgetWindow(scene);
    await ringAllAlarms(scene.chromium);
    await restsOrWaits(scene, `window ${String(window)}`);
  }
  await expect.poll(isSo, { timeout: 60_000, interval: 1_000 }).toBe(true);
}
