import { afterEach, beforeEach, expect, test } from 'vitest';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
  aRecentLibrary(scene, 3);
});

afterEach(() => scene.database.delete());

test('the next is asked while an answer is stored, and never two at once', async () => {
  const asked: string[][] = [];
  scene.beforeStore = (method) => {
    if (method === 'storeDefinitions') asked.push([...scene.psn.asked]);
  };
  let [underWay, most] = [0, 0];
  const { psn } = scene;
  for (const kind of ['definitions', 'earned'] as const) {
    const answer = psn[kind].bind(psn) as (...given: unknown[]) => Promise<never>;
    psn[kind] = async (...given: unknown[]) => {
      most = Math.max(most, ++underWay);
      const answered = await answer(...given);
      underWay -= 1;
      return answered;
    };
  }

  await scene.syncByHand();

  expect(asked).toHaveLength(3);
  asked.forEach((until, index) => {
    expect(until.at(-1)).toBe(`earned ${scene.id(index + 1)}`);
  });
  expect(most).toBe(1);
  expect(new Set(psn.asked).size).toBe(psn.asked.length);
});

test('a stop while an answer is stored leaves what was asked ahead, and asks nothing more', async () => {
  const worker = scene.worker();
  let stop: Promise<unknown> | undefined;
  scene.beforeStore = (method) => {
    if (method === 'storeDefinitions') stop ??= worker.requests.stop();
  };

  await scene.syncByHand(worker);
  await stop;
  await worker.loop.wake();

  expect(scene.status.state).toBe('stopped');
  expect(scene.psn.asked.filter((asked) => /^(definitions|earned)/.test(asked))).toEqual([
    `definitions ${scene.id(1)}`,
    `earned ${scene.id(1)}`,
  ]);
  const [title] = await scene.database.titles.where({ npCommunicationId: scene.id(1) }).toArray();
  expect(title?.fetched.earned).toBeNull();
});
