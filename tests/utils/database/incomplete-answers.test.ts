import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LibraryDatabase } from '@/utils/database/database';
import { createLibrary } from '@/utils/database/open-library';
import { unpacked } from '@/utils/database/packed-set';
import { DexieTrophyStore } from '@/utils/database/trophy-store';
import { Writes } from '@/utils/database/writes';
import { requestsFor, requestsForOpened } from '@/utils/domain/sync/sync-plan';
import type { TrophyDefinition } from '@/utils/domain/trophies/trophy-set';
import { beginning } from '@/utils/sync/cursor';
import { aLibraryTitle } from '../../support/library-titles';
import { putRaw } from '../../support/raw-rows';
import { definition, state } from '../../support/scene-trophies';

const DAY = 86_400_000;
const ID = 'NPWR00001_00';
const CURSOR = beginning(1, 'daily', []);
const GROUPS = [{ groupId: 'default', name: 'Base', iconUrl: null }];

let database: LibraryDatabase;
let store: DexieTrophyStore;
let day: number;
let accounts = 0;

beforeEach(async () => {
  database = await createLibrary(`incomplete-${String(++accounts)}`);
  store = new DexieTrophyStore(new Writes(database, () => day * DAY, new AbortController().signal));
  day = 100;
  const defined = { bronze: 2, silver: 0, gold: 0, platinum: 0 };
  const counts = { defined, earned: { ...defined, bronze: 0 }, lastUpdatedAt: 0 };
  await database.titles.put(aLibraryTitle({ npCommunicationId: ID, groupCount: 2, ...counts }));
});

afterEach(() => database.delete());

function complete(trophyId: number): TrophyDefinition {
  return { ...definition(trophyId), iconUrl: `https://sony/${String(trophyId)}.png` };
}

const rows = <Row>(...all: Row[]) => ({ rows: all, unread: [], missing: 0, language: 'en' });

async function title() {
  return (await database.titles.get(ID))!;
}

async function needed(): Promise<string[]> {
  return requestsFor(await title(), day * DAY).map(({ kind }) => kind);
}

async function incomplete(): Promise<string[]> {
  return (await title()).fetched.incomplete.toSorted();
}

async function storeAll(...definitions: TrophyDefinition[]): Promise<void> {
  await store.storeDefinitions(ID, rows(...definitions), CURSOR);
  await store.storeGroups(ID, { groups: GROUPS, language: 'en' }, CURSOR);
  await store.storeEarned(ID, rows(state(0, null), state(1, null)), CURSOR);
}

test.each([{ name: '' }, { grade: null }, { groupId: null }, { iconUrl: null }])(
  'definitions are noted where one of them lacks something: %j',
  async (lacking) => {
    await storeAll(complete(0), { ...complete(1), ...lacking });
    expect(await incomplete()).toStrictEqual(['definitions']);

    await storeAll(complete(0), complete(1));
    expect(await incomplete()).toStrictEqual([]);
  },
);

test.each([
  ['has no name', [{ groupId: 'default', name: '', iconUrl: null }]],
  ['is not there', [{ groupId: '001', name: 'Add-on', iconUrl: null }]],
])('names of groups are noted where one %s', async (_, groups) => {
  await storeAll(definition(0), definition(1));
  expect(await incomplete()).toStrictEqual(['definitions']);
  await store.storeGroups(ID, { groups, language: 'en' }, CURSOR);
  expect(await incomplete()).toStrictEqual(['definitions', 'groups']);

  await storeAll(definition(0), definition(1));
  expect(await incomplete()).toStrictEqual(['definitions']);
});

test('names of groups that are always refused are asked for weekly, and when the set is another', async () => {
  await storeAll(complete(0), complete(1));
  await database.titles.update(ID, { 'fetched.groups': null });
  const refuse = () => store.storeGroupsRefusal(ID, { cause: 'not-found' }, CURSOR);
  for (let tries = 1; tries < 8; tries++) await refuse();
  expect(await needed()).toStrictEqual(['groups']);
  await refuse();
  expect(await needed()).toStrictEqual([]);
  day += 7;
  expect(await needed()).toStrictEqual(['groups']);
  await refuse();
  expect(await needed()).toStrictEqual([]);

  await database.titles.update(ID, { trophySetVersion: '02.00' });
  expect(await needed()).toStrictEqual(['definitions', 'groups', 'earned']);
});

