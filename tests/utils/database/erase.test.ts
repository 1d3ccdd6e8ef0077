import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { LibraryDatabase } from '@/utils/database/database';
import { eraseLibrary } from '@/utils/database/erase';

const here = async (): Promise<string[]> => (await Dexie.getDatabaseNames()).sort();
const nameOf = (accountId: string): string => new LibraryDatabase(accountId).name;

beforeEach(async () => {
  for (const name of await here()) await Dexie.delete(name);
  for (const accountId of ['11', '111']) {
    const library = new LibraryDatabase(accountId);
    await library.open();
    library.close();
  }
});

test('the library of one account goes, and no other', async () => {
  await eraseLibrary('11');
  expect(await here()).toEqual([nameOf('111')]);
  await eraseLibrary('11');
  expect(await here()).toEqual([nameOf('111')]);
});

test('it goes also where a page has it open, which lets go of it', async () => {
  const page = new LibraryDatabase('11');
  await page.open();
  await eraseLibrary('11');
  expect(page.isOpen()).toBe(false);
  expect(await here()).toEqual([nameOf('111')]);
});
