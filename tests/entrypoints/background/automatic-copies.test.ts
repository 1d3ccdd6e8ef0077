import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { AutomaticCopies } from '@/entrypoints/background/automatic-copies';
import { forgetCopiesFolder, storeCopiesFolder } from '@/utils/database/copies-folder';
import { eraseDatabases } from '@/utils/database/erase';
import { NOT_COPIED, type CopyOutcome } from '@/utils/domain/copies/copy-figures';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { DAY } from '@/utils/domain/time-units';
import { readCopies } from '@/utils/status/read-copies';
import { aConnected } from '../../support/connections';

const ACCOUNT = aConnected().accountId;
const FIGURES = { games: 40, notes: 10, pins: 3, picks: 12, marks: 5 };
const { local } = fakeBrowser.storage;

let now = 1_000 * DAY;
let isAllowed: boolean;
/** How the next downloads end; after these, complete. */
let ends: { state: string; error?: string }[];
let downloaded: { filename: string; options: unknown }[];
/** What the browser has on its list. */
let listed: number[];
/** What pages without a window were opened with. */
let opened: string[];
/** How often one was closed. */
let closed: number;
/** The address of the one that is open. */
let atWork: string | null;
let canOpen: boolean;

beforeEach(async () => {
  fakeBrowser.reset();
  [now, isAllowed, ends, downloaded, listed, opened] = [1_000 * DAY, true, [], [], [], []];
  [closed, atWork, canOpen] = [0, null, true];
  Object.assign(fakeBrowser, { downloads: aDiskOf(), offscreen: anOffscreen() });
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(() =>
    Promise.resolve(isAllowed),
  );
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ version: '1.0' }),
    getContexts: () => Promise.resolve(atWork === null ? [] : [{ documentUrl: atWork }]),
  });
  await local.set({ connection: aConnected(), snapshot: syncedAt(1) });
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

function aDiskOf() {
  const states = new Map<number, unknown>();
  return {
    download({ filename, url, ...options }: { filename: string; url: string }) {
      const id = downloaded.push({ filename, options });
      expect(url).toBe('blob:made');
      states.set(id, { id, ...(ends.shift() ?? { state: 'complete' }) });
      listed.push(id);
      return Promise.resolve(id);
    },
    search: ({ id }: { id: number }) => Promise.resolve([states.get(id)]),
    ...{ cancel: () => Promise.resolve(), onChanged: fakeBrowser.alarms.onAlarm },
    erase: ({ id }: { id: number }) => {
      listed = listed.filter((each) => each !== id);
      return Promise.resolve([id]);
    },
  };
}

function anOffscreen() {
  return {
    createDocument({ url }: { url: string }) {
      if (!canOpen) return Promise.reject(new Error('No page can be opened'));
      atWork = url;
      return Promise.resolve(void opened.push(url));
    },
    closeDocument() {
      closed++;
      atWork = null;
      return Promise.reject(new Error('No current offscreen document'));
    },
  };
}

const syncedAt = (lastSyncedAt: number) => ({ ...EMPTY_SNAPSHOT, lastSyncedAt });

function aWorker(): AutomaticCopies {
  return new AutomaticCopies({
    exclusively: (_, work) => work(),
    ...{ now: () => now, lostAt: () => Promise.resolve(null) },
    hasOwn: () => Promise.resolve(true),
  });
}

const file: CopyOutcome = {
  ...{ kind: 'file', url: 'blob:made', names: ['latest', 'month'], figures: FIGURES },
  digest: 'a',
};

/** The page that was opened last says what became of it. */
async function pageSays(worker: AutomaticCopies, outcome: CopyOutcome): Promise<void> {
  await worker.made({ mark: markIn(opened.at(-1) ?? ''), outcome });
}

const markIn = (url: string): string => /#([^/]*)/.exec(url)?.[1] ?? '';

/** What the page that was opened last is to go by. */
function ordered(): unknown {
  return JSON.parse(decodeURIComponent(opened.at(-1)?.split('/').at(-1) ?? ''));
}

/** The first copy is being made. */
async function switchingOn(): Promise<AutomaticCopies> {
  const worker = aWorker();
  await worker.ask('switch');
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  return worker;
}

async function switchedOn(): Promise<AutomaticCopies> {
  const worker = await switchingOn();
  await pageSays(worker, file);
  return worker;
}

const alarms = async () => (await fakeBrowser.alarms.getAll()).map(({ name }) => name);

test('the first copy lies on the disk before they are on', async () => {
  const worker = await switchingOn();
  expect(await readCopies()).toMatchObject({ isOn: false, wanted: { reason: 'switch' } });
  expect(await alarms()).toStrictEqual(['copies']);

  await pageSays(worker, file);
  expect(await readCopies()).toMatchObject({ isOn: true, wanted: null, trouble: null });
  expect(downloaded.map(({ filename }) => filename)).toStrictEqual(['latest', 'month']);
  expect(downloaded[0]?.options).toStrictEqual({ saveAs: false, conflictAction: 'overwrite' });
  expect(listed).toStrictEqual([]);
  expect(await alarms()).toStrictEqual([]);
});

test.each([
  ['a browser that asks for a place', { state: 'in_progress' }, 'asks'],
  ['a player who says no to it', { state: 'interrupted', error: 'USER_CANCELED' }, 'asks'],
  ['a full disk', { state: 'interrupted', error: 'FILE_NO_SPACE' }, 'interrupted'],
])('%s leaves them off, and nothing on the list', async (_, end, kind) => {
  const worker = await switchingOn();
  ends = [end];
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout'] });
  let isSaid = false;
  const saying = pageSays(worker, file).finally(() => (isSaid = true));
  while (!isSaid) await vi.advanceTimersByTimeAsync(500);
  await saying;
  expect(await readCopies()).toMatchObject({ isOn: false, trouble: { kind }, wanted: null });
  expect(listed).toStrictEqual([]);
});

