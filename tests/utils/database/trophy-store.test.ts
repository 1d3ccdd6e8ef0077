import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LibraryDatabase } from '@/utils/database/database';
import { unpacked } from '@/utils/database/packed-set';
import { DexieTrophyStore } from '@/utils/database/trophy-store';
import { Writes } from '@/utils/database/writes';
import { requestsFor, requestsForOpened } from '@/utils/domain/sync/sync-plan';
import type { PlayerItem } from '@/utils/domain/library/player-item';
import type { Trophy, TrophyDefinition, TrophyState } from '@/utils/domain/trophies/trophy-set';
import { beginning } from '@/utils/sync/cursor';
import { aLibraryTitle } from '../../support/library-titles';

const DAY = 86_400_000;
const ID = 'NPWR00001_00';
const CURSOR = beginning(1, 'daily', []);

let database: LibraryDatabase;
let store: DexieTrophyStore;
let day: number;
let accounts = 0;

beforeEach(async () => {
  database = new LibraryDatabase(`trophy-store-${String(++accounts)}`);
  store = new DexieTrophyStore(new Writes(database, () => day * DAY, new AbortController().signal));
  day = 100;
  const defined = { bronze: 2, silver: 0, gold: 0, platinum: 0 };
  const counts = { defined, earned: { ...defined, bronze: 0 }, lastUpdatedAt: 0 };
  await database.titles.put(aLibraryTitle({ npCommunicationId: ID, groupCount: 2, ...counts }));
});

afterEach(() => database.delete());

function definition(trophyId: number): TrophyDefinition {
  const said = { name: `Trophy ${String(trophyId)}`, detail: '', iconUrl: null };
  const rest = { hidden: false, rewardName: null, target: null };
  return { trophyId, groupId: 'default', grade: 'bronze', ...said, ...rest };
}

function state(trophyId: number, said: Partial<TrophyState> = {}): TrophyState {
  const rest = { earnedAt: null, progress: null, progressedAt: null, rate: 46 };
  return { trophyId, earned: false, ...rest, ...said };
}

const rows = <Row>(...all: Row[]) => ({ rows: all, unread: [], missing: 0, language: 'en' });
const A_NOTE: PlayerItem = {
  ...{ kind: 'note', npCommunicationId: ID, trophyId: 0, value: 'Behind the mill.' },
  ...{ version: 1, device: 'this' },
};
const unread = [{ id: '1', fields: ['trophyType'] }];

async function trophies(): Promise<Trophy[]> {
  const row = await database.trophySets.get(ID);
  return row === undefined ? [] : unpacked(row).trophies;
}

async function needed(): Promise<string[]> {
  const title = await database.titles.get(ID);
  return title === undefined ? [] : requestsFor(title, day * DAY).map(({ kind }) => kind);
}

async function storeAll(...states: TrophyState[]): Promise<void> {
  await store.storeDefinitions(ID, rows(definition(0), definition(1)), CURSOR);
  const groups = [{ groupId: 'default', name: 'Base', iconUrl: null }];
  await store.storeGroups(ID, { groups, language: 'en' }, CURSOR);
  await store.storeEarned(ID, rows(...states), CURSOR);
}

test('each answer is stored for what it was asked for, and nothing more is needed', async () => {
  await storeAll(state(1), state(0, { earned: true, earnedAt: 5 }));

  expect(await needed()).toStrictEqual([]);
  expect(await trophies()).toMatchObject([
    { trophyId: 0, name: 'Trophy 0', earned: true, earnedAt: 5 },
    { trophyId: 1, name: 'Trophy 1', earned: false },
  ]);
  expect(await database.titles.get(ID)).toMatchObject({
    fetched: { at: 100 * DAY },
    tally: { lastEarnedAt: 5, rarestEarned: 46 },
  });
  expect(await database.syncCursor.get('library')).toMatchObject({ startedAt: 1 });
});

test('what is earned is asked for again after definitions: one of them may be new', async () => {
  await storeAll(state(0), state(1));
  await store.storeDefinitions(ID, rows(definition(0), definition(1), definition(2)), CURSOR);

  expect(await needed()).toStrictEqual(['earned']);
});

