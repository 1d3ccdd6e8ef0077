import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { connectionLibraryOf } from '@/entrypoints/background/connection-environment';
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
