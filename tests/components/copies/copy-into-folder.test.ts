import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { copyWhereWanted } from '@/entrypoints/copying/carry-out';
import { CopyJobs } from '@/utils/copy-worker/copy-jobs';
import { copyIntoFolder } from '@/utils/copy-worker/copy-into-folder';
import type { CopyOrder } from '@/utils/copy-worker/ordered-copy';
import type { SaveOrdered } from '@/utils/copy-worker/ordered-copy';
import { saveNamedCopy } from '@/utils/copy-worker/save-copy';
import {
  forgetCopiesFolder,
  hasCopiesFolder,
  storeCopiesFolder,
  readCopiesFolder,
} from '@/utils/database/copies-folder';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import { eraseDatabases } from '@/utils/database/erase';
import { aFolderOfTheBrowsers } from '../../support/browsers-folder.ts';
import { aSnapshot, manyLibraryTitles } from '../../support/statuses.ts';

const MINE = '1000000000000000001';
const ORDER: CopyOrder = {
  ...{ accountId: MINE, product: '1.0', device: 'a1', fileMark: 'b2', settings: {} },
  ...{ at: Date.UTC(2026, 10, 29), before: null, digest: null, lastAt: null },
};

const save: SaveOrdered = (toSave) => saveNamedCopy(toSave, () => undefined);

beforeEach(async () => {
  await eraseDatabases();
  const library = new LibraryDatabase(MINE);
  const player = { ...aSnapshot().player!, onlineId: 'Shelf_Fan' };
  await library.overview.put({ ...EMPTY_OVERVIEW, player });
  await library.titles.bulkPut(manyLibraryTitles(5));
  library.close();
  return () => eraseDatabases();
});

async function aChosenFolder(): Promise<FileSystemDirectoryHandle> {
  const folder = await aFolderOfTheBrowsers();
  await storeCopiesFolder(folder);
  return folder;
}

async function filesIn(folder: FileSystemDirectoryHandle): Promise<File[]> {
  const files: File[] = [];
  for await (const entry of folder.values()) {
    if (entry.kind === 'file') files.push(await entry.getFile());
  }
  return files;
}

test('the folder stays chosen until it is given up or all is erased', async () => {
  const folder = await aFolderOfTheBrowsers();
  expect([await hasCopiesFolder(), await readCopiesFolder()]).toEqual([false, null]);
  await storeCopiesFolder(folder);
  const read = await readCopiesFolder();
  expect(await read?.isSameEntry(folder)).toBe(true);
  await forgetCopiesFolder();
  expect([await hasCopiesFolder(), await readCopiesFolder()]).toEqual([false, null]);
  await storeCopiesFolder(folder);
  await eraseDatabases();
  expect(await hasCopiesFolder()).toBe(false);
});

test('one that the browser could not keep leaves none chosen', async () => {
  const unkept = { name: 'Backup', keys: () => undefined } as unknown as FileSystemDirectoryHandle;
  await expect(storeCopiesFolder(unkept)).rejects.toThrow();
  expect([await hasCopiesFolder(), await readCopiesFolder()]).toEqual([false, null]);
});

test('one file lies there for this installation, which is written over, and reads as a copy', async () => {
  const folder = await aChosenFolder();
  const { digest, ...first } = await copyIntoFolder(folder, ORDER, save);
  expect(first).toMatchObject({ kind: 'file', url: '', names: [], figures: { games: 5 } });
  const [file, ...more] = await filesIn(folder);
  expect([file?.name, more]).toEqual(['Shelf_Fan b2.json.gz', []]);
  const jobs = new CopyJobs();
  onTestFinished(() => jobs.end());
  const read = await jobs.check(file!, ORDER.at, () => undefined);
  expect(read).toMatchObject({ onlineId: 'Shelf_Fan', preview: { games: { stay: 5 } } });

  expect(await copyIntoFolder(folder, { ...ORDER, digest }, save)).toMatchObject({ kind: 'same' });
  await copyIntoFolder(folder, { ...ORDER, at: ORDER.at + 1 }, save);
  await copyIntoFolder(folder, { ...ORDER, fileMark: 'c3' }, save);
  const names = (await filesIn(folder)).map(({ name }) => name).sort();
  expect(names).toEqual(['Shelf_Fan b2.json.gz', 'Shelf_Fan c3.json.gz']);
});