test('what an earlier build has stored is asked for once more when its game is opened, and by no sync', async () => {
  await storeAll(complete(0), complete(1));
  const { definitions, groups, earned, at, definitionsAt, language } = (await title()).fetched;
  const had = { definitions, groups, earned, at, definitionsAt, language };
  const earlier = { ...had, lacksPicture: false, refusedAt: null };
  await putRaw(database, 'titles', { ...(await title()), fetched: earlier });
  day += 2;
  const opened = async (): Promise<string[]> => {
    const reader = { now: day * DAY, language: 'en' };
    return requestsForOpened(await title(), reader).map(({ kind }) => kind);
  };
  expect(await needed()).toStrictEqual([]);
  expect(await opened()).toStrictEqual(['definitions', 'groups']);

  await storeAll(complete(0), complete(1));
  expect(await opened()).toStrictEqual([]);
});

test('what is earned of other trophies than those of the set is asked for again', async () => {
  await storeAll(complete(0), complete(1));
  await store.storeDefinitions(ID, rows(complete(0), complete(7)), CURSOR);
  await store.storeEarned(ID, rows(state(0, null), state(1, null)), CURSOR);

  expect(await needed()).toStrictEqual([]);
  day += 1;
  expect(await needed()).toStrictEqual(['definitions', 'earned']);
  await store.storeDefinitions(ID, rows(complete(0), complete(7)), CURSOR);
  await store.storeEarned(ID, rows(state(0, null), state(7, null)), CURSOR);
  day += 3;
  expect(await needed()).toStrictEqual([]);
});

test('definitions of another set are asked for again where what is earned is of the right one', async () => {
  await storeAll(complete(0), complete(1));
  await store.storeDefinitions(ID, rows(complete(5), complete(6), complete(7)), CURSOR);
  await store.storeEarned(ID, rows(state(0, 5), state(1, null)), CURSOR);
  day += 1;
  expect(await needed()).toStrictEqual(['definitions', 'earned']);

  await storeAll(complete(0), complete(1));
  await store.storeEarned(ID, rows(state(0, 5), state(1, null)), CURSOR);
  const set = unpacked((await database.trophySets.get(ID))!);
  expect(set.trophies.map(({ trophyId }) => trophyId)).toStrictEqual([0, 1]);
  expect(set.trophies.map(({ earned }) => earned)).toStrictEqual([true, false]);
  day += 60;
  expect(await needed()).toStrictEqual([]);
});

test('what is earned of another set for good is asked for some times, and so are its definitions', async () => {
  await storeAll(complete(0), complete(1));
  const asked: string[] = [];
  for (let days = 0; days < 200; days++, day += 1) {
    for (const kind of await needed()) {
      asked.push(kind);
      if (kind === 'definitions')
        await store.storeDefinitions(ID, rows(complete(0), complete(1)), CURSOR);
      else await store.storeEarned(ID, rows(state(0, 5), state(9, 5)), CURSOR);
    }
    if (days === 0) await store.storeEarned(ID, rows(state(0, 5), state(9, 5)), CURSOR);
  }
  expect(asked.filter((kind) => kind === 'earned').length).toBeLessThanOrEqual(12);
  expect(asked.filter((kind) => kind === 'definitions').length).toBeLessThanOrEqual(12);
});

test('an earned trophy keeps its date where Sony says one that cannot be read', async () => {
  await storeAll(complete(0), complete(1));
  const earned = { ...state(0, 5), earnedAt: null };
  await store.storeEarned(ID, rows(state(0, 5), state(1, null)), CURSOR);
  await store.storeEarned(ID, rows(earned, { ...state(1, 5), earnedAt: null }), CURSOR);

  const set = unpacked((await database.trophySets.get(ID))!);
  expect(set.trophies.map(({ earnedAt }) => earnedAt)).toStrictEqual([5, null]);
});
