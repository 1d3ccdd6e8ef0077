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

describe('what Sony leaves out it has said before', () => {
  test('of a game: its name, its platforms, and where its trophies are asked for', async () => {
    const before = await scene.database.titles.toArray();
    sayNothingOf('trophyTitleName', 'trophyTitlePlatform', 'npServiceName', 'trophySetVersion');
    await scene.syncByHand();

    expect(await scene.database.titles.toArray()).toStrictEqual(before);
    expect(await scene.lastRun()).toMatchObject({ renamed: [], moved: [], grown: [] });
  });

  test('of a trophy: its name and text, its grade and its group', async () => {
    const before = await setOfA();
    sayNothingOf('trophyName', 'trophyDetail', 'trophyType', 'trophyGroupId', 'trophyGroupName');
    const worker = scene.worker();
    await worker.requests.openGame('NPWR0000A_00');
    await worker.loop.wake();

    expect(scene.tiny.countOf('definitions')).toBe(4);
    expect(await setOfA()).toStrictEqual({ ...before, trophies: before?.trophies });
  });

  test('of the player: what they are called', async () => {
    const image = 'https://image.api.playstation.com/new.png';
    const json = Response.json.bind(Response);
    vi.spyOn(Response, 'json').mockImplementation((answer: object, init) =>
      json('onlineId' in answer ? { avatars: [{ size: 'm', url: image }] } : answer, init),
    );
    await scene.syncByHand();

    const [overview] = await scene.database.overview.toArray();
    expect(overview?.player).toMatchObject({ onlineId: 'tiny', avatarUrl: image });
  });
});

async function setOfA() {
  const set = await scene.database.trophySets.get('NPWR0000A_00');
  if (set === undefined) return undefined;
  const { groups, trophies } = unpacked(set);
  return {
    groups,
    trophies: trophies.map(({ name, detail, grade, groupId }) => ({
      name,
      detail,
      grade,
      groupId,
    })),
  };
}
