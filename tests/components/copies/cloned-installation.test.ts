import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { copyIntoFolder } from '@/utils/copy-worker/copy-into-folder';
import type { CopyOrder, SaveOrdered } from '@/utils/copy-worker/ordered-copy';
import { saveNamedCopy } from '@/utils/copy-worker/save-copy';
import { forgetCopiesFolder, storeCopiesFolder } from '@/utils/database/copies-folder';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import { eraseDatabases } from '@/utils/database/erase';
import { othersFile } from '@/utils/database/written-copies';
import type { CopyOutcome } from '@/utils/domain/copies/copy-figures';
import { DAY, MINUTE } from '@/utils/domain/time-units';
import { aFolderOfTheBrowsers } from '../../support/browsers-folder.ts';
import { aSnapshot, manyLibraryTitles } from '../../support/statuses.ts';

const MINE = '1000000000000000001';
const AT = Date.UTC(2026, 10, 29);
const ORDER: CopyOrder = {
  ...{ accountId: MINE, product: '1.0', device: 'a1', fileMark: 'b2', settings: {} },
  ...{ at: AT, before: null, digest: null, lastAt: null },
};
const NAME = 'Shelf_Fan b2.json.gz';

let folder: FileSystemDirectoryHandle;

beforeEach(async () => {
  await eraseDatabases();
  const library = new LibraryDatabase(MINE);
  const player = { ...aSnapshot().player!, onlineId: 'Shelf_Fan' };
  await library.overview.put({ ...EMPTY_OVERVIEW, player });
  await library.titles.bulkPut(manyLibraryTitles(5));
  library.close();
  folder = await aFolderOfTheBrowsers();
  await storeCopiesFolder(folder);
  return () => eraseDatabases();
});

const save: SaveOrdered = (toSave) => saveNamedCopy(toSave, () => undefined);

function copy(change: Partial<CopyOrder> = {}, saveBy = save): Promise<CopyOutcome> {
  return copyIntoFolder(folder, { ...ORDER, ...change }, saveBy);
}

async function put(content: Blob): Promise<void> {
  const writable = await (await folder.getFileHandle(NAME, { create: true })).createWritable();
  await content.stream().pipeTo(writable);
}

/** An installation with the same mark puts its own there, as a synced folder brings it. */
async function theOtherPuts(madeAt: number): Promise<void> {
  const { accountId, product, device, settings } = ORDER;
  const { file } = await save({
    facts: { accountId, product, device, onlineId: null, madeAt },
    settings,
  });
  await put(file);
}

async function bytesThere(name = NAME): Promise<Uint8Array> {
  return (await (await folder.getFileHandle(name)).getFile()).bytes();
}

async function names(): Promise<string[]> {
  return (await Array.fromAsync(folder.keys())).sort();
}

test.each([
  ['a later', AT + DAY],
  ['an earlier', AT - DAY],
])('%s copy of an installation with the same mark stays, and is told', async (_, madeAt) => {
  const { digest } = await copy();
  await theOtherPuts(madeAt);
  const before = await bytesThere();
  const saving = vi.fn(save);
  expect(await copy({ at: AT + 7 * DAY, digest }, saving)).toMatchObject({
    ...{ kind: 'others', url: '', names: [] },
  });
  expect(saving).not.toHaveBeenCalled();
  expect([await names(), await bytesThere()]).toEqual([[NAME], before]);
  expect(await othersFile()).toEqual({ name: NAME, since: AT + 7 * DAY });

  // Whoever was ended before it was told finds the same.
  expect(await copy({ at: AT + 8 * DAY, digest })).toMatchObject({ kind: 'others' });
  expect(await othersFile()).toEqual({ name: NAME, since: AT + 7 * DAY });
  const other = { fileMark: 'c3', at: AT + 8 * DAY, digest };
  expect(await copy(other)).toMatchObject({ kind: 'file' });
  expect(await copy({ ...other, at: AT + 9 * DAY })).toMatchObject({ kind: 'same' });
  expect(await names()).toEqual([NAME, 'Shelf_Fan c3.json.gz']);
  expect(await bytesThere()).toEqual(before);

  await storeCopiesFolder(folder);
  expect(await othersFile()).toBeNull();
});

