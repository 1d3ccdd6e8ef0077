import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { greet, noteInstalled } from '@/entrypoints/background/first-run';
import { createLibrary } from '@/utils/database/open-library';
import { deleteDatabases } from '../../support/carry-over-scene';
import { publish } from '../../support/publish-status';
import { aSnapshot, connected } from '../../support/statuses';

const { local } = fakeBrowser.storage;
const VERSION = '0.1.0';
/** Addresses of the tabs of ours that are open. */
let tabs: string[];
/** A worker that makes so many calls and then no more; Infinity for one that lives. */
let life: { calls: number; last: number };

/** Never answers, and does nothing, for a worker that is dead. */
function mortal<Args extends unknown[], Value>(work: (...args: Args) => Promise<Value>) {
  return (...args: Args): Promise<Value> => {
    const own = life;
    return ++own.calls > own.last ? new Promise<never>(() => undefined) : work(...args);
  };
}

beforeEach(() => {
  fakeBrowser.reset();
  tabs = [];
  life = { calls: 0, last: Infinity };
  for (const name of ['get', 'set', 'remove'] as const) {
    const real = local[name].bind(local) as (...args: unknown[]) => Promise<never>;
    vi.spyOn(local, name).mockImplementation(mortal(real));
  }
  const getContexts = () =>
    Promise.resolve(
      tabs.map((url, tabId) => ({
        ...{ tabId, incognito: false },
        documentUrl: `${fakeBrowser.runtime.getURL('/options.html')}${url}`,
      })),
    );
  Object.assign(fakeBrowser.runtime, { getContexts: mortal(getContexts) });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: VERSION }) });
  const open = ({ url = '' }): Promise<never> => {
    tabs.push(url.slice(url.indexOf('#')));
    return Promise.resolve(undefined as never);
  };
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(mortal(open));
  vi.spyOn(fakeBrowser.tabs, 'update').mockImplementation(mortal(() => Promise.resolve(undefined)));
  // Each worker has locks of its own, which die with it.
  vi.spyOn(navigator.locks, 'request').mockImplementation((...args: unknown[]) =>
    (args.at(-1) as () => Promise<unknown>)(),
  );
});

afterEach(async () => {
  vi.restoreAllMocks();
  await deleteDatabases();
});

test('greets once after installing, and leaves nothing of that', async () => {
  await noteInstalled('install');
  await greet();
  await greet();

  expect(tabs).toEqual(['#/welcome']);
  expect(await local.get(null)).toEqual({});
});

test.each(['update', 'chrome_update', 'browser_update'])('does not after %s', async (reason) => {
  await noteInstalled(reason);
  await greet();
  expect(tabs).toEqual([]);
});

test('greets where Firefox lets it run in private windows at last, and calls that an update', async () => {
  await noteInstalled('update', VERSION);
  await greet();
  expect(tabs).toEqual(['#/welcome']);
});

test('does not after an update from an earlier version, also where nothing is stored', async () => {
  await noteInstalled('update', '0.0.9');
  await greet();
  expect(tabs).toEqual([]);
});

test.each<[string, () => Promise<unknown>]>([
  ['has a library', async () => (await createLibrary('4242')).close()],
  ['is connected', () => publish({ connection: connected() })],
  ['was connected before', () => publish({ snapshot: aSnapshot() })],
  ['looks around', () => local.set({ shownLibrary: 'made-up' })],
])('greets nobody who %s: a browser that repairs an extension installs it too', async (_, had) => {
  await had();
  await noteInstalled('install');
  await greet();

  expect(tabs).toEqual([]);
  expect(await local.get('welcomeDue')).toEqual({});
});

test('a worker that dies at any call after the first is followed by one that greets, in one tab', async () => {
  await noteInstalled('install');
  await greet();
  const { calls } = life;
  expect(calls).toBeGreaterThan(4);
  for (let last = 1; last < calls; last++) {
    tabs = [];
    life = { calls: 0, last };
    void noteInstalled('install').then(greet);
    const dying = life;
    await expect.poll(() => dying.calls, { interval: 1 }).toBeGreaterThan(last);

    life = { calls: 0, last: Infinity };
    await greet();
    expect(tabs, `after ${String(last)} calls`).toEqual(['#/welcome']);
    expect(await local.get(null)).toEqual({});
  }
});

test('a tab that cannot be opened is not tried again at some other time', async () => {
  vi.mocked(fakeBrowser.tabs.create).mockRejectedValue(new Error('No window'));
  await noteInstalled('install');
  await greet();
  expect(await local.get(null)).toEqual({});
});
