import { afterEach, beforeEach, expect, test } from 'vitest';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { openWholeLibrary } from '@/utils/database/whole-library';
import { aLibraryTitle } from '../../support/library-titles';
import { aTrophySet } from '../../support/trophies';

const ACCOUNT = 'whole';
const IDS = ['NPWR00001_00', 'NPWR00002_00', 'NPWR00003_00'];
let database: LibraryDatabase;

beforeEach(async () => {
  database = new LibraryDatabase(ACCOUNT);
  const titles = IDS.map((npCommunicationId, at) =>
    aLibraryTitle({ npCommunicationId, lastPlayedAt: at }),
  );
  await database.titles.bulkPut(titles);
  await database.trophySets.put(packed(aTrophySet({ npCommunicationId: IDS[1]! })));
  await database.playerItems.bulkPut(
    IDS.map((npCommunicationId) => ({
      ...{ kind: 'note' as const, npCommunicationId, trophyId: 1, value: npCommunicationId },
      ...{ version: 1, device: 'here' },
    })),
  );
});

afterEach(() => database.delete());

test('has all games, last played first, and of those that are asked for what is here', async () => {
  const library = await openWholeLibrary(ACCOUNT, false);
  expect(library?.titles.map((title) => title.npCommunicationId)).toEqual(IDS.toReversed());
  expect(await library?.readSets(IDS)).toEqual([aTrophySet({ npCommunicationId: IDS[1]! })]);
  const notes = await library?.readAnnotations(IDS.slice(0, 2));
  expect(notes?.map(({ note }) => note)).toEqual(IDS.slice(0, 2));
  library?.close();
});

test('makes no library where there is none', async () => {
  expect(await openWholeLibrary('nobody', false)).toBeNull();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(
    'trophy-shelf-nobody',
  );
});

test('says in a private window that nothing of it is seen there', async () => {
  await expect(openWholeLibrary(ACCOUNT, true)).rejects.toThrow('private-window');
});