describe('definitions that are fetched anew', () => {
  const inGerman = { ...definition(0), name: 'Trophäe', iconUrl: 'https://sony/0.png' };
  const anew = {
    rows: [inGerman, { ...definition(1), iconUrl: 'https://sony/1.png' }],
    unread: [],
    missing: 0,
  };

  test('touch neither what is earned nor what the player made', async () => {
    await storeAll(state(0, { earned: true, earnedAt: 5 }), state(1));
    await database.playerItems.put(A_NOTE);
    day = 140;
    await store.storeDefinitions(ID, { ...anew, language: 'de' }, CURSOR);

    expect(await needed()).toStrictEqual(['groups']);
    expect(await trophies()).toMatchObject([{ name: 'Trophäe', earned: true, earnedAt: 5 }, {}]);
    expect(await database.titles.get(ID)).toMatchObject({
      fetched: { definitionsAt: 140 * DAY, language: 'de', incomplete: [], at: 100 * DAY },
    });
    expect(await database.playerItems.toArray()).toStrictEqual([A_NOTE]);
  });

  test('ask for what is earned where a trophy is new all the same', async () => {
    await storeAll(state(0), state(1));
    const rows = [...anew.rows, definition(2)];
    await store.storeDefinitions(ID, { ...anew, rows, language: 'en' }, CURSOR);

    expect(await needed()).toStrictEqual(['earned']);
  });

  test.each([
    ['cannot be had', () => store.storeRefusal(ID, { cause: 'not-found' }, CURSOR)],
    [
      'cannot be read',
      () =>
        store.storeDefinitions(
          ID,
          { rows: [inGerman], unread, missing: 0, language: 'de' },
          CURSOR,
        ),
    ],
  ])('and %s are not asked for again on the same day', async (_, refuse) => {
    await storeAll(state(0), state(1));
    day = 140;
    await refuse();

    const asked = async (now: number) => {
      const title = await database.titles.get(ID);
      const requests = title && requestsForOpened(title, { now, language: 'en' });
      return requests?.map(({ kind }) => kind);
    };
    expect(await asked(140 * DAY + 1)).toStrictEqual(['earned']);
    expect(await asked(141 * DAY + 1)).toStrictEqual(['definitions', 'groups', 'earned']);
  });
});

test('rates are kept as they change, and zeros of a bad hour are not', async () => {
  await storeAll(state(0, { rate: 46 }), state(1, { rate: 500 }));
  for (const [passed, rate] of [
    [1, 46],
    [9, 47],
    [10, 0],
    [11, null],
    [12, 47],
  ] as const) {
    day = 100 + passed;
    await store.storeEarned(ID, rows(state(0, { rate })), CURSOR);
  }

  expect((await trophies()).map(({ rates }) => rates)).toStrictEqual([
    [
      { day: 100, rate: 46 },
      { day: 109, rate: 47 },
    ],
    [{ day: 100, rate: 500 }],
  ]);
});

test('a counter goes when the trophy is earned', async () => {
  await storeAll(state(0, { progress: 3, progressedAt: 4 }));
  await store.storeEarned(ID, rows(state(0, { earned: true, earnedAt: 9 })), CURSOR);

  expect((await trophies())[0]).toMatchObject({ earned: true, progress: null, progressedAt: null });
});

test('a trophy of which Sony does not say whether it is earned stays as Sony said before', async () => {
  await storeAll(state(0, { earned: true, earnedAt: 5 }), state(1));
  await store.storeEarned(ID, rows(state(0, { earned: null, rate: 500 }), state(1)), CURSOR);
  expect(await trophies()).toMatchObject([{ earned: true, earnedAt: 5 }, { earned: false }]);
});