test('a copy that was taken out of the folder is made again, though nothing has changed', async () => {
  const folder = await aChosenFolder();
  const { digest } = await copyIntoFolder(folder, ORDER, save);
  await folder.removeEntry('Shelf_Fan b2.json.gz');
  const again = await copyIntoFolder(folder, { ...ORDER, digest }, save);
  expect(again).toMatchObject({ kind: 'file', names: [] });
  expect(await filesIn(folder)).toHaveLength(1);
});

test('one that lies there since, but was called off, is not taken for the last that counts', async () => {
  const folder = await aChosenFolder();
  const { digest } = await copyIntoFolder(folder, ORDER, save);
  const lastAt = ORDER.at + 5;
  const week = { ...ORDER, digest, lastAt, at: lastAt + 7 };
  expect(await copyIntoFolder(folder, week, save)).toMatchObject({ kind: 'same' });
  const title = manyLibraryTitles(6)[5]!;
  const library = new LibraryDatabase(MINE);
  await library.titles.put(title);
  await copyIntoFolder(folder, { ...week, at: lastAt + 1 }, save);
  // The library is again what it was.
  await library.titles.delete(title.npCommunicationId);
  library.close();
  expect(await copyIntoFolder(folder, week, save)).toMatchObject({ kind: 'file' });
  const jobs = new CopyJobs();
  onTestFinished(() => jobs.end());
  const [file] = await filesIn(folder);
  const read = await jobs.check(file!, week.at, () => undefined);
  expect(read).toMatchObject({ preview: { games: { stay: 5 } } });
});

test.each([
  ['another’s', 'Else Fan b2.json.gz', 'as large'],
  ['an empty', 'Shelf_Fan b2.json.gz', ''],
])('%s file in its place is not taken for it', async (_, name, text) => {
  const folder = await aChosenFolder();
  const { digest } = await copyIntoFolder(folder, ORDER, save);
  await folder.removeEntry('Shelf_Fan b2.json.gz');
  const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await writable.write(text);
  await writable.close();
  const again = await copyIntoFolder(folder, { ...ORDER, digest }, save);
  expect(again).toMatchObject({ kind: 'file' });
});

test('one that breaks off leaves the last as it was, and of a first one nothing', async () => {
  const folder = await aChosenFolder();
  await copyIntoFolder(folder, ORDER, save);
  const before = await (await filesIn(folder))[0]!.text();
  const writing = vi
    .spyOn(FileSystemFileHandle.prototype, 'createWritable')
    .mockImplementation(() =>
      Promise.resolve(
        new WritableStream({
          write: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
        }) as FileSystemWritableFileStream,
      ),
    );
  onTestFinished(() => writing.mockRestore());
  for (const fileMark of ['b2', 'c3']) {
    const outcome = await copyIntoFolder(folder, { ...ORDER, fileMark }, save);
    expect(outcome).toMatchObject({ kind: 'interrupted', names: [] });
  }
  const [file, ...more] = await filesIn(folder);
  expect([await file?.text(), more]).toEqual([before, []]);
});

test('a folder that was taken away takes none', async () => {
  const folder = await aChosenFolder();
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(folder.name, { recursive: true });
  expect(await copyIntoFolder(folder, ORDER, save)).toMatchObject({ kind: 'interrupted' });
});

test.each([
  ['prompt', 'permission'],
  ['denied', 'permission'],
] as const)(
  'where the browser says “%s” of the folder, nothing is copied anywhere',
  async (state, kind) => {
    const folder = await aFolderOfTheBrowsers();
    await storeCopiesFolder(folder);
    const { prototype } = FileSystemHandle;
    const own = Object.getOwnPropertyDescriptor(prototype, 'queryPermission')!;
    Object.assign(prototype, { queryPermission: () => Promise.resolve(state) });
    onTestFinished(() => void Object.defineProperty(prototype, 'queryPermission', own));
    expect(await copyWhereWanted(ORDER, save)).toMatchObject({ kind, url: '', names: [] });
    expect(await filesIn(folder)).toEqual([]);
  },
);

test('a folder that is gone is told as one that takes nothing, one that is there is written', async () => {
  const folder = await aFolderOfTheBrowsers();
  await storeCopiesFolder(folder);
  expect(await copyWhereWanted(ORDER, save)).toMatchObject({ kind: 'file', names: [] });
  expect(await filesIn(folder)).toHaveLength(1);
  const saving = vi.fn(save);
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(folder.name, { recursive: true });
  expect(await copyWhereWanted(ORDER, saving)).toMatchObject({ kind: 'interrupted', names: [] });
  expect(saving).not.toHaveBeenCalled();
  await forgetCopiesFolder();
  expect((await copyWhereWanted(ORDER, save)).names).toHaveLength(2);
});
