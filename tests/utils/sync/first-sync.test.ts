/** @module-tag slow */

import { afterEach, describe, expect, test } from 'vitest';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { BUDGET, budgetAhead, RESERVE } from '@/utils/domain/sync/budget';
import { forecast } from '@/utils/domain/sync/forecast';
import { LATEST, mayBeLatest } from '@/utils/domain/sync/latest-requests';
import { requestsFor } from '@/utils/domain/sync/sync-plan';
import { isOfRest } from '@/utils/domain/sync/sync-status';
import type { AccountName, LogEntry } from '../../psn/simulator.ts';
import { SimulatedScene } from '../../support/simulated-scene';

const MINUTE = 60_000;
const SETS = ['trophies', 'groups', 'earned'];

let scene: SimulatedScene;

afterEach(() => scene.close());

/** The set that a request is about. */
function setOf({ path }: LogEntry): string {
  return /NPWR\d+_\d\d/.exec(path)?.[0] ?? '';
}

function setsIn(entries: readonly LogEntry[]): string[] {
  return [...new Set(entries.filter(({ endpoint }) => SETS.includes(endpoint)).map(setOf))];
}

/** The largest number of requests in any window of Sony's. */
function mostInWindow(entries: readonly LogEntry[]): number {
  let [from, most] = [0, 0];
  entries.forEach(({ time }, at) => {
    while ((entries[from]?.time ?? time) <= time - BUDGET.milliseconds) from++;
    most = Math.max(most, at - from + 1);
  });
  return most;
}

async function titlesBy(key: 'lastUpdatedAt' | 'lastPlayedAt'): Promise<LibraryTitle[]> {
  const titles = await scene.database.titles.toArray();
  return titles.sort((one, other) => other[key] - one[key]);
}

/** The ten that Sony's list has first, in its order. */
async function latestGames(): Promise<string[]> {
  const titles = (await titlesBy('lastUpdatedAt')).filter(mayBeLatest);
  return titles.slice(0, LATEST).map(({ npCommunicationId: id }) => id);
}

/** Requests in their order: lists, the latest games, the played list, and what comes after that. */
function partsOf(log: readonly LogEntry[]) {
  const at = (isIt: (entry: LogEntry) => boolean): number => log.findIndex(isIt);
  const latest = at(({ endpoint }) => SETS.includes(endpoint));
  const played = at(({ endpoint }) => endpoint === 'gamelist');
  const after = log.findLastIndex(({ endpoint }) => endpoint === 'gamelist') + 1;
  return {
    lists: log.slice(0, latest).map(({ endpoint }) => endpoint),
    latest: log.slice(latest, played),
    rest: log.slice(after),
  };
}

async function expectOrder(): Promise<void> {
  const { lists, latest, rest } = partsOf(scene.log);
  expect(lists.slice(-2)).toStrictEqual(['trophySummary', 'profile']);
  expect(new Set(lists.slice(0, -2))).toStrictEqual(new Set(['trophyTitles']));
  expect(latest).toHaveLength(2 * LATEST);
  expect(setsIn(latest)).toStrictEqual(await latestGames());
  // What decides what is picked for a start, then that, last played first, then who played what long ago.
  const deciding = rest.findIndex(({ endpoint }) => endpoint !== 'titlesByNpTitleId');
  expect(deciding).toBeGreaterThan(0);
  const older = rest.findIndex((entry, at) => at > deciding && !SETS.includes(entry.endpoint));
  const picked = (await titlesBy('lastPlayedAt')).filter(({ choice, npCommunicationId: id }) => {
    return choice === 'picked' && !setsIn(latest).includes(id);
  });
  const fetched = setsIn(rest.slice(deciding, older)).filter((id) => !setsIn(latest).includes(id));
  expect(fetched).toStrictEqual(picked.map(({ npCommunicationId: id }) => id));
  expect(new Set(rest.slice(older).map(({ endpoint }) => endpoint))).toStrictEqual(
    new Set(['titlesByNpTitleId']),
  );
}

/** What came differs from what was said by a twentieth of that and a minute at the most. */
function expectForecast(said: number, came: number): void {
  expect(came).toBeGreaterThan(said - 0.05 * said - MINUTE);
  expect(came).toBeLessThan(said + 0.05 * said + MINUTE);
}

const ACCOUNTS: [AccountName, games: number, options: { tags?: string[]; timeout: number }][] = [
  ['hunter', 60, { timeout: 60_000 }],
  // More requests than go out in a window, half of one or a whole.
  ['hunter', 160, { timeout: 60_000 }],
  ['hunter', 300, { tags: ['long'], timeout: 60_000 }],
  ['hunter', 1_300, { tags: ['long'], timeout: 300_000 }],
  ['leaderboard', 5_000, { tags: ['long'], timeout: 500_000 }],
];

describe.each(ACCOUNTS)('a first sync (%s, %i games)', (account, games, options) => {
  test(
    'asks in the order of what the player looks at first, and for half a window while they pick',
    options,
    async () => {
      scene = await SimulatedScene.of(account, games);
      await scene.syncByHand();
      const from = scene.now;
      const said = ('endsAt' in scene.status ? (scene.status.endsAt ?? from) : from) - from;
      while (scene.status.state !== 'idle' && !isOfRest(scene.status)) await scene.wakeByAlarm();
      expectForecast(said, scene.now - from);
      await scene.sleepToEnd();

      await expectOrder();
      expect(mostInWindow(scene.log)).toBeLessThanOrEqual(BUDGET.requests / 2);
      expect(scene.log.every(({ status }) => status === 200)).toBe(true);
    },
  );

  test('has what is picked when that was said, and every game when that was', options, async () => {
    scene = await SimulatedScene.of(account, games);
    const worker = scene.worker();
    await scene.syncByHand(worker);
    const titles = await scene.database.titles.toArray();
    const requests = titles.reduce((sum, title) => sum + requestsFor(title, scene.now).length, 0);
    const begins = scene.now;
    const said = forecast(requests, budgetAhead(scene.snapshot, scene.now));
    await worker.requests.chooseGames(
      new Map(titles.map(({ npCommunicationId: id }) => [id, 'picked'])),
    );
    await worker.loop.wake();
    while (scene.status.state !== 'idle' && !isOfRest(scene.status)) await scene.wakeByAlarm();
    expectForecast(said, scene.now - begins);

    await scene.sleepToEnd();
    expect((await scene.database.trophySets.toArray()).length).toBe(games);
    expect(mostInWindow(scene.log)).toBeLessThanOrEqual(BUDGET.requests - RESERVE);
    expect(scene.log.every(({ status }) => status === 200)).toBe(true);
  });
});