test('a sync of a week later has one made, and one of the day after does not', async () => {
  const worker = await switchedOn();
  now += DAY;
  await local.set({ snapshot: syncedAt(2) });
  await worker.carryOn();
  expect(opened).toHaveLength(1);

  now += 7 * DAY;
  await local.set({ snapshot: syncedAt(3) });
  await worker.carryOn();
  await vi.waitFor(() => expect(opened).toHaveLength(2));
  expect(ordered()).toMatchObject({ accountId: ACCOUNT, before: FIGURES, digest: 'a' });
  await pageSays(worker, file);
  expect((await readCopies()).accounts[ACCOUNT]?.made?.at).toBe(now);
});

test('a library that has become smaller is not copied until the player says that it is right', async () => {
  const worker = await switchedOn();
  await worker.ask('now');
  await vi.waitFor(() => expect(opened).toHaveLength(2));
  await pageSays(worker, { ...NOT_COPIED, kind: 'smaller' });
  expect(downloaded).toHaveLength(2);
  expect(await readCopies()).toMatchObject({ isOn: true, trouble: { kind: 'smaller' } });

  await worker.ask('smaller');
  await vi.waitFor(() => expect(opened).toHaveLength(3));
  expect(ordered()).toMatchObject({ before: null });
  await pageSays(worker, file);
  expect(await readCopies()).toMatchObject({ trouble: null });
});

test('a page that is at work is left to it by the next worker, which has an alarm', async () => {
  await switchingOn();
  await fakeBrowser.alarms.clearAll();
  const next = aWorker();
  await next.carryOn();
  expect(opened).toHaveLength(1);
  expect(await alarms()).toStrictEqual(['copies']);
  await pageSays(next, file);
  expect(await readCopies()).toMatchObject({ isOn: true, wanted: null });
});

test('one that could not even be begun is begun again by the same worker', async () => {
  const worker = aWorker();
  canOpen = false;
  await worker.ask('switch');
  await vi.waitFor(async () => expect((await readCopies()).wanted?.tries).toBe(1));
  canOpen = true;
  await worker.carryOn();
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  await pageSays(worker, file);
  expect(await readCopies()).toMatchObject({ isOn: true, wanted: null });
});

test('what a sync leaves of an account that is erased meanwhile is nothing', async () => {
  const worker = new AutomaticCopies({
    exclusively: (_, work) => work(),
    ...{ now: () => now, lostAt: () => Promise.resolve(null) },
    hasOwn: async () => {
      await local.set({ connection: { phase: 'disconnected', failure: null } });
      return true;
    },
  });
  await worker.carryOn();
  expect((await readCopies()).accounts).toStrictEqual({});
});

test('a worker that dies before it lies on the disk is followed by one that makes it anew', async () => {
  await switchingOn();
  atWork = null;
  const next = aWorker();
  await next.carryOn();
  await vi.waitFor(() => expect(opened).toHaveLength(2));
  await pageSays(next, file);
  expect(await readCopies()).toMatchObject({ isOn: true, wanted: null });
});

test('a worker that is born of the page’s answer goes on with it', async () => {
  await switchingOn();
  await pageSays(aWorker(), file);
  expect(await readCopies()).toMatchObject({ isOn: true });
  expect(opened).toHaveLength(1);
});

test('what a dead worker had begun counts for nothing once it is begun anew', async () => {
  await switchingOn();
  atWork = null;
  const [first = ''] = opened;
  const next = aWorker();
  await next.carryOn();
  await vi.waitFor(() => expect(opened).toHaveLength(2));
  closed = 0;
  await next.made({ mark: markIn(first), outcome: file });
  expect([downloaded.length, closed]).toStrictEqual([0, 0]);
  await pageSays(next, file);
  expect(await readCopies()).toMatchObject({ isOn: true, wanted: null });
  expect([downloaded.length, closed]).toStrictEqual([2, 1]);
});

test('switched off meanwhile, what comes of it counts for nothing', async () => {
  const worker = await switchingOn();
  closed = 0;
  await worker.ask('none');
  // Nor does the page that makes it go on, which may have a folder to write in.
  expect([closed, atWork]).toStrictEqual([1, null]);
  await pageSays(worker, file);
  expect(downloaded).toStrictEqual([]);
  expect(await readCopies()).toMatchObject({ isOn: false, accounts: {} });
});

test('one that was called off is begun anew where it is wanted still', async () => {
  const worker = await switchingOn();
  await worker.release();
  await worker.carryOn();
  await vi.waitFor(() => expect(opened).toHaveLength(2));
});

test('where the permission is taken they are off, and that is said', async () => {
  const worker = await switchedOn();
  isAllowed = false;
  await worker.carryOn();
  expect(await readCopies()).toMatchObject({ isOn: false, trouble: { kind: 'permission' } });
});

test('a folder of the player’s needs no permission, and what lies there is not downloaded', async () => {
  isAllowed = false;
  // The browser hands out what only it can make: here something that can be stored does for it.
  await storeCopiesFolder({ name: 'Synced' } as FileSystemDirectoryHandle);
  onTestFinished(() => eraseDatabases());
  const worker = await switchingOn();
  await pageSays(worker, { ...file, url: '', names: [] });
  expect(await readCopies()).toMatchObject({ isOn: true, wanted: null, trouble: null });
  expect((await readCopies()).accounts[ACCOUNT]?.made?.at).toBe(now);
  expect(downloaded).toStrictEqual([]);

  await forgetCopiesFolder();
  await worker.carryOn();
  expect(await readCopies()).toMatchObject({ isOn: false, trouble: { kind: 'permission' } });
});
