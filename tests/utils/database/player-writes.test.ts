import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { LibraryDatabase } from '@/utils/database/database';
import { createLibrary } from '@/utils/database/open-library';
import { packed } from '@/utils/database/packed-set';
import { DexiePlayerWrites } from '@/utils/database/player-writes';
import { Writes } from '@/utils/database/writes';
import { annotationsIn, knownItems, NO_SET, WHOLE_SET } from '@/utils/domain/library/player-item';
import { NOT_ANNOTATED } from '@/utils/domain/trophies/trophy-annotation';
import { aLibraryTitle } from '../../support/library-titles';
import { aTrophy, aTrophySet } from '../../support/trophies';

let database: LibraryDatabase;
let accounts = 0;

beforeEach(async () => {
  database = await createLibrary(`player-${String(++accounts)}`);
});

afterEach(() => database.delete());

function on(device: string, now = 1): DexiePlayerWrites {
  const writes = new Writes(database, () => now, new AbortController().signal);
  return new DexiePlayerWrites(writes, device);
}

const TROPHY = { npCommunicationId: 'A', trophyId: 3 };
const MARK = {
  ...TROPHY,
  ...NOT_ANNOTATED,
  ...{ note: 'chapter 2', pinned: true },
};

test('a note and a pin are an item each, with the install that made them', async () => {
  await on('this').storeAnnotation(MARK);

  const of = { npCommunicationId: 'A', trophyId: 3, version: 1, device: 'this' };
  expect(await database.playerItems.toArray()).toStrictEqual([
    { ...of, kind: 'note', value: 'chapter 2' },
    { ...of, kind: 'pin', value: true },
  ]);
  expect(annotationsIn(await database.playerItems.toArray())).toStrictEqual([MARK]);
});

test('only what changes grows, and a deletion is kept', async () => {
  await on('this').storeAnnotation(MARK);
  await on('other').storeAnnotation({ ...MARK, pinned: false });
  await on('this').storeAnnotation({ ...MARK, note: '', pinned: false });

  expect(await database.playerItems.toArray()).toMatchObject([
    { kind: 'note', value: null, version: 2, device: 'this' },
    { kind: 'pin', value: null, version: 2, device: 'other' },
  ]);
  expect(annotationsIn(await database.playerItems.toArray())).toStrictEqual([]);
});

test('where there is nothing to delete no item is made', async () => {
  await on('this').storeAnnotation({ ...MARK, note: '', pinned: false });

  expect(await database.playerItems.count()).toBe(0);
});

test('each type of a trophy is an item of its own, so that two installs can say two', async () => {
  await on('this').storeAnnotation({ ...TROPHY, missable: true });
  await on('other').storeAnnotation({ ...TROPHY, story: true });
  const items = await database.playerItems.toArray();
  expect(items).toStrictEqual([
    { ...TROPHY, kind: 'missable', value: true, version: 1, device: 'this' },
    { ...TROPHY, kind: 'story', value: true, version: 1, device: 'other' },
  ]);
  const said = { ...NOT_ANNOTATED, ...TROPHY, missable: true, story: true };
  expect(annotationsIn(items)).toStrictEqual([said]);

  await on('this').storeAnnotation({ ...TROPHY, missable: false, online: false });
  expect(await database.playerItems.toArray()).toMatchObject([
    { kind: 'missable', value: null, version: 2 },
    { kind: 'story', value: true, version: 1 },
  ]);
});

test('what is not said of a trophy stays, whatever a page has seen of it', async () => {
  await on('this').storeAnnotation(MARK);
  await on('this').storeAnnotation({ ...TROPHY, unobtainable: true });
  const [annotation] = annotationsIn(await database.playerItems.toArray());
  expect(annotation).toStrictEqual({ ...MARK, unobtainable: true });
});

