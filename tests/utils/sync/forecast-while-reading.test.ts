/** @module-tag slow */

import { afterEach, describe, expect, test } from 'vitest';
import { isRecent } from '@/utils/domain/library/picking';
import type { Choice, LibraryTitle } from '@/utils/domain/library/title';
import { BUDGET } from '@/utils/domain/sync/budget';
import { pickProspect } from '@/utils/domain/sync/pick-prospect';
import { requestsFor } from '@/utils/domain/sync/sync-plan';
import { isOfRest } from '@/utils/domain/sync/sync-status';
import { SimulatedScene } from '../../support/simulated-scene';

/*
 * The player picks while a first sync is still reading: what comes before the picks, played games that are matched
 * with their sets first of all, is in the time that the picker says.
 */

let scene: SimulatedScene;

afterEach(() => scene.close());

/** When the player saves: at the n-th time that this is stored. */
const MOMENTS = [
  ['before the played list', 'storeDefinitions', 3],
  ['after its first page', 'storePlayedGames', 1],
  ['while games are matched', 'storeSets', 3],
] as const;

function ticked(titles: readonly LibraryTitle[], isTicked: (at: number) => boolean) {
  const inOrder = titles.toSorted((one, other) => other.lastPlayedAt - one.lastPlayedAt);
  const sumOf = (some: readonly LibraryTitle[]): number =>
    some.reduce((sum, title) => sum + requestsFor(title, scene.now).length, 0);
  const picks = inOrder.filter((_, at) => isTicked(at));
  const choices = titles.map(({ npCommunicationId: id }): [string, Choice] => [
    id,
    picks.some(({ npCommunicationId }) => npCommunicationId === id) ? 'picked' : 'unpicked',
  ]);
  const planned = sumOf(titles.filter(({ choice }) => choice === 'picked'));
  const recent = titles.filter((title) => isRecent(title, scene.now)).length;
  return { requests: sumOf(picks), planned, recent, choices };
}

/** How long it was said to take, and how long it took, in milliseconds. */
async function pickDuring(method: string, n: number, isTicked: (at: number) => boolean) {
  const worker = scene.worker();
  let times = 0;
  let said = NaN;
  let [from, isSaved, until]: [number, boolean, number | null] = [NaN, false, null];
  const isHere = (): boolean => scene.status.state === 'idle' || isOfRest(scene.status);
  const pick = async (): Promise<void> => {
    from = scene.now;
    const { choices, ...cost } = ticked(await scene.database.titles.toArray(), isTicked);
    said = pickProspect(scene.snapshot, cost, from).milliseconds;
    await worker.requests.chooseGames(new Map(choices));
    isSaved = true;
  };
  let picking = Promise.resolve();
  scene.afterStore = (stored) => {
    if (stored === method && ++times === n) picking = pick();
    if (isSaved && until === null && isHere()) until = scene.now;
  };
  await scene.syncByHand(worker);
  await picking;
  while (until === null && !isHere()) await scene.wakeByAlarm();
  return { said, took: (until ?? scene.now) - from };
}

const ACCOUNTS: [games: number, options: { tags?: string[]; timeout: number }][] = [
  [60, { timeout: 60_000 }],
  [300, { tags: ['long'], timeout: 60_000 }],
  [1_300, { tags: ['long'], timeout: 300_000 }],
];

/** Two seconds and a twentieth, and where windows are waited for a minute, to which these are told. */
function expectForecast({ said, took }: { said: number; took: number }): void {
  const isInWindows = said > BUDGET.milliseconds;
  expect(Math.abs(took - said)).toBeLessThan(0.05 * said + (isInWindows ? 60_000 : 2_000));
}

describe.each(ACCOUNTS)('of %i games', (games, options) => {
  test.each(MOMENTS)('ten that are picked %s', options, async (_, method, n) => {
    scene = await SimulatedScene.of('hunter', games);
    expectForecast(await pickDuring(method, n, (at) => at >= 20 && at < 30));
  });

  test.each(MOMENTS)('all, picked %s', options, async (_, method, n) => {
    scene = await SimulatedScene.of('hunter', games);
    expectForecast(await pickDuring(method, n, () => true));
  });
});
