/** @module-tag slow */

import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { LibraryDatabase } from '@/utils/database/database';
import { requestsFor } from '@/utils/domain/sync/sync-plan';
import type { SonyRequest } from '../../psn/request.ts';
import type { Fault } from '../../psn/simulator.ts';
import { carryOutEnd, tracesOf } from '../../support/grid-ending';
import { MortalWorker } from '../../support/mortal-worker';
import { RestScene } from '../../support/rest-scene';

/** What happens while two requests of the rest are on their way. */

/** When it happens in `npm test`: after so many of the rest. */
const USUAL = 4;

let scene: RestScene;
/** What a first sync asks that nothing happens to: in all, and of the rest beside another. */
let undisturbed: { asked: number; both: number };

beforeAll(async () => {
  scene = await RestScene.connected();
  let both = 0;
  scene.onBoth = (nth) => void (both = nth + 1);
  await scene.syncByHand();
  await expectWhole();
  undisturbed = { asked: scene.asked, both };
  await scene.remove();
  expect(both).toBeGreaterThan(2 * USUAL);
});

beforeEach(async () => {
  scene = await RestScene.connected();
});

afterEach(() => scene.remove());

/** Every game is there, and nothing is left to do. */
async function expectWhole(database: LibraryDatabase = scene.database): Promise<void> {
  const titles = await database.titles.toArray();
  expect(titles.flatMap((title) => requestsFor(title, scene.now))).toStrictEqual([]);
  expect(await database.trophySets.count()).toBe(titles.length);
  expect(await database.playedGames.filter(({ matched }) => matched === 0).count()).toBe(0);
  expect(await database.syncCursor.count()).toBe(0);
  expect(await database.syncRequests.count()).toBe(0);
  expect(scene.status).toStrictEqual({ state: 'idle' });
  expect(scene.alarm).toBeNull();
}

/** Of what was on its way nothing may be lost but what Sony is asked for once more. */
function expectRepeated(most: number): void {
  expect(scene.asked - undisturbed.asked).toBeLessThanOrEqual(most);
}

/** At one request; and in `npm run test:long` at each. */
function testAt(name: string, attack: (nth: number) => Promise<void>): void {
  test(name, () => attack(USUAL));
  test(`${name}, at whichever request`, { tags: ['long'], timeout: 300_000 }, async () => {
    for (let nth = 0; nth < undisturbed.both; nth++) {
      await attack(nth);
      await scene.remove();
      scene = await RestScene.connected();
    }
  });
}

/** Syncs until that many of the rest have gone out, does it then, and goes on until nothing is left to do now. */
async function syncAnd(
  nth: number,
  happens: () => unknown,
  worker = scene.worker(),
): Promise<void> {
  let done: unknown;
  const isAt = scene.atBoth(nth, () => (done = happens()));
  await scene.syncByHand(worker);
  await isAt;
  await done;
  await worker.loop.wake();
}

testAt(
  'who does not want every game after all gets no more, and the rest of it when they do',
  async (nth) => {
    const worker = scene.worker();
    const want = (everyGame: boolean): Promise<void> => {
      scene.everyGame = everyGame;
      return worker.requests.followEveryGame();
    };
    await syncAnd(nth, () => want(false), worker);
    expect(scene.status).toStrictEqual({ state: 'idle' });
    expect(scene.asked).toBeLessThan(undisturbed.asked);

    await want(true);
    await worker.loop.wake();
    await expectWhole();
    expectRepeated(2);
  },
);

testAt('who changes their mind twice at once loses nothing', async (nth) => {
  const worker = scene.worker();
  await syncAnd(
    nth,
    async () => {
      for (const everyGame of [false, true]) {
        scene.everyGame = everyGame;
        await worker.requests.followEveryGame();
      }
    },
    worker,
  );

  await expectWhole();
  expectRepeated(2);
});

