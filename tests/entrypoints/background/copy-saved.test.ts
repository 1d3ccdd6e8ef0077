import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { AutomaticCopies } from '@/entrypoints/background/automatic-copies';
import { copiesOf } from '@/utils/domain/copies/copies-record';
import { storedCopies } from '@/utils/status/copies';
import { aConnected } from '../../support/connections';

const ACCOUNT = aConnected().accountId;
const NOW = 1_000_000;

beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ connection: aConnected() });
});

function save(accountId: string, madeAt: number): Promise<void> {
  const copies = new AutomaticCopies({
    exclusively: (_, work) => work(),
    ...{ now: () => NOW, lostAt: () => Promise.resolve(null) },
    hasOwn: () => Promise.resolve(true),
  });
  return copies.noteSaved({ accountId, madeAt });
}

async function savedAt(accountId: string): Promise<number | null> {
  return copiesOf(await storedCopies.read(), accountId).savedAt;
}

test('one by hand counts as of when it was made, however long the browser took to put it on the disk', async () => {
  await save(ACCOUNT, NOW - 5);
  expect(await savedAt(ACCOUNT)).toBe(NOW - 5);
  // An earlier one that came later is not the last.
  await save(ACCOUNT, NOW - 50);
  expect(await savedAt(ACCOUNT)).toBe(NOW - 5);
});

test('of an account that is no more the player’s own when it lies there nothing is noted, nor of the one that is', async () => {
  await save(`${ACCOUNT}1`, NOW - 5);
  expect((await storedCopies.read()).accounts).toEqual({});
});
