import { afterEach, beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import firstLibrary from '@/entrypoints/first-library';
import { createLibrary } from '@/utils/database/open-library';
import type { LibraryDatabase } from '@/utils/database/database';
import { withShape } from '@/utils/status/stored-shape';
import { earnedAt, earningsIn, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { publish } from '../../support/publish-status.ts';
import { aSnapshot, connected } from '../../support/statuses.ts';

const accountId = '4407';
let library: LibraryDatabase;

beforeEach(async () => {
  await browser.storage.local.clear();
  globalThis.firstStatus = globalThis.firstRows = undefined;
  library = await createLibrary(accountId);
  await library.titles.put(aLibraryTitle({ npCommunicationId: setId(1) }));
  await library.earnings.put(earningsIn(1, [earnedAt(Date.UTC(2026, 0, 1))]));
  const player = { ...aSnapshot().player!, accountId };
  await publish({
    connection: withShape(connected({ accountId })),
    snapshot: withShape({ ...aSnapshot({ titleCount: 1 }), player }),
  });
});

afterEach(async () => {
  history.replaceState(null, '', '#/');
  globalThis.firstStatus = globalThis.firstRows = undefined;
  await library.delete();
});

test.each([
  ['', ['titles']],
  ['#/', ['titles']],
  ['#/library?sort=name', ['titles']],
  ['#/log', ['earnings', 'sets', 'titles']],
  ['#/log?year=2026', null],
  ['#/statistics', ['titles', 'whole']],
  ['#/year', ['titles', 'whole', 'earnings', 'overview']],
  ['#/year/2026', ['titles', 'whole', 'earnings', 'overview']],
  ['#/next?mood=rare', ['titles', 'whole', 'playerItems', 'trophyEvents']],
  ['#/settings', null],
])('at “%s” is read %j', async (address, expected) => {
  history.replaceState(null, '', address === '' ? location.pathname : address);
  void firstLibrary.main();
  const read = await globalThis.firstRows;
  if (expected === null) return expect(read).toBeUndefined();
  const { accountId: of, ...rows } = read!;
  expect(of).toBe(accountId);
  expect([...Object.keys(rows), ...Object.keys(rows.whole ?? {})].sort()).toEqual(expected.sort());
  expect(rows.titles).toHaveLength(1);
});
