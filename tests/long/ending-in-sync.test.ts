import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { clickConnect, type Scene, setScene, settles } from '../journeys/scene.ts';
import {
  connectionSeenBy,
  countLeftovers,
  leftoversSeenBy,
  NOTHING,
  openBystander,
  readStores,
} from '../journeys/stores.ts';
import type { Endpoint } from '../psn/endpoints.ts';

/*
 * A sync asks for the next answer while it stores the one before. It is ended at that very moment, and a little later:
 * nothing is asked after the end, and nothing is written.
 */

/** How long after a request has reached Sony that was asked ahead. Milliseconds. */
const MOMENTS = [0, 5, 30, 300];
const OF_TROPHIES: readonly Endpoint[] = ['trophies', 'earned', 'groups'];
const SLOW = 600;

/** Resolves when the second of these requests reaches Sony: the answer to the first is being stored. */
function askedAhead({ simulator }: Scene): Promise<void> {
  const second = Promise.withResolvers<void>();
  let asked = 0;
  const matches = (): boolean => {
    if (++asked === 2) second.resolve();
    return true;
  };
  for (const endpoint of OF_TROPHIES) {
    simulator.control.inject({ endpoint, fault: { slow: SLOW }, call: 'every', matches });
  }
  return second.promise;
}

const CELLS = (['disconnect', 'eraseEverything'] as const).flatMap((request) =>
  MOMENTS.map((moment) => [request, moment] as const),
);

test.each(CELLS)('nothing is asked or written after %s, %i ms later', async (request, moment) => {
  const scene = await setScene();
  const { simulator, chromium } = scene;
  const ahead = askedAhead(scene);
  const bystander = await openBystander(chromium);
  await (await clickConnect(scene)).close();
  await ahead;
  await sleep(moment);
  expect(simulator.waitingAnswers()).toBeGreaterThan(0);
  const message = { id: 1, type: request, data: null, timestamp: Date.now() };
  await bystander.evaluate((data) => chrome.runtime.sendMessage(data), message);
  const isEnded =
    request === 'disconnect'
      ? () =>
          expect.poll(() => connectionSeenBy(bystander)).toMatchObject({ phase: 'disconnected' })
      : () => expect.poll(() => leftoversSeenBy(bystander)).toEqual(NOTHING);
  await isEnded();

  const asked = simulator.control.log.length;
  const stored = await readStores(chromium);
  await settles(scene);
  expect(simulator.control.log.slice(asked)).toEqual([]);
  expect(await readStores(chromium)).toBe(stored);
  const nothing = request === 'disconnect' ? { alarms: [], rules: 0, badge: '' } : NOTHING;
  expect(await countLeftovers(chromium)).toMatchObject(nothing);
});
