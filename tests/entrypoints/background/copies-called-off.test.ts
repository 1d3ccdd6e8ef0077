import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { AutomaticCopies } from '@/entrypoints/background/automatic-copies';
import { NOT_COPIED } from '@/utils/domain/copies/copy-figures';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { readCopies } from '@/utils/status/read-copies';
import { aConnected } from '../../support/connections';

let worker: AutomaticCopies;
/** Files that the browser was asked to put on the disk, and what happens as it is asked. */
let files: string[];
let asFileIsPut: () => Promise<void>;
/** A page without a window, and what is waited for before it is there. */
let isOpen: boolean;
let asked: number;
let closed: number;
let opens: Promise<void>;

beforeEach(async () => {
  fakeBrowser.reset();
  [files, isOpen, asked, closed] = [[], false, 0, 0];
  asFileIsPut = () => Promise.resolve();
  opens = Promise.resolve();
  const downloads = {
    async download({ filename }: { filename: string }) {
      await asFileIsPut();
      return files.push(filename);
    },
    search: () => Promise.resolve([{ state: 'complete' }]),
    cancel: () => Promise.resolve(),
    onChanged: { addListener: () => undefined, removeListener: () => undefined },
    erase: () => Promise.resolve([]),
  };
  const offscreen = {
    async createDocument() {
      asked++;
      await opens;
      isOpen = true;
    },
    closeDocument() {
      if (!isOpen) return Promise.reject(new Error('No current document'));
      isOpen = false;
      return Promise.resolve(void closed++);
    },
  };
  Object.assign(fakeBrowser, { downloads, offscreen });
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(() => Promise.resolve(true));
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ version: '1.0' }),
    getContexts: () => Promise.resolve([]),
  });
  await fakeBrowser.storage.local.set({ connection: aConnected(), snapshot: EMPTY_SNAPSHOT });
  worker = new AutomaticCopies({
    ...{ exclusively: (_, work) => work(), now: Date.now },
    lostAt: () => Promise.resolve(null),
    hasOwn: () => Promise.resolve(true),
  });
  return () => vi.restoreAllMocks();
});

test('between its two files, the second is not put on the disk', async () => {
  await worker.ask('switch');
  await vi.waitFor(() => expect(isOpen).toBe(true));
  const { mark = '' } = (await readCopies()).wanted ?? {};
  asFileIsPut = () => worker.ask('none');
  const names = ['latest', 'month'];
  await worker.made({ mark, outcome: { ...NOT_COPIED, kind: 'file', url: 'blob:made', names } });
  expect(files).toStrictEqual(['latest']);
  expect(await readCopies()).toMatchObject({ isOn: false, wanted: null, accounts: {} });
});

test('while its page is being opened, that is closed as soon as it is there', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  opens = promise;
  await worker.ask('switch');
  await vi.waitFor(() => expect(asked).toBe(1));
  await worker.ask('none');
  resolve();
  await vi.waitFor(() => expect(closed).toBe(1));
  expect(isOpen).toBe(false);
});
