import { beforeEach, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { connectedTo, DISCONNECTED, UNREADABLE } from '@/utils/domain/connection/connection';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { readStatus } from '@/utils/status/read';
import { STATUS_SHAPE } from '@/utils/status/stored-shape';
import { connectionRecord, publishSnapshot, settingsRecord } from '@/utils/status/write';
import { aConnected } from '../../support/connections';
import { aSnapshot } from '../../support/statuses';
import { storedFixtures } from '../../support/stored-fixture';

const { tokenLife } = aConnected();
/** Only what this build wrote is taken as it lies there: it may lack a part that the schema would see to. */
const HALF = { ...connectedTo('1', tokenLife), refused: undefined };

beforeEach(() => browser.storage.local.clear());

test('what is not there yet is as it is by default', async () => {
  expect(await readStatus()).toStrictEqual({
    connection: DISCONNECTED,
    snapshot: EMPTY_SNAPSHOT,
    settings: DEFAULT_SETTINGS,
    clockOffset: 0,
    shownLibrary: null,
  });
});

test('what this build writes carries its number, and is read as it lies there', async () => {
  await connectionRecord.change(() => connectedTo('1', tokenLife));
  await publishSnapshot(aSnapshot());
  await settingsRecord.change({ syncHour: 4 }, 0);

  const stored = await browser.storage.local.get(['connection', 'snapshot', 'settings']);
  const shape = STATUS_SHAPE;
  expect(stored).toMatchObject({
    connection: { phase: 'connected', shape },
    snapshot: { titleCount: 1_300, shape },
    settings: { syncHour: 4, shape },
  });
  expect(await readStatus()).toStrictEqual({ ...stored, clockOffset: 0, shownLibrary: null });
});

test('a value of another build is read through its schema, and costs nothing of the others', async () => {
  await publishSnapshot(aSnapshot());
  await browser.storage.local.set({ connection: HALF, settings: { renewal: 'yes', shape: 1 } });

  expect(await readStatus()).toMatchObject({
    connection: UNREADABLE,
    snapshot: { titleCount: 1_300 },
    settings: DEFAULT_SETTINGS,
  });
});

test('what its own schema does not know is not written as if it did', async () => {
  await connectionRecord.change(() => HALF as never);

  const { connection } = await browser.storage.local.get('connection');
  expect(connection).not.toHaveProperty('shape');
  expect((await readStatus()).connection).toStrictEqual(UNREADABLE);
});

test('the number is that of the newest fixture of what is stored', () => {
  expect(STATUS_SHAPE).toBe(storedFixtures().at(-1)?.[0]);
});