testAt(
  'another account that connects gets its own library, and nothing of the one before',
  async (nth) => {
    const worker = scene.worker();
    const otherId = scene.other.name.replace('trophy-shelf-', '');
    let asked = 0;
    let before: unknown;
    await syncAnd(
      nth,
      async () => {
        worker.loop.interrupt();
        before = await scene.contents();
        await scene.connect(otherId);
        ({ asked } = scene);
        await worker.requests.sync();
      },
      worker,
    );

    expect(await scene.contents()).toStrictEqual(before);
    const ids = await scene.other.titles.toCollection().primaryKeys();
    expect(ids.filter((id) => !id.startsWith('NPWR2'))).toStrictEqual([]);
    expect(scene.snapshot).toMatchObject({
      titleCount: ids.length,
      player: { accountId: otherId },
    });
    const tokens = scene.log.slice(asked).map(({ authorization }) => authorization);
    expect(new Set(tokens).size).toBe(1);
    await expectWhole(scene.other);
  },
);

const WAYS = ['disconnecting', 'erasing'] as const;

for (const way of WAYS) {
  testAt(`nothing is written or asked after ${way}`, async (nth) => {
    const worker = scene.worker();
    let ended: Promise<void> | undefined;
    void scene.atBoth(nth, () => {
      scene.connected = null;
      scene.record.current = { phase: way, since: scene.now };
      ended = carryOutEnd(scene, worker);
    });
    const synced = scene.syncByHand(worker).catch(() => undefined);
    await vi.waitUntil(() => ended !== undefined, { interval: 0, timeout: 20_000 });
    await ended;
    const traces = async () => ({
      ...(await tracesOf(scene)),
      library: way === 'erasing' ? null : await scene.contents(),
    });
    const then = await traces();
    await synced;
    await worker.loop.wake();
    await new Promise((go) => setTimeout(go, 100));

    expect(await traces()).toStrictEqual(then);
    expect(then).toMatchObject({ tokens: 0, alarm: null, connection: { phase: 'disconnected' } });
    if (way === 'erasing') expect(then.databases).toStrictEqual([]);
  });
}

const OF_REST = ['titlesByNpTitleId', 'trophies', 'groups', 'earned'] as const;

/** The next requests of the rest meet this, so many of them, each once. */
function refuse(fault: Fault, times: number): void {
  const refused = new Set<string>();
  const matches = ({ path, query }: SonyRequest): boolean => {
    const asked = `${path}?${query.toString()}`;
    if (refused.size === times || refused.has(asked)) return false;
    refused.add(asked);
    return true;
  };
  for (const endpoint of OF_REST) {
    scene.control.inject({ endpoint, fault, call: 'every', seconds: 90, matches });
  }
}

for (const times of [1, 2]) {
  testAt(
    `a limit that ${String(times)} of the two meet is waited for, and the rest goes on`,
    async (nth) => {
      await syncAnd(nth, () => refuse('429', times));

      expect(scene.status).toMatchObject({
        state: 'paused',
        isRest: true,
        failure: { cause: 'too-many-requests' },
      });
      expect(scene.alarm).toBeGreaterThan(scene.now);
      await scene.goOn(9);
      await expectWhole();
      // Where they meet it one after the other, each time both that were on their way are asked for again.
      expectRepeated(2 * times);
    },
  );

  testAt(`access that is refused to ${String(times)} of the two is renewed once`, async (nth) => {
    await syncAnd(nth, () => refuse('401', times));
    // Where only one was on its way the other is refused to access that is good: that costs itself, for a minute.
    await scene.goOn(3);

    await expectWhole();
    expect(scene.control.log.filter(({ endpoint }) => endpoint === 'token')).toHaveLength(2);
    expectRepeated(times);
  });
}

testAt('access that has ended is renewed once, for both', async (nth) => {
  await syncAnd(nth, () => scene.control.expireAccessTokens());

  await expectWhole();
  expect(scene.control.log.filter(({ endpoint }) => endpoint === 'token')).toHaveLength(2);
  expectRepeated(2);
});

testAt(
  'a worker that dies is followed by one that asks for these two at most again',
  async (nth) => {
    const life = new MortalWorker(Infinity);
    const died = scene.atBoth(nth, () => life.die());
    void scene.syncByHand(scene.worker(life));
    await died;
    await scene.wake();

    await expectWhole();
    expectRepeated(2);
  },
);
