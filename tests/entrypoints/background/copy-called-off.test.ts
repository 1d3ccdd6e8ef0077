import { fakeBrowser } from '@webext-core/fake-browser';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AutomaticCopies } from '@/entrypoints/background/automatic-copies';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { aConnected } from '../../support/connections';

test('a calling off that fails once the copy is begun fails nothing else', async () => {
  fakeBrowser.reset();
  onTestFinished(() => void vi.restoreAllMocks());
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(() => Promise.resolve(true));
  const beginning = Promise.withResolvers<undefined>();
  const createDocument = vi.fn(() => beginning.promise);
  const closeDocument = vi.fn(() => Promise.resolve());
  Object.assign(fakeBrowser, { offscreen: { createDocument, closeDocument } });
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ version: '1.0' }),
    getContexts: () => Promise.resolve([]),
  });
  await fakeBrowser.storage.local.set({ connection: aConnected(), snapshot: EMPTY_SNAPSHOT });
  const worker = new AutomaticCopies({
    exclusively: (_, work) => work(),
    now: () => 1,
    lostAt: () => Promise.resolve(null),
    hasOwn: () => Promise.resolve(true),
  });
  await worker.ask('switch');
  await vi.waitFor(() => expect(createDocument).toHaveBeenCalledOnce());
  await worker.ask('none');

  closeDocument.mockClear();
  closeDocument.mockImplementation(() => {
    throw new Error('The extension is gone');
  });
  beginning.resolve(undefined);
  // What nobody catches fails the whole run.
  await vi.waitFor(() => expect(closeDocument).toHaveBeenCalledOnce());
});
