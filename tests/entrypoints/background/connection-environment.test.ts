import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { connectionLibraryOf } from '@/entrypoints/background/connection-environment';
import { eraseDatabases } from '@/utils/database/erase';
import { readLostAt } from '@/utils/database/own-items';
import { copiesOf, NO_COPIES } from '@/utils/domain/copies/copies-record';
import { storedCopies } from '@/utils/status/copies';
import { storedShortfall } from '@/utils/browser/stored-shortfall';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { parsedStatus } from '@/utils/status/parse';
import { publish } from '../../support/publish-status';
import { aSnapshot } from '../../support/statuses';

const NOW = 1_800_000_000_000;
const PLAYER = {
  accountId: '9007199254740993',
  onlineId: 'GildedWren',
  avatarUrl: null,
  isPlus: false,
};
const nothing = { sync: () => Promise.resolve(), interrupt: () => undefined };
const library = connectionLibraryOf(nothing as never, nothing as never, () => NOW);

beforeEach(() => {
  fakeBrowser.reset();
});

test('a connection begins without what was told of another account’s', async () => {
  await publish({ snapshot: aSnapshot({ titleCount: 42 }) });
  await storedShortfall.write({ since: NOW - 86_400_000, isTold: false });

  await library.create(PLAYER);

  expect((await parsedStatus()).snapshot).toStrictEqual({ ...EMPTY_SNAPSHOT, player: PLAYER });
  expect(await storedShortfall.read()).toBeNull();
});

test('a library that the browser has lost is said to be, whoever was connected since', async () => {
  const other = { ...PLAYER, accountId: '9007199254740994' };
  await publish({ snapshot: aSnapshot({ player: other, titleCount: 42 }) });
  const synced = { ...copiesOf(NO_COPIES, PLAYER.accountId), seenSync: NOW - 86_400_000 };
  await storedCopies.write({ ...NO_COPIES, accounts: { [PLAYER.accountId]: synced } });
  await eraseDatabases();

  await library.create(PLAYER);

  expect(await readLostAt(PLAYER.accountId)).toBe(NOW);
});
