import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LibraryDatabase } from '@/utils/database/database';
import { DexieSyncStore } from '@/utils/database/sync-store';
import { DexieTrophyStore } from '@/utils/database/trophy-store';
import { Writes } from '@/utils/database/writes';
import { beginning } from '@/utils/sync/cursor';
import { aLibraryTitle } from '../../support/library-titles';
import { definition, state } from '../../support/scene-trophies';

const DAY = 86_400_000;
const ID = 'NPWR00001_00';
const CURSOR = beginning(1, 'daily', []);

let database: LibraryDatabase;
let writes: Writes;
let store: DexieTrophyStore;
let day: number;
let accounts = 0;

beforeEach(async () => {
  database = new LibraryDatabase(`refused-requests-${String(++accounts)}`);
  writes = new Writes(database, () => day * DAY, new AbortController().signal);
  store = new DexieTrophyStore(writes);
  day = 100;
  await database.titles.put(aLibraryTitle({ npCommunicationId: ID, groupCount: 2 }));
});

afterEach(() => database.delete());

describe('what the sync under way has met as refused', () => {
  /** A sync that began then, by a clock that may be put back later. */
  async function refusedBy(startedAt: number): Promise<string[]> {
    await store.storeRefusal(ID, { cause: 'not-found' }, { ...CURSOR, startedAt });
    return (await store.planFacts(null)).refused.map(({ request }) => request.kind);
  }

  test('is known from what is stored, also where the clock is put back', async () => {
    expect(await refusedBy(day * DAY - 1)).toStrictEqual(['definitions', 'groups', 'earned']);
    expect(await refusedBy(day * DAY + DAY)).toStrictEqual(['definitions', 'groups', 'earned']);
  });

  test('is not what an earlier one has met, also where the clock was put back', async () => {
    await refusedBy(day * DAY);
    day -= 10;
    const sync = new DexieSyncStore(writes);
    const seenTo = { requests: [], opened: [] };
    await sync.begin({ ...CURSOR, startedAt: day * DAY }, seenTo, { everyGame: false });

    expect((await store.planFacts(null)).refused).toStrictEqual([]);
  });

  test('is the definitions alone where only those could not be read', async () => {
    const unread = [{ id: '1', fields: ['trophyType'] }];
    const definitions = { rows: [definition(0)], missing: 0, unread, language: 'en' };
    await store.storeDefinitions(ID, definitions, CURSOR);
    expect((await store.planFacts(null)).refused).toMatchObject([
      { request: { kind: 'definitions' } },
    ]);
    await store.storeGroups(ID, { groups: [], language: 'en' }, CURSOR);
    day += 1;
    await store.storeEarned(ID, { rows: [state(0, null)], missing: 0, unread }, CURSOR);

    const { refused } = await store.planFacts(null);
    expect(refused.map(({ request }) => request.kind)).toStrictEqual(['definitions', 'earned']);
  });
});
