import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unpacked } from '@/utils/database/packed-set';
import { FaultScene } from '../../support/fault-scene';

const DAY = 86_400_000;

let scene: FaultScene;

beforeEach(async () => {
  scene = new FaultScene();
  await scene.syncByHand();
  // Everything is asked for anew by then, texts and names of add-ons where the game is opened.
  scene.now += 31 * DAY;
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await scene.database.delete();
});

/** From now on Sony's answers, or the rows in them, lack these fields, or have something unreadable there. */
function sayNothingOf(...fields: string[]): void {
  const json = Response.json.bind(Response);
  const silenced = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (key, each: unknown) => (fields.includes(key) ? [7] : each));
  vi.spyOn(Response, 'json').mockImplementation((answer, init) => json(silenced(answer), init));
}

/** From now on Sony says this of the group of every trophy, or leaves it out. */
function sayGroup(trophyGroupId: string | undefined): void {
  vi.restoreAllMocks();
  const json = Response.json.bind(Response);
  const said = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'trophyType' in value
      ? { ...value, trophyGroupId }
      : value;
  vi.spyOn(Response, 'json').mockImplementation((answer, init) =>
    json(JSON.parse(JSON.stringify(answer), said), init),
  );
}

/** No trophy is earned yet; each has a counter and a reward, or an answer that cannot be read. */
function withCounter(isSaid: () => boolean) {
  return (_: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('trophyId' in value)) return value;
    const said = (text: string): unknown => (isSaid() ? text : [7]);
    return {
      ...value,
      ...('trophyType' in value && {
        trophyProgressTargetValue: said('30'),
        trophyRewardName: said('An avatar'),
      }),
      ...('earned' in value && {
        earned: false,
        progress: said('12'),
        progressedDateTime: said('2025-03-01T10:00:00Z'),
      }),
    };
  };
}

describe('what Sony leaves out it has said before', () => {
  test('of a game: its name, its platforms, and where its trophies are asked for', async () => {
    const before = await scene.database.titles.toArray();
    sayNothingOf('trophyTitleName', 'trophyTitlePlatform', 'npServiceName', 'trophySetVersion');
    await scene.syncByHand();

    expect(await scene.database.titles.toArray()).toStrictEqual(before);
    expect(await scene.lastRun()).toMatchObject({ renamed: [], moved: [], grown: [] });
  });

  test('of a game: that it is hidden', async () => {
    sayNothingOf('hiddenFlag');
    await scene.syncByHand();

    const titles = await scene.database.titles.toArray();
    expect(titles.map(({ hidden }) => hidden)).toStrictEqual([false, false, true]);
  });

  test('of a played game: its name, what it is, and how the player comes by it', async () => {
    const before = await scene.database.playedGames.toArray();
    sayNothingOf('name', 'category', 'service', 'concept', 'firstPlayedDateTime');
    await scene.syncByHand();

    expect(await scene.database.playedGames.toArray()).toStrictEqual(before);
  });

  test('of a played game: how long, how often, and when', async () => {
    const before = await scene.database.playedGames.toArray();
    const titles = await scene.database.titles.toArray();
    expect(before[0]?.playSeconds).toBeGreaterThan(0);
    sayNothingOf('playDuration', 'playCount', 'lastPlayedDateTime');
    await scene.syncByHand();

    expect(await scene.database.playedGames.toArray()).toStrictEqual(before);
    expect(await scene.database.titles.toArray()).toStrictEqual(titles);
  });

  test('of a game: when its trophies were synced last, and how many groups they are in', async () => {
    const before = await scene.database.titles.toArray();
    sayNothingOf('lastUpdatedDateTime', 'trophyGroupCount', 'hasTrophyGroups');
    await scene.syncByHand();

    expect(await scene.database.titles.toArray()).toStrictEqual(before);
  });

  test('of a trophy: how far it is, and what it gives', async () => {
    const json = Response.json.bind(Response);
    let isSaid = true;
    vi.spyOn(Response, 'json').mockImplementation((answer, init) =>
      json(
        JSON.parse(
          JSON.stringify(answer),
          withCounter(() => isSaid),
        ),
        init,
      ),
    );
    const worker = scene.worker();
    const open = async (): Promise<void> => {
      scene.now += 31 * DAY;
      await worker.requests.openGame('NPWR0000A_00');
      await worker.loop.wake();
    };
    await open();
    const before = await countersOfA();
    const counter = { progress: 12, target: 30, rewardName: 'An avatar' };
    expect(before).toMatchObject([counter, counter]);

    isSaid = false;
    await open();

    expect(await countersOfA()).toStrictEqual(before);
  });

  test('of a trophy: its name and text, its grade, its group, and whether it is a secret', async () => {
    const before = await setOfA();
    expect(before?.trophies.map(({ hidden }) => hidden)).toStrictEqual([false, true]);
    sayNothingOf(
      ...['trophyName', 'trophyDetail', 'trophyType', 'trophyHidden'],
      ...['trophyGroupId', 'trophyGroupName'],
    );
    const worker = scene.worker();
    await worker.requests.openGame('NPWR0000A_00');
    await worker.loop.wake();

    expect(scene.tiny.countOf('definitions')).toBe(4);
    expect(await setOfA()).toStrictEqual({ ...before, trophies: before?.trophies });
  });

  test('of a trophy: its group, also where that is left out', async () => {
    const groupsOfA = async () => (await setOfA())?.trophies.map(({ groupId }) => groupId);
    for (const said of ['001', undefined]) {
      sayGroup(said);
      scene.now += 31 * DAY;
      const worker = scene.worker();
      await worker.requests.openGame('NPWR0000A_00');
      await worker.loop.wake();
      expect(await groupsOfA()).toStrictEqual(['001', '001']);
    }
    expect(scene.tiny.countOf('definitions')).toBe(5);
  });

  test('of the player: what they are called, and that they have PS Plus', async () => {
    const image = 'https://image.api.playstation.com/new.png';
    const json = Response.json.bind(Response);
    vi.spyOn(Response, 'json').mockImplementation((answer: object, init) =>
      json('onlineId' in answer ? { avatars: [{ size: 'm', url: image }] } : answer, init),
    );
    await scene.syncByHand();

    const [overview] = await scene.database.overview.toArray();
    expect(overview?.player).toMatchObject({ onlineId: 'tiny', avatarUrl: image, isPlus: true });
  });

  test('of the account: its level, and what it has of each grade', async () => {
    const sumOf = async () => (await scene.database.overview.toArray())[0]?.summary;
    const before = await sumOf();
    sayNothingOf('trophyLevel', 'bronze', 'progress');
    await scene.syncByHand();
    expect(await sumOf()).toStrictEqual(before);
  });
});