describe('a row that cannot be read', () => {
  test('keeps its answer from counting as held, and is told until it can be read', async () => {
    await store.storeDefinitions(
      ID,
      { rows: [definition(0)], unread, missing: 0, language: 'en' },
      CURSOR,
    );
    await store.storeGroups(ID, { groups: [], language: 'en' }, CURSOR);
    await store.storeEarned(ID, rows(state(0)), CURSOR);
    expect(await needed()).toStrictEqual(['definitions']);
    expect(await database.unreadRows.toArray()).toStrictEqual([
      {
        id: `trophies/${ID}`,
        list: 'trophies',
        npCommunicationId: ID,
        fields: ['trophyType'],
        cause: null,
        seenAt: 100 * DAY,
      },
    ]);

    await storeAll(state(0), state(1));
    expect(await needed()).toStrictEqual([]);
    expect(await database.unreadRows.count()).toBe(0);
  });

  test('takes nothing from what was known', async () => {
    await storeAll(state(0, { earned: true, earnedAt: 5 }), state(1, { rate: 500 }));
    await store.storeEarned(
      ID,
      { rows: [state(0, { earned: true, earnedAt: 5 })], unread, missing: 0 },
      CURSOR,
    );
    await store.storeDefinitions(
      ID,
      { rows: [definition(0)], unread, missing: 0, language: 'en' },
      CURSOR,
    );

    expect(await trophies()).toMatchObject([
      { earned: true, earnedAt: 5 },
      { trophyId: 1, rates: [{ rate: 500 }] },
    ]);
  });
});

describe('an answer that is short', () => {
  const earned = state(0, { earned: true, earnedAt: 5 });

  test('is not whole: nothing is said of it that is about all, and it is asked for again later', async () => {
    await store.storeDefinitions(ID, rows(definition(0)), CURSOR);
    await store.storeGroups(ID, { groups: [], language: 'en' }, CURSOR);
    await store.storeEarned(ID, rows(earned), CURSOR);

    expect((await database.titles.get(ID))?.tally).toMatchObject({
      lastEarnedAt: null,
      completedAt: null,
    });
    expect(await needed()).toStrictEqual([]);
    day += 1;
    expect(await needed()).toStrictEqual(['definitions']);

    await store.storeDefinitions(ID, rows(definition(0)), CURSOR);
    expect(await needed()).toStrictEqual([]);
    day += 1;
    expect(await needed()).toStrictEqual([]);
    day += 1;
    expect(await needed()).toStrictEqual(['definitions']);

    await store.storeDefinitions(ID, rows(definition(0), definition(1)), CURSOR);
    expect(await needed()).toStrictEqual(['earned']);
    await store.storeEarned(ID, rows(earned, state(1, { earned: true, earnedAt: 7 })), CURSOR);
    expect((await database.titles.get(ID))?.tally?.completedAt).toBe(7);
  });

  test('by its own count keeps what was known of the rest', async () => {
    await storeAll(earned, state(1, { earned: true, earnedAt: 7 }));
    await store.storeEarned(ID, { ...rows(earned), missing: 1 }, CURSOR);

    expect(await trophies()).toMatchObject([{ earnedAt: 5 }, { earnedAt: 7 }]);
    expect((await database.titles.get(ID))?.tally?.completedAt).toBeNull();
    day += 1;
    expect(await needed()).toStrictEqual(['earned']);
  });
});

test('a set that is not to be had is set aside, and what is held of it stays', async () => {
  await storeAll(state(0), state(1));
  await store.storeRefusal(ID, { cause: 'not-found' }, CURSOR);

  expect(await database.unreadRows.toArray()).toMatchObject([{ cause: 'not-found', fields: [] }]);
  expect(await trophies()).toHaveLength(2);
});

test('an answer for a title that is not in the library stores nothing but how far it came', async () => {
  await store.storeEarned('NPWR99999_00', rows(state(0)), CURSOR);

  expect(await database.trophySets.count()).toBe(0);
  expect(await database.syncCursor.count()).toBe(1);
});

const NAMELESS = [{ id: null, fields: ['(whole)'] }];

test.each([
  ['its row cannot be read', NAMELESS, null],
  ['its row cannot be read, and Sony counts fewer', NAMELESS, 1],
  ['it is not there, while nobody says how many there are', [], null],
])('what is held of a trophy outlives an answer in which %s', async (_, unreadRows, bronze) => {
  await storeAll(state(0, { earned: true, earnedAt: 5 }), state(1));
  await database.titles.update(ID, { 'defined.bronze': bronze });

  await store.storeDefinitions(ID, { ...rows(definition(1)), unread: unreadRows }, CURSOR);

  const held = { trophyId: 0, earned: true, earnedAt: 5 };
  expect(await trophies()).toContainEqual(expect.objectContaining(held));
});
