import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hideLibrary, showLibrary } from '@/entrypoints/background/shown-library';
import { createLibrary } from '@/utils/database/open-library';
import { deleteDatabases } from '../../support/carry-over-scene';
import { publish } from '../../support/publish-status';
import { connected } from '../../support/statuses';

const { local } = fakeBrowser.storage;

beforeEach(async () => {
  fakeBrowser.reset();
  for (const accountId of ['1', '2']) (await createLibrary(accountId)).close();
  await publish({ connection: connected({ accountId: '1' }) });
});

afterEach(deleteDatabases);

test('another account’s library is shown until the player goes back', async () => {
  const before = await local.get(null);
  await showLibrary('2');
  expect(await local.get(null)).toEqual({ ...before, shownLibrary: '2' });

  await showLibrary(null);
  expect(await local.get(null)).toEqual(before);
});

test('one’s own needs no mark, and one that is not here is not shown', async () => {
  await showLibrary('1');
  await expect(showLibrary('3')).rejects.toMatchObject({ failure: { cause: 'unexpected' } });
  expect(await local.get('shownLibrary')).toEqual({});
});

test('one that is erased is not shown any more', async () => {
  await showLibrary('2');
  await hideLibrary('3');
  expect(await local.get('shownLibrary')).toEqual({ shownLibrary: '2' });
  await hideLibrary('2');
  expect(await local.get('shownLibrary')).toEqual({});
});