test('what Sony says of the account or of the player in part is asked for again at the next sync', async () => {
  scene.now += 31 * DAY;
  sayNothingOf('tier', 'onlineId');
  await scene.syncByHand();
  vi.restoreAllMocks();
  scene.tiny.asked.length = 0;
  await scene.syncDaily();

  expect(scene.tiny.asked).toStrictEqual(['titles', 'summary', 'profile', 'played-games']);
  const [overview] = await scene.database.overview.toArray();
  expect(overview?.summary?.tier).toBe(1);
});

test('a trophy of which Sony has never said whether it is a secret is one', async () => {
  const fresh = new FaultScene();
  sayNothingOf('trophyHidden');
  await fresh.syncByHand();

  const set = await fresh.database.trophySets.get('NPWR0000A_00');
  expect(set && unpacked(set).trophies.map(({ hidden }) => hidden)).toStrictEqual([true, true]);
  await fresh.database.delete();
});

test('a trophy of which Sony has never said the group is in none, but in a game of one group', async () => {
  const fresh = new FaultScene();
  sayGroup(undefined);
  await fresh.syncByHand();

  const groups = (await fresh.database.trophySets.toArray()).map((set) => [
    set.npCommunicationId,
    ...new Set(unpacked(set).trophies.map(({ groupId }) => groupId)),
  ]);
  expect(groups).toStrictEqual([
    ['NPWR0000A_00', null],
    ['NPWR0000B_00', 'default'],
    ['NPWR0000C_00', 'default'],
  ]);
  await fresh.database.delete();
});

async function countersOfA() {
  const set = await scene.database.trophySets.get('NPWR0000A_00');
  return (set === undefined ? [] : unpacked(set).trophies).map(
    ({ progress, progressedAt, target, rewardName }) => ({
      ...{ progress, progressedAt, target, rewardName },
    }),
  );
}

async function setOfA() {
  const set = await scene.database.trophySets.get('NPWR0000A_00');
  if (set === undefined) return undefined;
  const { groups, trophies } = unpacked(set);
  return {
    groups,
    trophies: trophies.map(({ name, detail, grade, groupId, hidden }) => ({
      ...{ name, detail, grade, groupId, hidden },
    })),
  };
}
