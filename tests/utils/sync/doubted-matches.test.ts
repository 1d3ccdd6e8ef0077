import { beforeEach, expect, test } from 'vitest';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

/** A played game whose match names a set that no list has is asked for again along with others, and not for ever. */

const DAY = 24 * 3_600_000;

let scene: SyncScene;

/** The match of these games names sets that Sony lists nowhere. */
function misname(...games: number[]): void {
  for (const n of games) scene.psn.sets.set(game(n), [`NPWR9999${String(n)}_00`]);
}

function game(n: number): string {
  return `PPSA0000${String(n)}_00`;
}

/** What of the next daily sync, so many days later, is a match. */
async function matchesAfter(days: number): Promise<string[]> {
  scene.psn.asked.length = 0;
  scene.now += days * DAY;
  await scene.syncDaily();
  expect(scene.snapshot.gaps).toStrictEqual([]);
  return scene.psn.asked.filter((asked) => asked.startsWith('sets'));
}

beforeEach(async () => {
  scene = new SyncScene();
  aRecentLibrary(scene, 9);
  misname(1, 2, 3, 4, 5, 6);
  await scene.syncByHand();
});

test('a quiet day asks for nothing besides its lists, and the weekly reading for them alone', async () => {
  expect(await matchesAfter(1)).toStrictEqual([]);
  expect(scene.psn.asked).toHaveLength(2);
  expect(await matchesAfter(8)).toStrictEqual([]);
  expect(scene.psn.asked).toHaveLength(4);
});

test('with a changed game five of them are asked for along, in one request, and then the others', async () => {
  scene.earn(8, 1);
  expect(await matchesAfter(1)).toStrictEqual([]);
  scene.earn(9, 1);
  const first = await matchesAfter(8);
  scene.earn(7, 1);
  const second = await matchesAfter(1);

  expect([first, second].map((asked) => asked.length)).toStrictEqual([1, 1]);
  const named = (asked: string[]) => (asked[0] ?? '').match(/PPSA\d+_00/g) ?? [];
  expect(named(first)).toHaveLength(5);
  expect([...named(first), ...named(second)].sort()).toStrictEqual([1, 2, 3, 4, 5, 6].map(game));
});

test('one that names the right set by then has its playtime with it', async () => {
  for (let n = 1; n <= 6; n++) scene.psn.sets.set(game(n), [scene.id(n)]);
  scene.earn(8, 1);
  await matchesAfter(8);
  scene.earn(9, 1);
  await matchesAfter(1);

  expect(await scene.database.playedGames.where({ npCommunicationIds: scene.id(1) }).count()).toBe(
    1,
  );
  expect((await scene.title(1))?.lastPlayedAt).toBeGreaterThan(0);
  scene.earn(7, 1);
  expect(await matchesAfter(8)).toStrictEqual([]);
});

test('one that was played since is asked for with the next changed game', async () => {
  scene.psn.playedRows = scene.psn.playedRows.map((row) =>
    row.npTitleId === game(3) ? { ...row, lastPlayedAt: scene.now + DAY / 2 } : row,
  );
  scene.psn.playedRows.sort((one, other) => other.lastPlayedAt - one.lastPlayedAt);
  scene.earn(8, 1);

  expect(await matchesAfter(1)).toStrictEqual([`sets ${game(3)}`]);
});

test.each(['not-found', 'sony-down', 'no-answer'] as const)(
  'where they are refused with %s nothing is missing, and they wait a week',
  async (cause) => {
    scene.psn.failsOn = (asked) => (asked.startsWith('sets') ? { cause } : null);
    scene.earn(8, 1);
    expect(await matchesAfter(8)).toHaveLength(1);
    const games = await scene.database.playedGames.toArray();
    expect(games.every(({ matched }) => matched === 1)).toBe(true);
    scene.psn.failsOn = () => null;
    scene.earn(9, 1);
    expect((await matchesAfter(1))[0]).toBe(`sets ${game(6)}`);
  },
);

test('one that names no set is asked for once more, a week later, and then believed', async () => {
  scene = new SyncScene();
  aRecentLibrary(scene, 9);
  scene.psn.sets.set(game(2), []).set(game(3), []);
  await scene.syncByHand();
  scene.earn(8, 1);
  expect(await matchesAfter(1)).toStrictEqual([]);

  scene.psn.sets.set(game(3), [scene.id(3)]);
  scene.earn(7, 1);
  expect((await matchesAfter(8))[0]).toMatch(/PPSA00003.*PPSA00002|PPSA00002.*PPSA00003/);
  expect((await scene.database.playedGames.get(game(3)))?.npCommunicationIds).toStrictEqual([
    scene.id(3),
  ]);
  scene.earn(8, 1);
  expect(await matchesAfter(8)).toStrictEqual([]);
});
