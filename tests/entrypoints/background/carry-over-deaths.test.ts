/** @module-tag slow */

import { fakeBrowser } from '@webext-core/fake-browser';
import { describe, expect, test, vi } from 'vitest';
import {
  deleteDatabases,
  expectCarriedOver,
  leaveEverything,
  start,
  startEmpty,
} from '../../support/carry-over-scene';

const { local } = fakeBrowser.storage;

startEmpty();

describe('a worker that dies', () => {
  /** From the nth call to what lasts on, nothing is carried out, and nothing answers. */
  function dyingAt(n: number): () => number {
    let calls = 0;
    const dead = (): boolean => ++calls >= n;
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
    // Each worker has locks of its own, which die with it.
    vi.spyOn(navigator.locks, 'request').mockImplementation((...args: unknown[]) =>
      (args.at(-1) as () => Promise<unknown>)(),
    );
    return () => calls;
  }

  /** How many calls a whole carry-over makes. */
  async function countCalls(): Promise<number> {
    await leaveEverything();
    const calls = dyingAt(Infinity);
    await start();
    const count = calls();
    vi.restoreAllMocks();
    return count;
  }

  test('at whatever call is followed by one that goes on', async () => {
    const count = await countCalls();
    expect(count).toBeGreaterThan(20);
    for (let n = 1; n <= count; n++) {
      await local.clear();
      await deleteDatabases();
      await leaveEverything();
      const calls = dyingAt(n);
      void start();
      await vi.waitFor(() => expect(calls()).toBeGreaterThanOrEqual(n), { interval: 1 });
      await new Promise((resolve) => setTimeout(resolve, 5));
      vi.restoreAllMocks();

      await start();
      await expectCarriedOver();
    }
  }, 30_000);
});
