/** @module-tag slow */

import { beforeEach, expect, test } from 'vitest';
import { SyncScene } from '../../support/sync-scene';

const DAY = 86_400_000;
const NAMELESS = { id: null, fields: ['npCommunicationId'] };

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
});

function fill(count: number): void {
  for (let n = count; n >= 1; n--) scene.addTitle({ n, daysAgo: n });
}

test.each([3, 0, null])(
  'rows without a name are not read without end (a total of %j)',
  async (total) => {
    scene.budget = Infinity;
    scene.psn.answerListWith('titles', (_, call) => ({
      ...{ rows: [], unread: [NAMELESS] },
      ...{ nextOffset: call + 1, total },
    }));
    await scene.syncByHand();

    expect(scene.status).toStrictEqual({ state: 'idle' });
    expect(scene.psn.asked.length).toBeLessThan(15);
  },
);

test.each(['titles', 'played-games'] as const)(
  'a row that moves from one page to the next is as it came first (%s)',
  async (list) => {
    fill(6);
    scene.psn.pageSize = scene.psn.playedPageSize = 3;
    await scene.syncByHand();
    const before = await scene.contents();
    scene.now += 7 * DAY;
    const first: unknown[] = [];
    scene.psn.answerListWith(list, ({ rows }, call) => {
      first.push(...rows);
      const old = { ...(first[0] as object), progress: 0, playSeconds: 1, lastUpdatedAt: 5 };
      return call % 2 === 0 ? {} : { rows: [old, ...rows] };
    });
    await scene.syncByHand();
    const { titles, games } = await scene.contents();
    expect({ titles, games }).toStrictEqual({ titles: before.titles, games: before.games });
  },
);

test('no title is missed where one came without a name', async () => {
  fill(3);
  await scene.syncByHand();
  scene.psn.answerListWith('titles', ({ rows }) => ({
    ...{ rows: rows.slice(1), unread: [NAMELESS] },
  }));
  for (let sync = 0; sync < 3; sync++) await scene.syncByHand();

  expect(await scene.database.titles.orderBy('absence.missedAt').count()).toBe(0);
});

test('an old game that Sony’s list had left out is not added to the sum, which is asked for again', async () => {
  fill(3);
  scene.psn.answerListWith('titles', ({ rows }) => ({ rows: rows.slice(1), total: 2 }));
  await scene.syncByHand();
  scene.psn.listed = (_, page) => page;
  scene.now += DAY;
  await scene.syncDaily();

  const [overview] = await scene.database.overview.toArray();
  expect(overview?.summary?.earned.bronze).toBe(1);
});
