import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LibraryDatabase } from '@/utils/database/database';
import { whileNoneIsDeleted } from '@/utils/database/deleting-lock';
import { countDatabases, eraseDatabases, eraseLibrary } from '@/utils/database/erase';

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

afterEach(() => void vi.restoreAllMocks());

test('the library of one account goes, and no other', async () => {
  await eraseLibrary('11');
  expect(await here()).toEqual([nameOf('111')]);
});

test('a library that is not there is not deleted: that would leave its name on the disk', async () => {
  const deletes = vi.spyOn(Dexie, 'delete');
  await eraseLibrary('12');
  expect(deletes).not.toHaveBeenCalled();
});

test('every library goes, and what is not ours is neither touched nor counted', async () => {
  const foreign = new Dexie('somebody-else');
  foreign.version(1).stores({ rows: 'id' });
  await foreign.open();
  foreign.close();
  expect(await countDatabases()).toBe(2);

  await eraseDatabases();
  expect(await here()).toEqual(['somebody-else']);
  expect(await countDatabases()).toBe(0);
});

test('it goes also where a page has it open, which lets go of it', async () => {
  const page = new LibraryDatabase('11');
  await page.open();
  await eraseLibrary('11');
  expect(page.isOpen()).toBe(false);
  expect(await here()).toEqual([nameOf('111')]);
});

test.each([
  ['one library', () => eraseLibrary('11'), [nameOf('111')]],
  ['all of them', eraseDatabases, []],
] as const)('%s goes only once nobody is opening one', async (_, erase, left) => {
  const opened = Promise.withResolvers<void>();
  const opening = whileNoneIsDeleted(() => opened.promise);
  const erasing = erase();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await here()).toHaveLength(2);

  opened.resolve();
  await Promise.all([opening, erasing]);
  expect(await here()).toEqual(left);
});
