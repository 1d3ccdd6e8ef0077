import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { Roaming } from '@/entrypoints/background/roaming';
import { bucketsOf, isRoaming, laterOfBoth } from '@/utils/domain/library/roaming-items';
import type { StoredItem } from '@/utils/domain/library/player-item';
import { DAY } from '@/utils/domain/time-units';
import { parsedStatus } from '@/utils/status/parse';
import { storedRoaming } from '@/utils/status/values';
import { hasRoamed, readRoamingLeft } from '@/utils/status/read-roaming';
import { aConnected } from '../../support/connections';

const { local, sync } = fakeBrowser.storage;
const ACCOUNT = aConnected().accountId;
let library: StoredItem[];

const roaming = (now = Date.now): Roaming =>
  new Roaming({
    now,
    exclusively: (_, work) => work(),
    library: {
      meetItems: (_, others) => {
        library = laterOfBoth(library, others, Date.now());
        return Promise.resolve(library.filter(isRoaming));
      },
    },
  });

function aNote(value: string, version = 1, device = 'this'): StoredItem {
  return { kind: 'note', npCommunicationId: 'NPWR00001_00', trophyId: 3, value, version, device };
}

async function roams(): Promise<boolean | undefined> {
  return (await parsedStatus()).settings.roams;
}

async function lying(): Promise<unknown[]> {
  return Object.entries(await sync.get(null))
    .filter(([name]) => name.startsWith(bucketsOf(ACCOUNT)))
    .flatMap(([, bucket]) => bucket as unknown[]);
}

async function alarms(): Promise<string[]> {
  return (await fakeBrowser.alarms.getAll()).map(({ name }) => name);
}

beforeEach(async () => {
  fakeBrowser.reset();
  library = [aNote('mine')];
  await local.set({ connection: aConnected(), settings: { roams: true } });
  return () => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  };
});

test('nothing goes anywhere until the player wants it', async () => {
  await local.set({ settings: {} });
  await roaming().carryOn();
  expect(await sync.get(null)).toStrictEqual({});
});

test('what is known better goes there, and what others know better comes here', async () => {
  await roaming().carryOn();
  expect(await lying()).toStrictEqual([['note', 'NPWR00001_00', 3, 'mine', 1, 'this']]);
  expect(await alarms()).toStrictEqual([]);

  const [name] = Object.keys(await sync.get(null));
  const other = ['note', 'NPWR00001_00', 3, 'theirs', 2, 'other'];
  await sync.set({ [name!]: [other, 'damaged', ['note', 7]] });
  await roaming().carryOn();
  expect(library).toStrictEqual([aNote('theirs', 2, 'other')]);
});

test('what a later build says besides is no reason to refuse an item, and stays while nothing else is said', async () => {
  await roaming().carryOn();
  const [name] = Object.keys(await sync.get(null));
  const mine = ['note', 'NPWR00001_00', 3, 'mine', 1, 'this'];
  const note = ['note', 'NPWR00001_00', 4, 'theirs', 2, 'other', null, { mood: 'glad' }];
  const deleted = ['note', 'NPWR00001_00', 5, null, 2, 'other', 1e15, 'further'];
  const damaged = ['note', 'NPWR00001_00', 6, null, 2, 'other', 'damaged'];
  await sync.set({ [name!]: [mine, note, deleted, damaged] });
  await storedRoaming.forget();
  await roaming().carryOn();
  const of = { npCommunicationId: 'NPWR00001_00', kind: 'note', version: 2, device: 'other' };
  expect(library).toStrictEqual([
    aNote('mine'),
    { ...of, trophyId: 4, value: 'theirs' },
    { ...of, trophyId: 5, value: null, deletedAt: 1e15 },
    { ...of, trophyId: 6, value: null },
  ]);
  expect(await lying()).toStrictEqual([mine, note, deleted, damaged]);

  library = [...library.slice(1), aNote('later', 3)];
  await roaming().carryOn();
  expect(JSON.stringify(await lying())).toContain('later');
  expect(JSON.stringify(await lying())).toContain('glad');
});

test('what was deleted more than a year ago is brought back from there by nobody', async () => {
  await roaming().carryOn();
  const [name] = Object.keys(await sync.get(null));
  const mine = ['note', 'NPWR00001_00', 3, 'mine', 1, 'this'];
  const deletion = ['note', 'NPWR00001_00', 4, null, 2, 'other'];
  for (const [days, isKept] of [
    [366, false],
    [364, true],
  ] as const) {
    library = [aNote('mine')];
    const dated = [...deletion, Date.now() - days * DAY];
    await sync.set({ [name!]: [mine, dated] });
    await storedRoaming.forget();
    await roaming().carryOn();
    expect(library).toHaveLength(isKept ? 2 : 1);
    expect(await lying()).toStrictEqual(isKept ? [mine, dated] : [mine]);
  }
});

test('what is forgotten there is told by the clock that dated it, whatever the device says', async () => {
  await roaming().carryOn();
  const [name] = Object.keys(await sync.get(null));
  const mine = ['note', 'NPWR00001_00', 3, 'mine', 1, 'this'];
  const dated = ['note', 'NPWR00001_00', 4, null, 2, 'other', Date.now() - 364 * DAY];
  await sync.set({ [name!]: [mine, dated] });
  await storedRoaming.forget();
  await roaming(() => Date.now() + 2 * DAY).carryOn();
  expect(await lying()).toStrictEqual([mine]);
});

