import { expect, test } from 'vitest';
import type { FaultName } from '../psn/simulator.ts';
import {
  clickConnect,
  libraryOpens,
  type Scene,
  setScene,
  showsGames,
  syncEnds,
  syncEndsInWindows,
} from './scene.ts';
import { readLibrary, readTitles, trophiesToEarn } from './stored-library.ts';
import { dailyAlarm } from './stores.ts';
import { BY_HAND, SYNC_HOUR } from '../../utils/words/syncing.ts';
import { STOP_SYNC_NAME } from '../../utils/words/sync.ts';

const DATA = [
  'trophyTitles',
  'trophySummary',
  'gamelist',
  'titlesByNpTitleId',
  'trophies',
  'groups',
  'earned',
] as const;

async function firstSynced(account: 'casual' | 'regular' | 'hunter'): Promise<Scene> {
  const scene = await setScene({ account });
  await clickConnect(scene);
  await (await libraryOpens(scene)).close();
  // A large library does not fit into one window of the budget.
  await syncEndsInWindows(scene, 8);
  scene.simulator.control.clearLog();
  return scene;
}

/** Presses `Sync now` and waits for the end of it. */
async function syncNow(scene: Scene): Promise<void> {
  const popup = await scene.chromium.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await expect
    .poll(() => counts(scene)['trophyTitles'] ?? 0, { timeout: 15_000 })
    .toBeGreaterThan(0);
  await syncEnds(scene);
  await popup.close();
}

/** Requests for data, by endpoint. */
function counts({ simulator }: Scene): Record<string, number> {
  const data = simulator.control.log.filter(({ host }) => host === 'm.np.playstation.com');
  return Object.fromEntries(
    Object.entries(Object.groupBy(data, ({ endpoint }) => endpoint)).map(([name, entries]) => [
      name,
      entries.length,
    ]),
  );
}

test(
  'with nothing changed among 1,300 games a sync asks for one page of titles and a short played list',
  { tags: ['long'], timeout: 240_000 },
  async () => {
    const scene = await firstSynced('hunter');

    await syncNow(scene);
    expect(counts(scene)).toStrictEqual({ trophyTitles: 1, gamelist: 1 });
    const list = scene.simulator.control.log.find(({ endpoint }) => endpoint === 'gamelist');
    expect(Number(list?.query['limit'])).toBeLessThanOrEqual(10);

    scene.simulator.control.clearLog();
    const changed = (await trophiesToEarn(scene.chromium)).slice(0, 7);
    expect(changed).toHaveLength(7);
    for (const [game, trophyId] of changed) {
      scene.simulator.control.earnTrophy('hunter', game, trophyId);
    }
    await syncNow(scene);
    expect(counts(scene)).toStrictEqual({ trophyTitles: 1, gamelist: 1, earned: 7 });
  },
);

test(
  'faults on one answer in five cost nothing in the end',
  { tags: ['long'], timeout: 240_000 },
  async () => {
    const scene = await setScene({ account: 'regular' });
    const { control } = scene.simulator;
    const faults: FaultName[] = ['500', 'truncated', 'dropped', '503', 'html-200'];
    for (const endpoint of DATA) {
      for (const [at, fault] of faults.entries()) {
        let asked = 0;
        const matches = (): boolean => ++asked % 25 === 5 * at;
        control.inject({ endpoint, fault, call: 'every', matches });
      }
    }
    await clickConnect(scene);
    const library = await libraryOpens(scene);
    await showsGames(library, 265, 60_000);
    await library.close();
    await syncEnds(scene, 120_000);

    expect(control.log.filter(({ fault }) => fault !== null).length).toBeGreaterThan(15);
    const { trophySets } = await readLibrary(scene.chromium);
    expect(trophySets).toHaveLength((await readTitles(scene.chromium, 'picked')).length);
  },
);

/** Presses a button at once, also one that has just become busy. */
function press(button: Element): void {
  (button as HTMLElement).click();
}

test('two clicks and an alarm at once are one sync', { tags: ['long'] }, async () => {
  const scene = await firstSynced('casual');
  const { control } = scene.simulator;
  control.inject({ endpoint: 'trophyTitles', fault: { slow: 1_500 }, call: 'every' });
  const popup = await scene.chromium.openPopup();
  const library = await scene.chromium.openOptions();
  await library.getByRole('button', { name: 'Sync now' }).waitFor();

  await Promise.all([
    popup.getByRole('button', { name: 'Sync now' }).evaluate(press),
    library.getByRole('button', { name: 'Sync now' }).evaluate(press),
    scene.chromium.worker.evaluate(() => chrome.alarms.create('sync', { when: Date.now() + 1 })),
  ]);
  await expect.poll(() => counts(scene)['trophyTitles'] ?? 0, { timeout: 15_000 }).toBe(1);
  await syncEnds(scene);
  control.clearFaults();

  // A sync that was still to come would come before the next.
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await expect.poll(() => counts(scene)['gamelist'] ?? 0, { timeout: 15_000 }).toBe(2);
  await syncEnds(scene);
  expect(counts(scene)['trophyTitles']).toBe(2);
});

test('a sync that the player stops stays stopped, says where, and goes on there', async () => {
  const scene = await setScene({ account: 'regular' });
  const { control } = scene.simulator;
  // The latest games come before the played list: how much is left is known after that.
  const matches = (): boolean => (counts(scene)['gamelist'] ?? 0) > 0;
  for (const endpoint of ['earned', 'trophies'] as const) {
    control.inject({ endpoint, fault: { slow: 1_000 }, call: 'every', matches });
  }
  const popup = await clickConnect(scene);
  await (await libraryOpens(scene)).close();
  const progress = popup.getByRole('progressbar', { name: 'Sync' });
  await expect
    .poll(() => progress.innerText(), { timeout: 45_000 })
    .toMatch(/Trophies of games [1-9][^]*requests?, about/);

  await popup.getByRole('button', { name: STOP_SYNC_NAME }).click();
  await popup
    .getByRole('main')
    .getByText(/Stopped\. Trophies of games/)
    .waitFor();
  await expect.poll(() => scene.simulator.waitingAnswers()).toBe(0);
  const stopped = counts(scene)['earned'];
  await scene.chromium.worker.kill();
  await popup.reload();
  // A worker that has just been born answers, and a look at what is stored comes first.
  await scene.chromium.worker.evaluate(() => 0);
  await popup
    .getByRole('main')
    .getByText(/Stopped\. Trophies of games/)
    .waitFor();
  expect(counts(scene)['earned']).toBe(stopped);

  control.clearFaults();
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await syncEnds(scene);
  expect(counts(scene)['trophyTitles']).toBe(1);
});

test(
  'the daily sync is at the hour that the player chooses, or at none',
  { tags: ['long'] },
  async () => {
    const scene = await firstSynced('casual');
    const alarm = () => dailyAlarm(scene.chromium);
    const settings = await scene.chromium.openOptions('#/settings');

    await settings.getByLabel(SYNC_HOUR).selectOption('17');
    await expect
      .poll(async () => new Date((await alarm())?.scheduledTime ?? 0).getUTCHours())
      .toBe(17);

    await settings.getByLabel(SYNC_HOUR).selectOption(BY_HAND);
    await expect.poll(alarm).toBeUndefined();
  },
);