test('a choice is an item, a copy with its title, and a request', async () => {
  await database.titles.put(aLibraryTitle({ npCommunicationId: 'A', choice: 'unpicked' }));
  await on('this').choose(
    new Map([
      ['A', 'picked'],
      ['Z', 'never'],
    ]),
  );
  await on('this').choose(new Map([['A', 'picked']]));

  expect(await database.playerItems.toArray()).toMatchObject([
    { kind: 'choice', npCommunicationId: 'A', trophyId: -1, value: 'picked', version: 1 },
    { kind: 'choice', npCommunicationId: 'Z', trophyId: -1, value: 'never', version: 1 },
  ]);
  expect((await database.titles.get('A'))?.choice).toBe('picked');
  expect(await database.titles.count()).toBe(1);
  expect(await database.syncRequests.toArray()).toMatchObject([{ kind: 'picks' }]);
});

test('a stop takes back what was asked before, and a sync takes back a stop', async () => {
  const writes = on('this');
  const kinds = async () => (await database.syncRequests.toArray()).map(({ kind }) => kind);
  await writes.ask('sync');
  await writes.ask('game', 'A');
  await writes.ask('game', 'A');
  await writes.ask('game', 'B');
  expect(await kinds()).toStrictEqual(['sync', 'game', 'game']);

  await writes.ask('stop');
  expect(await kinds()).toStrictEqual(['stop']);
  await writes.ask('sync');
  expect(await kinds()).toStrictEqual(['sync']);
});

test('what is not to be suggested, and a goal, are items that are changed and taken back', async () => {
  const of = { npCommunicationId: 'A', trophyId: 3 };
  await on('this').storeNotThis({ ...of, value: { until: 9 } });
  await on('this').storeNotThis({ ...of, trophyId: null, value: { until: null } });
  const goal = { kind: 'platinums', start: 3, startDay: 20_000, target: 5, by: 20_365 } as const;
  await on('this').storeGoal(1_700_000_000_000, goal);
  await on('other').storeGoal(1_700_000_000_000, { ...goal, target: 6 });

  expect(await database.playerItems.toArray()).toStrictEqual([
    {
      ...{ kind: 'goal', npCommunicationId: NO_SET, trophyId: 1_700_000_000_000 },
      ...{ value: { ...goal, target: 6 }, version: 2, device: 'other' },
    },
    ...[
      { trophyId: WHOLE_SET, value: { until: null } },
      { trophyId: 3, value: { until: 9 } },
    ].map((said) => ({
      ...{ kind: 'not-this', npCommunicationId: 'A', version: 1, device: 'this' },
      ...said,
    })),
  ]);

  await on('this').storeGoal(1_700_000_000_000, null);
  await on('this').storeNotThis({ ...of, value: null });
  const items = await database.playerItems.toArray();
  expect(items).toHaveLength(3);
  expect(knownItems(items)).toMatchObject([{ kind: 'not-this', trophyId: WHOLE_SET }]);
});

test('a game that is opened again is one row, the latest, and not taken', async () => {
  for (const id of ['A', 'B', 'A']) await on('this').openGame(id);
  for (let n = 0; n < 9; n++) await on('this').openGame(`N${String(n)}`);

  const opened = await database.openedGames.reverse().toArray();
  expect(opened).toHaveLength(10);
  expect(opened.at(-1)).toMatchObject({ npCommunicationId: 'A', isTaken: false });
});

test('a status is an item and a copy with its title, and one that is taken back is neither', async () => {
  await database.titles.put(aLibraryTitle({ npCommunicationId: 'A' }));
  await on('this').markGame('A', { status: 'playing' });
  await on('this').markGame('Z', { status: 'done' });

  const of = { kind: 'status', trophyId: WHOLE_SET, version: 1, device: 'this' };
  expect(await database.playerItems.toArray()).toStrictEqual([
    { ...of, npCommunicationId: 'A', value: 'playing' },
    { ...of, npCommunicationId: 'Z', value: 'done' },
  ]);
  expect(await database.titles.get('A')).toHaveProperty('status', 'playing');
  expect(await database.titles.count()).toBe(1);

  await on('this').markGame('A', { status: null });
  expect(await database.titles.get('A')).not.toHaveProperty('status');
  expect(await database.playerItems.get(['status', 'A', WHOLE_SET])).toMatchObject({
    value: null,
    version: 2,
  });
});

