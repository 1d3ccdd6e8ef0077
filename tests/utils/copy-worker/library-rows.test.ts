import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rowsToCopy } from '@/utils/copy-worker/library-rows';
import { eraseDatabases } from '@/utils/database/erase';
import { fillLibrary } from '../../support/restoring';
import { aNewScene } from '../../support/staged-copy';

beforeEach(eraseDatabases);

afterEach(() => {
  vi.restoreAllMocks();
});

test('rows of a library are read while those before them are packed', async () => {
  const scene = aNewScene();
  await fillLibrary(scene);
  const rows = rowsToCopy(scene.database, {});
  const reading = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  expect((await rows.next()).value).toEqual({ table: 'settings', rows: [{}] });
  // Nobody has asked for these yet.
  await expect.poll(() => reading.mock.calls.length).toBe(1);
  expect((await rows.next()).value).toMatchObject({ table: 'playerItems' });
  await expect.poll(() => reading.mock.calls.length).toBe(2);
  // Nor does anybody now: what fails then is nobody's.
  scene.database.close();
  await rows.return();
});
