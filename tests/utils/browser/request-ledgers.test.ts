import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { clearLocal } from '@/utils/browser/local-area';
import { countedRequests } from '@/utils/browser/request-ledgers';
import { DexieClearingStore } from '@/utils/database/clearing-store';
import { Budget } from '@/utils/psn/budget';

const { local } = fakeBrowser.storage;
const NOW = 1e12;
/** Of a whole window it is known what was asked in it. */
const LONG_AGO = NOW - 3_600_000;
const budget = new Budget(
  countedRequests,
  () => NOW,
  () => NOW,
);

beforeEach(async () => {
  fakeBrowser.reset();
  await countedRequests.change((counted) => ({ ...counted, instants: [LONG_AGO] }));
  await budget.take();
});

const eraseEverything = (): Promise<void> => clearLocal(new DexieClearingStore(), null);

test.each([
  ['taken', () => budget.take()],
  ['charged', () => budget.charge(3)],
  ['given back', () => budget.giveBack()],
  ['refused', () => budget.refused()],
  ['moved with the clock', () => budget.correct(-5)],
])('nothing that is %s comes back after everything is erased', async (_, count) => {
  const before = count();
  const erased = eraseEverything();
  const meanwhile = count();
  await Promise.all([before, erased, meanwhile]);

  expect(await local.get(null)).toStrictEqual({});
});

test('two contexts that count at once both count', async () => {
  const other = new Budget(
    countedRequests,
    () => NOW,
    () => NOW,
  );
  await Promise.all([budget.take(), other.take(), budget.charge(2), other.refused()]);

  expect(await countedRequests.read()).toStrictEqual({
    instants: [LONG_AGO, ...Array.from({ length: 5 }, () => NOW)],
    halvedUntil: NOW + 24 * 3_600_000,
  });
});
