import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Background } from '@/entrypoints/background/compose';
import { listen } from '@/entrypoints/background/listen';
import { forgetDaily } from '@/entrypoints/background/forget-deletions';
import { resume, wakeUpsOf } from '@/entrypoints/background/wake-ups';
import type { Work } from '@/entrypoints/background/work';
import { exclusively } from '@/utils/browser/exclusively';
import { DAY } from '@/utils/domain/time-units';
import { publish } from '../../support/publish-status';
import { aSnapshot } from '../../support/statuses';

/** A background that notes what it is woken for, and whose renewal fails. */
function aBackground() {
  const wakes: string[] = [];
  const nothing = () => Promise.resolve();
  const background = {
    ready: nothing,
    clock: { now: () => 0, onThisDevice: (instant: number) => instant },
    connection: { carryOn: nothing, carryOnAtOnce: nothing },
    restoring: { carryOn: nothing, carryOnAtOnce: nothing },
    settings: { carryOn: nothing },
    roaming: { carryOn: nothing },
    copies: { carryOn: nothing },
    renewing: {
      renewIfDue: nothing,
      renew: () => {
        wakes.push('renew');
        return Promise.reject(new Error('refused'));
      },
    },
    sync: { wake: () => Promise.resolve(void wakes.push('sync')) },
  };
  return { wakes, background: background as unknown as Background };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('addEventListener', () => undefined);
  for (const event of ['onAdded', 'onRemoved'] as const) {
    vi.spyOn(fakeBrowser.permissions[event], 'addListener').mockReturnValue(undefined);
  }
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a renewal that fails as the browser starts keeps no sync waiting', async () => {
  const { wakes, background } = aBackground();
  listen(() => Promise.resolve(wakeUpsOf(background) as Work));
  await expect.poll(() => wakes).toStrictEqual(['sync']);
  await fakeBrowser.runtime.onStartup.trigger();

  await expect.poll(() => wakes).toStrictEqual(['sync', 'sync', 'renew', 'sync']);
});

test('access that is given again makes the check due that could not be made', async () => {
  const { wakes, background } = aBackground();
  const renewing = {
    ...background.renewing,
    renewIfDue: () => Promise.resolve(),
    renewAtOnce: () => Promise.resolve(void wakes.push('check')),
  };
  await wakeUpsOf({ ...background, renewing } as unknown as Background).accessGiven();

  expect(wakes).toStrictEqual(['sync', 'check', 'sync']);
});

test.each(['connection', 'renewing', 'restoring', 'settings', 'roaming'])(
  'what fails of %s as a worker starts keeps nothing else waiting',
  async (failing) => {
    const called: string[] = [];
    const note = (name: string) => () => {
      called.push(name);
      return name === failing ? Promise.reject(new Error('refused')) : Promise.resolve();
    };
    const { background } = aBackground();
    await resume({
      ...background,
      connection: { carryOn: note('connection') },
      renewing: { renewIfDue: note('renewing') },
      restoring: { carryOn: note('restoring') },
      settings: { carryOn: note('settings') },
      roaming: { carryOn: note('roaming') },
      sync: { wake: note('sync') },
    } as unknown as Background);

    expect(called).toStrictEqual([
      ...['connection', 'renewing', 'restoring', 'settings', 'roaming', 'sync'],
    ]);
  },
);

test('what was deleted long ago is forgotten once a day, also of whoever is not connected', async () => {
  let now = 1_000 * DAY;
  const forgetDeletions = vi.fn(() => Promise.reject(new Error('no room')));
  const needs = { library: { forgetDeletions }, clock: { now: () => now, onThisDevice: Number } };
  const background = { ...aBackground().background, ...needs } as unknown as Background;
  const times = async (): Promise<number> => {
    await forgetDaily(background).catch(() => undefined);
    return forgetDeletions.mock.calls.length;
  };
  expect(await times()).toBe(0);
  expect(await fakeBrowser.storage.session.get(null)).toStrictEqual({});

  await fakeBrowser.storage.local.set({ snapshot: aSnapshot(), settings: { syncHour: null } });
  await resume(background);
  await vi.waitFor(() => expect(forgetDeletions).toHaveBeenCalledOnce());
  now += DAY - 1;
  expect(await times()).toBe(1);
  now += 1;
  expect(await times()).toBe(2);
  // By a clock that is put right.
  now -= 900 * DAY;
  expect(await times()).toBe(3);
});

test('of what was deleted long ago nothing is noted once an erase has begun', async () => {
  const forgetDeletions = vi.fn(() => Promise.resolve());
  const needs = { library: { forgetDeletions }, clock: { now: () => 1_000 * DAY } };
  const background = { ...aBackground().background, ...needs } as unknown as Background;
  await fakeBrowser.storage.local.set({ snapshot: aSnapshot(), settings: { syncHour: null } });
  const begun = Promise.withResolvers<void>();
  const erasing = exclusively('refresh', () => begun.promise);
  const forgetting = forgetDaily(background);
  // Whoever does not wait for the erase has every chance to write.
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  await publish({ connection: { phase: 'erasing', since: 999 * DAY } });
  begun.resolve();
  await Promise.all([erasing, forgetting]);
  expect(await fakeBrowser.storage.session.get(null)).toStrictEqual({});
  expect(forgetDeletions).not.toHaveBeenCalled();
});
