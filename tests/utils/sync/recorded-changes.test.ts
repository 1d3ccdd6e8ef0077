/** @module-tag slow */

import { beforeEach, describe, expect, test } from 'vitest';
import { state } from '../../support/scene-trophies';
import { inBronze, openInScene, recordedScene } from '../../support/recorded-scene';
import { SyncScene } from '../../support/sync-scene';

const DAY = 86_400_000;
const MINUTE = 60_000;

let scene: SyncScene;

beforeEach(async () => {
  scene = await recordedScene();
});

describe('what was seen to happen', () => {
  const events = async () => {
    const rows = await scene.database.trophyEvents.toArray();
    return rows.map(({ kind, npCommunicationId, trophyId, earnedAt, trophies }) => {
      return [kind, Number(npCommunicationId.slice(8, 9)), trophyId, earnedAt, trophies];
    });
  };

  test('is none of it in a first sync', async () => {
    expect(await events()).toStrictEqual([]);
  });

  test('is a 100 % that is reached, and lost, also without an add-on', async () => {
    scene.earn(1, 1);
    await scene.syncByHand();
    scene.say(1, { earned: inBronze(1), progress: 50, lastUpdatedAt: scene.now + 1 });
    scene.psn.stateRows.set(scene.id(1), [state(0, scene.now - 11 * DAY), state(1, null)]);
    const earnedAt = scene.now;
    scene.now += DAY;
    await scene.syncByHand();

    expect(await events()).toStrictEqual([
      ['completed', 1, null, null, 2],
      ['lost-hundred', 1, null, null, 1],
      ['taken-back', 1, 1, earnedAt, 1],
    ]);
    expect(await scene.lastRun()).toMatchObject({
      lostHundreds: [scene.id(1)],
      grown: [],
      takenBack: [{ npCommunicationId: scene.id(1), trophies: 1 }],
    });
    expect(scene.news.at(-1)).toMatchObject({ lostHundreds: ['Game 1'] });
  });

  test('is told once by the first sync that ends, where the one that found it was given up', async () => {
    scene.earn(1, 1);
    await scene.syncByHand();
    scene.say(1, { earned: inBronze(1), progress: 50, lastUpdatedAt: scene.now + 1 });
    scene.now += DAY;
    const told = scene.news.length;
    const worker = scene.worker();
    const again = new Promise<void>((resolve, reject) => {
      scene.psn.failsOn = (asked) => {
        if (asked !== `earned ${scene.id(1)}`) return null;
        scene.psn.failsOn = () => null;
        scene.now += MINUTE;
        worker.requests.sync().then(resolve, reject);
        return null;
      };
    });
    await scene.syncByHand(worker);
    await again;
    await worker.loop.wake();

    expect(scene.news.slice(told)).toMatchObject([{ lostHundreds: ['Game 1'] }]);
    scene.now += MINUTE;
    await scene.syncByHand();
    expect(scene.news.at(-1)).toMatchObject({ npCommunicationIds: [] });
  });

  test('is what has become of the counts since Sony said them last, whatever it left unsaid between', async () => {
    const unsaid = { bronze: null, silver: null, gold: null, platinum: null };
    scene.say(9, { earned: inBronze(2), progress: 100 });
    await scene.syncByHand();
    for (const said of [{ progress: null }, { earned: unsaid, defined: unsaid }]) {
      scene.say(9, { ...said, lastUpdatedAt: ++scene.now });
      await scene.syncByHand();
    }
    const lacking = await scene.title(9);
    scene.say(9, { earned: inBronze(1), defined: inBronze(3), progress: 97 });
    await scene.syncByHand();

    expect(lacking).toMatchObject({
      ...{ progress: null, earned: unsaid, defined: unsaid },
      lastKnown: { progress: 100, earned: inBronze(2), defined: inBronze(2) },
    });
    expect(await scene.title(9)).not.toHaveProperty('lastKnown');
    expect(await events()).toStrictEqual([
      ['completed', 9, null, null, 2],
      ['lost-hundred', 9, null, null, 2],
      ['taken-back', 9, null, null, 1],
    ]);
    expect(await scene.lastRun()).toMatchObject({
      ...{ lostHundreds: [scene.id(9)], grown: [scene.id(9)] },
      takenBack: [{ npCommunicationId: scene.id(9), trophies: 1 }],
    });
    const versions = await scene.database.setVersions.toArray();
    expect(versions.map(({ title }) => title)).toStrictEqual([
      { defined: [inBronze(2), inBronze(3)] },
    ]);
  });

  test('is a trophy that Sony takes back of a game that is not fetched', async () => {
    scene.say(9, { earned: inBronze(0), progress: 0 });
    await scene.syncByHand();

    expect(await events()).toStrictEqual([['taken-back', 9, null, null, 1]]);
  });

  test('is one of a game that is fetched and not followed: counted at once, and named where it is fetched again', async () => {
    await scene.worker().requests.chooseGames(new Map([[scene.id(9), 'unpicked']]));
    scene.say(9, { earned: inBronze(0), progress: 0, lastUpdatedAt: scene.now });
    const earnedAt = scene.psn.stateRows.get(scene.id(9))?.[0]?.earnedAt;
    scene.psn.stateRows.set(scene.id(9), [state(0, null), state(1, null)]);
    await scene.syncByHand();
    const counted = await events();
    await openInScene(scene, 9);

    expect(counted).toStrictEqual([['taken-back', 9, null, null, 1]]);
    expect(await events()).toStrictEqual([['taken-back', 9, 0, earnedAt, 1]]);
  });

  test('has Sony’s sum asked for where it takes trophies back, once', async () => {
    await scene.syncByHand();
    scene.say(9, { earned: inBronze(0), progress: 0 });
    scene.psn.asked.length = 0;
    await scene.syncByHand();
    await scene.syncByHand();

    expect(scene.psn.asked.filter((asked) => asked === 'summary')).toHaveLength(1);
  });

  test('is a platinum', async () => {
    scene.say(9, { earned: { ...inBronze(1), platinum: 1 } });
    await scene.syncByHand();

    expect(await events()).toStrictEqual([['platinum', 9, null, null, 1]]);
  });

  test.each([
    ['long before the list agreed', 2 * DAY, true],
    ['just before', DAY / 2, false],
    ['after', -DAY / 2, false],
  ])('is a trophy that comes late: %s', async (_, before, isLate) => {
    await scene.syncByHand();
    const agreed = scene.now;
    scene.now += 5 * DAY;
    scene.earn(1, 1);
    const earnedAt = agreed - before;
    scene.psn.stateRows.set(scene.id(1), [state(0, 1), state(1, earnedAt)]);
    await scene.syncByHand();

    const late = (await events()).filter(([kind]) => kind === 'late');
    expect(late).toStrictEqual(isLate ? [['late', 1, 1, earnedAt, 1]] : []);
  });

  test('is no trophy that is only fetched late', async () => {
    const fails = (asked: string) =>
      asked.startsWith('earned') ? { cause: 'not-found' as const } : null;
    scene.earn(1, 1);
    scene.psn.failsOn = fails;
    await scene.syncByHand();
    for (let days = 0; days < 4; days++) {
      scene.now += DAY;
      await scene.syncByHand();
    }
    scene.psn.failsOn = () => null;
    await scene.syncByHand();

    expect((await scene.title(1))?.tally?.lastEarnedAt).toBe(scene.now - 4 * DAY);
    expect(await events()).toStrictEqual([['completed', 1, null, null, 2]]);
  });
});

test('a page of games that each got a trophy, and nothing else, is stored', async () => {
  scene = new SyncScene();
  for (let n = 300; n >= 1; n--) scene.addTitle({ n, daysAgo: 100 + n });
  await scene.syncByHand();
  for (let n = 1; n <= 300; n++) scene.earn(n, 1);
  await scene.syncByHand();

  expect(scene.status).toStrictEqual({ state: 'idle' });
  expect((await scene.title(300))?.earned.bronze).toBe(2);
  expect(await scene.database.setVersions.count()).toBe(0);
});