test('it is written once a minute at the most, and an alarm sees to the rest', async () => {
  vi.useFakeTimers({ now: 1_000_000_000_000, toFake: ['Date'] });
  await roaming().carryOn();
  library = [aNote('later', 2)];
  vi.setSystemTime(1_000_000_020_000);
  await roaming().carryOn();
  expect(JSON.stringify(await lying())).toContain('mine');
  expect(await fakeBrowser.alarms.get('roaming')).toMatchObject({
    scheduledTime: 1_000_000_060_000,
  });

  vi.setSystemTime(1_000_000_060_000);
  await roaming().carryOn();
  expect(JSON.stringify(await lying())).toContain('later');
  expect(await alarms()).toStrictEqual([]);
});

test('a worker that dies while it writes has an alarm', async () => {
  const writing = vi
    .spyOn(sync, 'set')
    .mockReturnValueOnce(new Promise<void>(() => undefined) as never);
  void roaming().carryOn();
  await vi.waitFor(() => expect(writing).toHaveBeenCalled());
  expect(await alarms()).toStrictEqual(['roaming']);
});

test('what finds no room is counted, and stays here', async () => {
  library = Array.from({ length: 200 }, (_, set) => ({
    ...aNote('long '.repeat(400)),
    npCommunicationId: `NPWR${String(set)}`,
  }));
  await roaming().carryOn();
  expect(await readRoamingLeft()).toBeGreaterThan(100);
  expect(library).toHaveLength(200);
});

test('what was taken off the servers is ended on every computer, and can be begun again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await roaming().carryOn();
  await roaming().end();
  expect(await lying()).toStrictEqual([]);
  expect(await roams()).toBe(false);

  // Another computer, where it is still on.
  await local.set({ settings: { roams: true } });
  await storedRoaming.write({ writtenAt: 1, left: 0 });
  await roaming().carryOn();
  expect(await lying()).toStrictEqual([]);
  expect(await roams()).toBe(false);
  expect(await hasRoamed()).toBe(false);

  await roaming().begin();
  await local.set({ settings: { roams: true } });
  vi.setSystemTime(Date.now() + 60_000);
  await roaming().carryOn();
  expect(await lying()).toHaveLength(1);
  expect(await roams()).toBe(true);
});

test('where nothing has changed nothing is put there', async () => {
  await roaming().carryOn();
  await storedRoaming.forget();
  const writes = vi.spyOn(sync, 'set');
  await roaming().carryOn();
  expect(writes).not.toHaveBeenCalled();
});

test.each<[string, Record<string, object>]>([
  ['it was switched off meanwhile', { settings: {} }],
  ['there is nobody whose words they are', { connection: { phase: 'disconnected' }, snapshot: {} }],
])('no alarm rings on where %s', async (_, stored) => {
  await local.set(stored);
  await fakeBrowser.alarms.create('roaming', { when: Date.now() + 1, periodInMinutes: 1 });
  await roaming().carryOn();
  expect(await alarms()).toStrictEqual([]);
});

test('what the browser refuses is said, and tried again an hour later', async () => {
  vi.useFakeTimers({ now: 1_000_000_000_000, toFake: ['Date'] });
  const refuse = vi.spyOn(sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
  await roaming().carryOn();
  expect([await readRoamingLeft(), await hasRoamed()]).toStrictEqual([1, false]);
  // Whatever wakes it up until then.
  for (const minutes of [0, 2, 58]) {
    vi.setSystemTime(1_000_000_000_000 + minutes * 60_000);
    await roaming().carryOn();
    expect(refuse).toHaveBeenCalledTimes(1);
    expect(await fakeBrowser.alarms.get('roaming')).toMatchObject({
      scheduledTime: 1_000_003_600_000,
    });
  }

  refuse.mockRestore();
  vi.setSystemTime(1_000_003_600_000);
  await roaming().carryOn();
  expect([await readRoamingLeft(), await alarms()]).toStrictEqual([0, []]);
  expect(await hasRoamed()).toBe(true);
});

test('of what is refused only that is counted which does not lie there already', async () => {
  vi.useFakeTimers({ now: 1_000_000_000_000, toFake: ['Date'] });
  library = [aNote('mine'), { ...aNote('other'), trophyId: 4 }];
  await roaming().carryOn();
  vi.setSystemTime(1_000_000_060_000);
  library = [aNote('later', 2), ...library.slice(1)];
  vi.spyOn(sync, 'set').mockRejectedValue(new Error('MAX_WRITE_OPERATIONS'));
  await roaming().carryOn();
  expect([await readRoamingLeft(), await hasRoamed()]).toStrictEqual([1, true]);
});

test('what this computer has put there before it heard of the end is taken off too', async () => {
  await roaming().carryOn();
  expect(await lying()).not.toEqual([]);
  await sync.set({ 'roaming-ended': 1 });
  const set = vi.spyOn(sync, 'set');
  await roaming().carryOn();
  expect(await sync.get(null)).toStrictEqual({ 'roaming-ended': 1 });
  // It may have been switched on again elsewhere since.
  expect(set).not.toHaveBeenCalled();
  expect(await roams()).toBe(false);
});

test('words are taken off an area that is so full that it takes nothing more', async () => {
  await roaming().carryOn();
  vi.spyOn(sync, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES'));
  await roaming().end();
  expect(await sync.get(null)).toStrictEqual({ 'roaming-ended': 1 });
});
