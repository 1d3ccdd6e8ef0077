import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  changeLocal,
  clearLocal,
  finishClearing,
  readLocal,
  removeLocal,
  writeLocal,
  type ClearingStore,
} from '@/utils/browser/local-area';
import { LOCAL_KEYS, SESSION_AREA_KEYS } from '@/utils/browser/stored-keys';
import { failureOf } from '@/utils/domain/failure';
import { DexieClearingStore } from '@/utils/database/clearing-store';

const clearing = new DexieClearingStore();
const { local } = fakeBrowser.storage;
const BEFORE = { settings: { renewal: false }, keyHalf: 'half', snapshot: { titleCount: 3 } };
const AFTER = { settings: { renewal: false }, snapshot: { titleCount: 3 } };

beforeEach(async () => {
  fakeBrowser.reset();
  await clearing.remove();
  await local.set(BEFORE);
});

test('what stays is there again, and what goes is gone', async () => {
  await clearLocal(clearing, ['keyHalf']);

  expect(await local.get(null)).toStrictEqual(AFTER);
  expect(await indexedDB.databases()).toStrictEqual([]);
});

test('the room that was freed is written over with as much again', async () => {
  const sizes: number[] = [];
  const set = vi.spyOn(local, 'set').mockImplementation((values) => {
    sizes.push(JSON.stringify(values).length);
    return Promise.resolve();
  });
  await clearLocal(clearing, null);
  set.mockRestore();

  expect(Math.max(...sizes)).toBeGreaterThan(2 * JSON.stringify(BEFORE).length);
  expect(await local.get(null)).toStrictEqual({});
});

describe('a worker that dies in the clearing', () => {
  /** The nth call to the area or to the clearing store is never answered. */
  function dyingAt(n: number): { store: ClearingStore; calls: () => number; revive: () => void } {
    let calls = 0;
    const mortal =
      <Args extends unknown[], Value>(work: (...args: Args) => Promise<Value>) =>
      (...args: Args): Promise<Value> =>
        ++calls >= n ? new Promise(() => undefined) : work(...args);
    const { get, set, clear } = {
      get: local.get.bind(local),
      set: local.set.bind(local),
      clear: local.clear.bind(local),
    };
    const spies = [
      vi.spyOn(local, 'get').mockImplementation(mortal(get)),
      vi.spyOn(local, 'set').mockImplementation(mortal(set)),
      vi.spyOn(local, 'clear').mockImplementation(mortal(clear)),
    ];
    return {
      store: {
        read: mortal(() => clearing.read()),
        write: mortal((values) => clearing.write(values)),
        remove: mortal(() => clearing.remove()),
      },
      calls: () => calls,
      revive: () => spies.forEach((spy) => spy.mockRestore()),
    };
  }

  const steps = Array.from({ length: 10 }, (_, index) => index + 1);

  test.each(steps)('at call %i is followed by one that goes on', async (n) => {
    // Each worker has locks of its own, which die with it.
    const request = vi
      .spyOn(navigator.locks, 'request')
      .mockImplementation(((_: string, work: () => Promise<unknown>) => work()) as never);
    const { store, calls, revive } = dyingAt(n);
    void clearLocal(store, ['keyHalf']);
    await expect.poll(() => calls()).toBe(n);
    await new Promise((resolve) => setTimeout(resolve, 20));
    revive();

    await finishClearing(clearing);
    // Before the first thing was cleared there was nothing to go on with: then it is asked for again.
    if ('keyHalf' in (await local.get(null))) await clearLocal(clearing, ['keyHalf']);
    request.mockRestore();

    expect(await local.get(null)).toStrictEqual(AFTER);
    expect(await indexedDB.databases()).toStrictEqual([]);
  });
});

test('whoever writes meanwhile waits, and is not rolled back', async () => {
  const cleared = clearLocal(clearing, ['keyHalf']);
  const written = writeLocal({ clockOffset: 7 });
  const changed = changeLocal(['settings'], () => ({ settings: { renewal: true } }));
  await Promise.all([cleared, written, changed]);

  expect(await local.get(null)).toStrictEqual({
    ...AFTER,
    clockOffset: 7,
    settings: { renewal: true },
  });
});

test('what was begun before everything was erased is not written after it', async () => {
  let letGo: () => void = () => undefined;
  const busy = navigator.locks.request(
    'storage-local',
    () => new Promise<void>((resolve) => (letGo = resolve)),
  );
  const late = writeLocal({ clockOffset: 7 });
  const erased = clearLocal(clearing, null);
  letGo();
  await Promise.all([busy, late, erased]);

  expect(await local.get(null)).toStrictEqual({});
});

test('a mark that could not be taken away rolls nothing back', async () => {
  const { write, read } = {
    write: clearing.write.bind(clearing),
    read: clearing.read.bind(clearing),
  };
  const stuck: ClearingStore = { read, write, remove: () => Promise.reject(new Error('stuck')) };
  await clearLocal(stuck, ['keyHalf']);
  await writeLocal({ connection: 'made since' });

  await finishClearing(clearing);

  expect(await local.get(null)).toStrictEqual({ ...AFTER, connection: 'made since' });
});

test('where no database opens the area is cleared all the same', async () => {
  const fails = (): Promise<never> => Promise.reject(new Error('never remember history'));
  await clearLocal({ read: fails, write: fails, remove: fails }, ['keyHalf']);

  expect(await local.get(null)).toStrictEqual(AFTER);
});

test('no key has two meanings', () => {
  const keys = [...LOCAL_KEYS, ...SESSION_AREA_KEYS];
  expect(new Set(keys).size).toBe(keys.length);
});

describe('storage that refuses for a while', () => {
  test.each(['set', 'clear'] as const)(
    'to %s in a clearing costs nothing of what is to stay',
    async (method) => {
      const works = local[method].bind(local) as () => Promise<void>;
      for (let nth = 1; nth <= 3; nth++) {
        await local.set(BEFORE);
        let calls = 0;
        const spy = vi.spyOn(local, method);
        spy.mockImplementation((...args: unknown[]) =>
          ++calls < nth ? works(...(args as [])) : Promise.reject(new Error('IO error: /home/me')),
        );
        await expect(clearLocal(clearing, ['keyHalf'])).rejects.toThrow('storage-unavailable');
        // Whoever comes meanwhile, and whoever tries again, finds it refused too.
        await expect(readLocal(['settings'])).rejects.toThrow('storage-unavailable');
        await expect(clearLocal(clearing, ['keyHalf'])).rejects.toThrow('storage-unavailable');
        spy.mockRestore();

        expect(await readLocal(['settings'])).toStrictEqual({ settings: BEFORE.settings });
        await clearLocal(clearing, ['keyHalf']);
        expect(await local.get(null)).toStrictEqual(AFTER);
        expect(await indexedDB.databases()).toStrictEqual([]);
      }
    },
  );

  test('is said as what it is, without a word of the browser’s', async () => {
    for (const [message, cause] of [
      ['IO error: /home/me/profile', 'storage-unavailable'],
      ['QuotaExceededError: storage.local', 'storage-full'],
    ] as const) {
      for (const method of ['get', 'set', 'remove'] as const) {
        vi.spyOn(local, method).mockRejectedValue(new Error(message));
      }
      for (const work of [
        () => readLocal(['settings']),
        () => writeLocal({ settings: 1 }),
        () => removeLocal('settings'),
        () => changeLocal(['settings'], () => ({ settings: 1 })),
      ]) {
        expect(await work().catch(failureOf)).toStrictEqual({ cause });
      }
      vi.restoreAllMocks();
    }
  });
});
