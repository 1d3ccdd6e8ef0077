import { afterEach, beforeEach, expect, test } from 'vitest';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

let scene: SyncScene;

beforeEach(() => {
  scene = new SyncScene();
  aRecentLibrary(scene, 3);
});

afterEach(() => scene.database.delete());

/** The trophies of these games, by their numbers in the order in which they were asked for. */
function trophiesAsked(): string[] {
  return scene.psn.asked.filter((asked) => /^(definitions|earned)/.test(asked));
}

test('two are unfinished at a time, of two games, and never three', async () => {
  let [stored, most] = [0, 0];
  const note = (): void => {
    most = Math.max(most, trophiesAsked().length - stored);
  };
  scene.psn.failsOn = () => {
    note();
    return null;
  };
  scene.afterStore = (method) => {
    if (/^store(Definitions|Earned)$/.test(method)) stored++;
  };
  await scene.syncByHand();

  expect(most).toBe(2);
  expect(trophiesAsked()).toStrictEqual([
    ...[1, 2].map((n) => `definitions ${scene.id(n)}`),
    ...[1, 2].map((n) => `earned ${scene.id(n)}`),
    ...['definitions', 'earned'].map((kind) => `${kind} ${scene.id(3)}`),
  ]);
});

test('a game that is not to be had costs one request: the other half is not asked for with it', async () => {
  scene.psn.failsOn = (asked) =>
    asked === `definitions ${scene.id(1)}` ? { cause: 'not-found' } : null;
  await scene.syncByHand();

  expect(trophiesAsked().filter((asked) => asked.endsWith(scene.id(1)))).toHaveLength(1);
  expect(trophiesAsked()).toHaveLength(5);
});

test('a connection that is got back after both have met its end is asked for both anew, without a pause', async () => {
  scene.canReconnect = true;
  const refused = [1, 2].map((n) => `definitions ${scene.id(n)}`);
  scene.psn.failsOn = (asked) => {
    const at = refused.indexOf(asked);
    if (at < 0) return null;
    refused.splice(at, 1);
    return { cause: 'token-refused' };
  };
  await scene.syncByHand();

  expect(refused).toStrictEqual([]);
  expect(scene.reports.filter(({ state }) => state === 'paused' || state === 'blocked')).toEqual(
    [],
  );
  expect(scene.status).toStrictEqual({ state: 'idle' });
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
    `definitions ${scene.id(2)}`,
  ]);
  const [title] = await scene.database.titles.where({ npCommunicationId: scene.id(2) }).toArray();
  expect(title?.fetched.definitions).toBeNull();
});
