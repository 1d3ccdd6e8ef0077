/** @module-tag slow */

import { beforeAll, describe, expect, test } from 'vitest';
import { SyncScene } from '../../support/sync-scene';

const PICKED = 70;

interface Library {
  games: number;
  /** How many rows Sony has on a page of each list; the titles are two of them. */
  pages: { pageSize: number; playedPageSize: number };
  options: { tags?: string[]; timeout: number };
}

/** One that is quick to make, and one with the pages that Sony has. */
const LIBRARIES: Library[] = [
  { games: 260, pages: { pageSize: 160, playedPageSize: 80 }, options: { timeout: 60_000 } },
  {
    games: 1_300,
    pages: { pageSize: 800, playedPageSize: 200 },
    options: { tags: ['long'], timeout: 60_000 },
  },
];

/** Every request of a kind, whatever it asked for. */
function counts(asked: readonly string[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const each of asked) {
    const kind = each.split(' ')[0] ?? '';
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}

/** A library that was read to its end: all matched, the seventy games that were played last picked and held. */
async function aStoredLibrary({ games, pages }: Library): Promise<SyncScene> {
  const scene = new SyncScene();
  scene.budget = Infinity;
  Object.assign(scene.psn, pages);
  for (let n = games; n >= 1; n--) scene.addTitle({ n, daysAgo: n <= PICKED ? n : 100 + n });
  await scene.syncByHand();
  return scene;
}

/** What the next daily sync asks for. */
async function nextSync(scene: SyncScene): Promise<Record<string, number>> {
  scene.psn.asked.length = 0;
  await scene.syncDaily();
  expect(scene.reports.at(-1)).toStrictEqual({ state: 'idle' });
  return counts(scene.psn.asked);
}

/** Played now, without a trophy: the game goes to the top of the played list, and nothing else. */
function play(scene: SyncScene, n: number): void {
  const games = scene.psn.playedRows.map((game) =>
    game.npTitleId === `PPSA0000${String(n)}_00`
      ? { ...game, lastPlayedAt: scene.now + n, playSeconds: (game.playSeconds ?? 0) + 60 }
      : game,
  );
  scene.psn.playedRows = games.sort((one, other) => other.lastPlayedAt - one.lastPlayedAt);
}

for (const library of LIBRARIES) {
  const { games, pages, options } = library;
  describe(`a library of ${games.toLocaleString('en')} games`, options, () => {
    let scene: SyncScene;
    /** Not picked, and on the second page of titles. */
    const old = games - 30;

    beforeAll(async () => {
      scene = await aStoredLibrary(library);
    }, 60_000);

    test('is read at first with every page, every match once, and the picked games', () => {
      expect(counts(scene.psn.asked)).toStrictEqual({
        titles: 2,
        summary: 1,
        profile: 1,
        played: Math.ceil(games / pages.playedPageSize),
        sets: games / 5,
        definitions: PICKED,
        earned: PICKED,
      });
    });

    // One after the other on the same library: each starts where the last one has brought it.
    test.each([
      [0, 1],
      [1, 1],
      [7, 2],
      [60, 9],
    ])('with %i changed games picked asks for those besides', async (k, first) => {
      for (let n = first; n < first + k; n++) {
        scene.earn(n, 1);
        play(scene, n);
      }

      const earned = k === 0 ? {} : { earned: k };
      expect(await nextSync(scene)).toStrictEqual({ titles: 1, played: 1, ...earned });
    });

    test('with one game played without a trophy asks for nothing besides', async () => {
      play(scene, old - 1);

      expect(await nextSync(scene)).toStrictEqual({ titles: 1, played: 1 });
      expect((await scene.title(old - 1))?.lastPlayedAt).toBe(scene.now - 60_000 + old - 1);
    });

    test('with more of them than the short list holds reads on, and finds all', async () => {
      const played = Array.from({ length: 12 }, (_, index) => old + index);
      for (const n of played) play(scene, n);
      const at = scene.now;

      expect(await nextSync(scene)).toStrictEqual({ titles: 1, played: 2 });
      for (const n of played) expect((await scene.title(n))?.lastPlayedAt).toBe(at + n);
    });

    test('with a game gone from page 2 reads both pages, twice to be sure', async () => {
      scene.removeTitle(games - 10);

      expect(await nextSync(scene)).toStrictEqual({ titles: 2, played: 1 });
      expect((await scene.title(games - 10))?.absence).toMatchObject({ isSure: false });
      expect(await nextSync(scene)).toStrictEqual({ titles: 2, summary: 1, played: 1 });
      expect((await scene.title(games - 10))?.absence).toMatchObject({ isSure: true });
      expect(await nextSync(scene)).toStrictEqual({ titles: 1, played: 1 });
    });

    test('with one gone and one new, and so as many as before, is not deceived', async () => {
      scene.removeTitle(games - 15);
      scene.addTitle({ n: 2_000, daysAgo: 0 });

      expect(await nextSync(scene)).toStrictEqual({
        titles: 2,
        played: 1,
        sets: 1,
        definitions: 1,
        earned: 1,
      });
      expect((await scene.title(games - 15))?.absence).toMatchObject({ isSure: false });
      expect(await scene.title(2_000)).toMatchObject({ choice: 'picked', absence: null });
    });
  });
}