test('one that comes while this one is made stays too', async () => {
  await copy();
  const late: SaveOrdered = async (toSave) => {
    await theOtherPuts(AT + 2);
    return save(toSave);
  };
  expect(await copy({ at: AT + 3 }, late)).toMatchObject({ kind: 'others', names: [] });
  const before = await bytesThere();
  expect(await copy({ at: AT + 4 })).toMatchObject({ kind: 'others' });
  expect(await bytesThere()).toEqual(before);
});

/** The page is ended as it writes: before the file is closed, or right after. */
function endsWriting(when: 'before' | 'after'): () => void {
  const { prototype } = FileSystemFileHandle;
  const own = Object.getOwnPropertyDescriptor(prototype, 'createWritable')!;
  const real = own.value as () => Promise<FileSystemWritableFileStream>;
  const createWritable = async function (this: FileSystemFileHandle) {
    const writer = (await real.call(this)).getWriter();
    const end = () => Promise.reject(new Error('ended'));
    return new WritableStream({
      write: (chunk: Uint8Array<ArrayBuffer>) => writer.write(chunk),
      close: () => (when === 'before' ? writer.abort() : writer.close()).then(end),
    });
  };
  Object.assign(prototype, { createWritable });
  const goOn = (): void => void Object.defineProperty(prototype, 'createWritable', own);
  onTestFinished(goOn);
  return goOn;
}

test.each([
  ['before', 'noted'],
  ['after', 'noted'],
  ['before', 'of an earlier build'],
  ['after', 'of an earlier build'],
] as const)(
  'whoever is ended right %s a file is closed over one that was %s knows it again',
  async (when, of) => {
    const isNoted = of === 'noted';
    await (isNoted ? copy() : theOtherPuts(AT));
    const first = await bytesThere();
    const goOn = endsWriting(when);
    const change = { at: AT + DAY, lastAt: AT + MINUTE };
    expect(await copy(change)).toMatchObject({ kind: 'interrupted' });
    goOn();
    const isAsBefore = when === 'before';
    expect(String(await bytesThere()) === String(first)).toBe(isAsBefore);
    expect(await copy({ ...change, at: AT + 2 * DAY })).toMatchObject({ kind: 'file' });
    expect([await names(), await othersFile()]).toEqual([[NAME], null]);
  },
);

test('a copy of this installation that a synced folder has brought back is written over', async () => {
  await copy();
  const first = await bytesThere();
  await copy({ at: AT + DAY });
  await put(new Blob([first.slice()]));
  expect(await copy({ at: AT + 2 * DAY })).toMatchObject({ kind: 'file' });
  expect(await names()).toEqual([NAME]);
});

test.each([
  ['made just before the last was found there is its own', AT + MINUTE, 'file'],
  ['of another time is another’s', AT + DAY, 'others'],
  ['later than the last is another’s', AT - 1, 'others'],
  ['is another’s where there was no last', null, 'others'],
])('where nothing was noted of it, a copy %s', async (_, lastAt, kind) => {
  await theOtherPuts(AT);
  expect(await copy({ at: AT + 2 * DAY, lastAt })).toMatchObject({ kind });
});

test.each([
  ['no copy', 'as large'],
  ['cut off', '\u001f'],
])('a file under its name that is %s is not written over', async (_, text) => {
  await copy();
  await put(new Blob([text]));
  expect(await copy({ at: AT + 1 })).toMatchObject({ kind: 'others' });
  expect(new TextDecoder().decode(await bytesThere())).toBe(text);
});

test('one that cannot be read is left as it is, and tried again later', async () => {
  await copy();
  const before = await bytesThere();
  const reading = vi
    .spyOn(FileSystemFileHandle.prototype, 'getFile')
    .mockRejectedValue(new DOMException('', 'NotReadableError'));
  expect(await copy({ at: AT + 1 })).toMatchObject({ kind: 'interrupted', names: [] });
  reading.mockRestore();
  expect([await bytesThere(), await othersFile()]).toEqual([before, null]);
});

test('where the folder is given up while a copy is made, nothing is written there', async () => {
  const givingUp: SaveOrdered = async (toSave) => {
    await forgetCopiesFolder();
    return save(toSave);
  };
  expect(await copy({}, givingUp)).toMatchObject({ kind: 'interrupted' });
  expect(await names()).toEqual([]);
});
