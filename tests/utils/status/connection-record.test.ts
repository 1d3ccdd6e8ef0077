import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { connectedTo, DISCONNECTED } from '@/utils/domain/connection/connection';
import { readConnectionHistory } from '@/utils/status/read-history';
import { connectionRecord } from '@/utils/status/write';
import { aConnected } from '../../support/connections';

const { tokenLife } = aConnected();

beforeEach(() => browser.storage.local.clear());

test('a change of the record is told in the history in the same write, by the clock of the record', async () => {
  await browser.storage.local.set({ clockOffset: 3_600_000 });
  const before = Date.now();
  await connectionRecord.change(() => connectedTo('1', tokenLife));
  await connectionRecord.change((current) => ({ ...current }));
  await connectionRecord.change(() => ({ phase: 'disconnecting', since: 1 }));
  await connectionRecord.change(() => DISCONNECTED);

  const history = await readConnectionHistory();
  expect(history.map(({ kind }) => kind)).toStrictEqual(['connected', 'disconnected']);
  expect(history[0]?.at).toBeGreaterThanOrEqual(before + 3_600_000);
});

test('an event that only another version knows costs itself', async () => {
  const event = { at: 1, kind: 'renewed', cause: null };
  await browser.storage.local.set({
    connectionHistory: [event, { at: 2, kind: 'beamed-up', cause: null }, null],
  });
  expect(await readConnectionHistory()).toStrictEqual([event]);
});
