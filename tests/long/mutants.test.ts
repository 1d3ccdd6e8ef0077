import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { Accounts } from '../psn/accounts/accounts.ts';
import type { Account } from '../psn/accounts/account.ts';
import type { LogEntry } from '../psn/simulator.ts';
import { connectedScene, passBudgetWindow, type Scene, showsGames } from '../journeys/scene.ts';
import { readLibrary } from '../journeys/stored-library.ts';
import { readSnapshot } from '../journeys/stores.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const MUTANTS = Number(process.env['MUTANTS'] ?? 1_000);
const seed = process.env['SEED'] ?? String(Date.now());

/** What nobody may read of a game: a value that cannot be, or what a program says of one. */
const IMPOSSIBLE =
  /NaN|undefined|null|Infinity|Invalid Date|\[object|(?<![\d:.–-])-\d|\b\d{4,}%|\b[2-9]\d\d%|\b1(0[1-9]|[1-9]\d)%|\de\+\d/;

const LISTS = ['trophyTitles', 'gamelist', 'trophies', 'earned', 'groups'] as const;
const WHOLE = ['trophySummary', 'profile', 'titlesByNpTitleId'] as const;

/** From now on every row is a mutant, and every answer without rows. */
function sendMutants({ simulator: { control } }: Scene, round: string): void {
  control.clearFaults();
  for (const endpoint of LISTS) {
    control.inject({ endpoint, fault: { mutantRows: round }, call: 'every' });
  }
  for (const endpoint of WHOLE) {
    control.inject({ endpoint, fault: { mutant: round }, call: 'every' });
  }
}

/** How many mutants an answer had. */
function mutantsIn({ endpoint, path }: LogEntry, account: Account): number {
  if (endpoint === 'trophyTitles') return account.sets.length;
  if (endpoint === 'gamelist') return account.games.length;
  const set = account.setsById().get(/NPWR\d+_\d\d/.exec(path)?.[0] ?? '');
  if (endpoint === 'groups') return set?.groups.length ?? 0;
  if (endpoint === 'trophies' || endpoint === 'earned') {
    return set === undefined ? 0 : account.trophies(set).length;
  }
  return WHOLE.some((name) => name === endpoint) ? 1 : 0;
}

/** Has the player sync, and waits until nothing more comes of it. */
async function syncsOnce(scene: Scene): Promise<void> {
  const { chromium } = scene;
  const page = await chromium.openOptions('#/library?show=all');
  const before = (await readSnapshot(chromium))?.lastSyncedAt ?? 0;
  await page.evaluate(() =>
    chrome.runtime.sendMessage({ id: 1, type: 'syncNow', data: null, timestamp: Date.now() }),
  );
  const isOver = async (): Promise<boolean> => {
    const { sync, lastSyncedAt } = (await readSnapshot(chromium)) ?? {};
    return sync?.state !== 'running' && (sync?.state !== 'idle' || (lastSyncedAt ?? 0) > before);
  };
  await expect.poll(isOver, { timeout: 60_000, interval: 200 }).toBe(true);
  await page.close();
}

async function drawsNothingImpossible(page: Page, hash: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0] ?? ''}${hash}`);
  await page.locator('main h1').first().waitFor();
  const text = await page.locator('main').innerText();
  expect(IMPOSSIBLE.exec(text)?.[0] ?? null, `${hash}: ${text}`).toBeNull();
}

/** What of a title only Sony's answers say. */
function ofSony(library: Awaited<ReturnType<typeof readLibrary>>) {
  const titles = library.titles as Record<string, unknown>[];
  return titles.map(({ npCommunicationId, name, platforms, defined, earned, progress }) => ({
    ...{ npCommunicationId, name, platforms, defined, earned, progress },
  }));
}

test(
  `${String(MUTANTS)} mutants of Sony’s answers lose no game and draw nothing that cannot be (SEED=${seed} repeats this)`,
  { timeout: 20 * 60_000 },
  async () => {
    const scene = await connectedScene({ account: 'casual', startsAt: NOW });
    const { chromium, simulator } = scene;
    const account = new Accounts(1, NOW).named('casual');
    const good = ofSony(await readLibrary(chromium));
    expect(good).toHaveLength(account.sets.length);
    const { trophySets } = await readLibrary(chromium);
    const picked = trophySets as { npCommunicationId: string }[];

    let served = 0;
    for (let round = 0; served < MUTANTS; round++) {
      sendMutants(scene, `${seed}/${String(round)}`);
      simulator.control.clearLog();
      await syncsOnce(scene);
      const mutants = simulator.control.log.reduce(
        (sum, each) => sum + mutantsIn(each, account),
        0,
      );
      expect(mutants, 'mutants of a round').toBeGreaterThan(account.sets.length);
      served += mutants;

      const page = await chromium.openOptions('#/library?show=all');
      await showsGames(page, account.sets.length);
      await drawsNothingImpossible(page, '#/library?show=all&view=list');
      for (const { npCommunicationId } of picked) {
        await drawsNothingImpossible(page, `#/game/${npCommunicationId}`);
      }
      await page.close();
      expect(chromium.observed.errors).toEqual([]);
    }

    simulator.control.clearFaults();
    await passBudgetWindow(scene);
    await syncsOnce(scene);
    expect(ofSony(await readLibrary(chromium))).toStrictEqual(good);
  },
);
