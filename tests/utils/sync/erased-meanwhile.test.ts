/** @module-tag slow */

import { expect, test, vi } from 'vitest';
import { GridScene } from '../../support/grid-scene';
import { carryOutEnd, tracesOf } from '../../support/grid-ending';
import { MortalWorker } from '../../support/mortal-worker';

/** The player disconnects or erases in the middle of a sync: nothing of the account comes back, nothing is asked later. */

const WAYS = ['disconnecting', 'erasing'] as const;

/** Tells of one call, before it is made or once it is answered. */
class WatchedWorker extends MortalWorker {
  #seen = 0;
  readonly #at: number;
  readonly #onCall: () => void;
  readonly #isAfter: boolean;

  constructor(at: number, isAfter: boolean, onCall: () => void) {
    super(Infinity);
    this.#at = at;
    this.#isAfter = isAfter;
    this.#onCall = onCall;
  }

  override mortal<Part extends object>(part: Part): Part {
    const counted = super.mortal(part);
    return new Proxy(part, {
      get: (_, name): unknown => {
        const value: unknown = Reflect.get(counted, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          const isIt = this.#seen++ === this.#at;
          if (isIt && !this.#isAfter) this.#onCall();
          const answer: unknown = Reflect.apply(value, counted, args);
          if (!isIt || !this.#isAfter) return answer;
          if (answer instanceof Promise) return answer.finally(() => this.#onCall());
          this.#onCall();
          return answer;
        };
      },
    });
  }
}

/** A sync, ended at that call: what there is then, and what there is once nothing stirs any more. */
async function endedAt(at: number, way: (typeof WAYS)[number], isAfter: boolean) {
  const scene = new GridScene();
  await scene.connect(scene.accountId);
  let ended: Promise<void> | null = null;
  const life = new WatchedWorker(at, isAfter, () => {
    scene.connected = null;
    scene.record.current = { phase: way, since: scene.now };
    ended = carryOutEnd(scene, worker);
  });
  const worker = scene.worker(life);
  const synced = scene.syncByHand(worker).catch(() => undefined);
  await vi.waitUntil(() => ended !== null, { interval: 0, timeout: 20_000 });
  await (ended as Promise<void> | null);
  const then = await tracesOf(scene);
  await synced;
  await worker.loop.wake();
  await new Promise((go) => setTimeout(go, 5));
  const later = await tracesOf(scene);
  await scene.remove();
  return { then, later };
}

async function callsOfASync(): Promise<number> {
  const scene = new GridScene();
  await scene.connect(scene.accountId);
  const life = new MortalWorker(Infinity);
  await scene.syncByHand(scene.worker(life));
  await scene.remove();
  return life.calls;
}

/** At every so manieth call, from this one on. */
async function expectNothingLater(way: (typeof WAYS)[number], isAfter: boolean, step: number) {
  const calls = await callsOfASync();
  expect(calls).toBeGreaterThan(100);
  for (let at = 2; at < calls - 1; at += step) {
    const { then, later } = await endedAt(at, way, isAfter);

    expect(later, `call ${String(at)}`).toStrictEqual(then);
    expect(then).toMatchObject({ tokens: 0, alarm: null, connection: { phase: 'disconnected' } });
    if (way === 'erasing') expect(then.databases).toStrictEqual([]);
  }
}

const MOMENTS = WAYS.flatMap((way) => [false, true].map((isAfter) => [way, isAfter] as const));

test.each(MOMENTS)(
  'nothing is written or asked after %s at every eleventh call (answered: %s)',
  (way, isAfter) => expectNothingLater(way, isAfter, 11),
);

test.each(MOMENTS)(
  'nothing is written or asked after %s at any call (answered: %s)',
  { tags: ['long'], timeout: 120_000 },
  (way, isAfter) => expectNothingLater(way, isAfter, 1),
);