test('what is said of a game changes nothing else of it, and is taken back one by one', async () => {
  const before = aLibraryTitle({ npCommunicationId: 'A', choice: 'picked' });
  await database.titles.put(before);
  await on('this').markGame('A', { status: 'retired', tags: ['co-op'] });
  await on('this').markGame('A', { hide: true, unobtainable: true });
  await on('this').markGame('A', { tags: ['co-op'] });

  const marks = { status: 'retired', hide: true, unobtainable: 'game', tags: ['co-op'] };
  expect(await database.titles.get('A')).toStrictEqual({ ...before, ...marks });
  const versions = await database.playerItems.toArray();
  expect(versions.map(({ kind, version }) => [kind, version])).toStrictEqual([
    ['hide', 1],
    ['status', 1],
    ['tags', 1],
    ['unobtainable', 1],
  ]);

  await on('this').markGame('A', { hide: false, unobtainable: false });
  await on('this').markGame('A', { tags: [], status: null });
  expect(await database.titles.get('A')).toStrictEqual(before);
});

test('a trophy that is not to be had tells what that makes of the platinum, until it is taken back', async () => {
  const trophies = [aTrophy({ trophyId: 0, grade: 'platinum' }), aTrophy({ trophyId: 3 })];
  await database.titles.put(aLibraryTitle({ npCommunicationId: 'A' }));
  await database.trophySets.put(packed(aTrophySet({ npCommunicationId: 'A', trophies })));
  const how = async () => (await database.titles.get('A'))?.unobtainable;

  await on('this').storeAnnotation({ ...MARK, unobtainable: true });
  expect(await how()).toBe('platinum');
  await on('this').markGame('A', { unobtainable: true });
  expect(await how()).toBe('game');
  await on('this').markGame('A', { unobtainable: false });
  expect(await how()).toBe('platinum');
  await on('this').storeAnnotation(MARK);
  expect(await database.titles.get('A')).not.toHaveProperty('unobtainable');
});

test('as many picks as a library has are compared with what is stored in one read a table', async () => {
  const ids = Array.from({ length: 150 }, (_, at) => `G${String(at)}`);
  await database.titles.bulkPut([
    ...ids.map((npCommunicationId) => aLibraryTitle({ npCommunicationId, choice: 'unpicked' })),
    aLibraryTitle({ npCommunicationId: 'left', choice: 'unpicked' }),
  ]);
  await on('this').choose(new Map([['G7', 'picked']]));
  const single = vi.spyOn(IDBObjectStore.prototype, 'get');
  onTestFinished(() => single.mockRestore());

  await on('other').choose(new Map(ids.map((id) => [id, 'picked'])));
  expect(single.mock.calls.length).toBeLessThan(10);

  const items = await database.playerItems.toArray();
  expect(items).toHaveLength(150);
  expect(items.filter(({ device }) => device === 'this')).toMatchObject([
    { npCommunicationId: 'G7', version: 1, value: 'picked' },
  ]);
  const unpicked = await database.titles.filter(({ choice }) => choice !== 'picked').primaryKeys();
  expect(unpicked).toStrictEqual(['left']);
});

test('what another computer knows better is taken, with the copy that the list reads', async () => {
  await database.titles.bulkPut([aLibraryTitle({ npCommunicationId: 'A' })]);
  await on('this').storeAnnotation({ ...TROPHY, note: 'mine' });
  await on('this').markGame('A', { status: 'playing' });
  const from = { npCommunicationId: 'A', device: 'other' };
  const both = await on('this').meetItems([
    { ...from, kind: 'status', trophyId: WHOLE_SET, value: 'done', version: 2 },
    { ...from, kind: 'tags', trophyId: WHOLE_SET, value: ['co-op'], version: 1 },
    { ...from, kind: 'note', trophyId: 3, value: 'older', version: 0 },
    { ...from, kind: 'choice', trophyId: WHOLE_SET, value: 'never', version: 9 },
  ]);

  expect(both.map(({ kind, value }) => [kind, value]).sort()).toStrictEqual([
    ['note', 'mine'],
    ['status', 'done'],
    ['tags', ['co-op']],
  ]);
  expect(await database.titles.get('A')).toMatchObject({ status: 'done', tags: ['co-op'] });
  expect(await database.playerItems.count()).toBe(3);
});
