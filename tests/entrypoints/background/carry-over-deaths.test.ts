/** @module-tag slow */

import { AsyncLocalStorage } from 'node:async_hooks';
import { fakeBrowser } from '@webext-core/fake-browser';
import { afterAll, describe, expect, test, vi } from 'vitest';
import {
  deleteDatabases,
  expectCarriedOver,
  leaveEverything,
  start,
  startEmpty,
} from '../../support/carry-over-scene';

const { local } = fakeBrowser.storage;

startEmpty();

afterAll(() => {
  vi.unstubAllGlobals();
});

describe('a worker that dies', () => {
  /** One worker's: whatever it has begun belongs to it, timers too, and stays dead with it. */
  interface Life {
    calls: number;
    last: number;
  }
  const lives = new AsyncLocalStorage<Life>();

  /** From its last call to what lasts on, nothing that a worker calls is carried out, and nothing answers. */
  function letWorkersDie(): void {
    const dead = (): boolean => {
      const life = lives.getStore();
      return life !== undefined && ++life.calls >= life.last;
    };
    const never = (): Promise<never> => new Promise(() => undefined);
    for (const name of ['get', 'set', 'clear', 'remove'] as const) {
      const real = local[name].bind(local) as (...args: unknown[]) => Promise<never>;
      vi.spyOn(local, name).mockImplementation((...args: unknown[]) =>
        dead() ? never() : real(...args),
      );
    }
    for (const name of ['open', 'deleteDatabase'] as const) {
      const real = indexedDB[name].bind(indexedDB) as (...args: unknown[]) => IDBOpenDBRequest;
      vi.spyOn(indexedDB, name).mockImplementation((...args: unknown[]) =>
        dead() ? (new EventTarget() as IDBOpenDBRequest) : real(...args),
      );
    }
    const list = indexedDB.databases.bind(indexedDB);
    vi.spyOn(indexedDB, 'databases').mockImplementation(() => (dead() ? never() : list()));
    // Its time limits outlive this file, and what they would write would be in the next one.
    const wait = globalThis.setTimeout;
    vi.stubGlobal('setTimeout', (work: () => void, after?: number) => {
      const life = lives.getStore();
      return wait(() => {
        if (life === undefined || life.calls < life.last) work();
      }, after);
    });
    // Each worker has locks of its own, which die with it.
    vi.spyOn(navigator.locks, 'request').mockImplementation((...args: unknown[]) =>
      (args.at(-1) as () => Promise<unknown>)(),
    );
  }

  /** How many calls a whole carry-over makes. */
  async function countCalls(): Promise<number> {
    await leaveEverything();
    const life = { calls: 0, last: Infinity };
    await lives.run(life, start);
    return life.calls;
  }

  /** At every so manieth call, from the first one on. */
  async function expectCarriedOn(step: number): Promise<void> {
    letWorkersDie();
    const count = await countCalls();
    expect(count).toBeGreaterThan(20);
    for (let last = 1; last <= count; last += step) {
      await local.clear();
      await deleteDatabases();
      await leaveEverything();
      const life = { calls: 0, last };
      void lives.run(life, start);
      await expect.poll(() => life.calls, { interval: 1 }).toBeGreaterThanOrEqual(last);

      await start();
      await expectCarriedOver();
    }
  }

  test('at every third call is followed by one that goes on', () => expectCarriedOn(3));

  test(
    'at whatever call is followed by one that goes on',
    { tags: ['long'], timeout: 60_000 },
    () => expectCarriedOn(1),
  );
});
