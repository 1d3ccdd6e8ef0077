import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { clearLocal } from '@/utils/browser/local-area';
import { connectedTo, DISCONNECTED } from '@/utils/domain/connection/connection';
import { DAMAGED } from '@/utils/domain/connection/unreadable-record';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { beginToRead } from '@/utils/status/first-read';
import { readFirstStatus, readStatus } from '@/utils/status/read';
import { STATUS_SHAPE } from '@/utils/status/stored-shape';
import { connectionRecord, publishSnapshot, settingsRecord } from '@/utils/status/write';
import { aConnected } from '../../support/connections';
import { aSnapshot } from '../../support/statuses';
import { storedFixtures } from '../../support/stored-fixture';

const { tokenLife } = aConnected();
/** Only what this build wrote is taken as it lies there: it may lack a part that the schema would see to. */
const HALF = { ...connectedTo('1', tokenLife), refused: undefined };

beforeEach(async () => {
  globalThis.firstStatus = undefined;
  await browser.storage.local.clear();
});

afterEach(() => void vi.restoreAllMocks());

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
    connection: DAMAGED,
    snapshot: { titleCount: 1_300 },
    settings: DEFAULT_SETTINGS,
  });
});

test('in the middle of a clearing it is what stays, not nothing', async () => {
  await connectionRecord.change(() => ({ phase: 'disconnecting', since: 0 }));
  const staying = await readStatus();
  const clear = browser.storage.local.clear.bind(browser.storage.local);
  const seen: ReturnType<typeof readStatus>[] = [];
  vi.spyOn(browser.storage.local, 'clear').mockImplementation(async () => {
    await clear();
    seen.push(readStatus());
  });
  const nowhere = {
    read: () => Promise.resolve(null),
    write: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  };
  await clearLocal(nowhere, ['sealedRefreshTokens']);

  expect(seen.length).toBeGreaterThan(1);
  for (const status of await Promise.all(seen)) expect(status).toStrictEqual(staying);
});

test('what its own schema does not know is not written as if it did', async () => {
  await connectionRecord.change(() => HALF as never);

  const { connection } = await browser.storage.local.get('connection');
  expect(connection).not.toHaveProperty('shape');
  expect((await readStatus()).connection).toStrictEqual(DAMAGED);
});

test('the number is that of the newest fixture of what is stored', () => {
  expect(STATUS_SHAPE).toBe(storedFixtures().at(-1)?.[0]);
});

test('a page opens with what was read before it was loaded, and reads the rest anew', async () => {
  await publishSnapshot(aSnapshot({ titleCount: 1 }));
  await beginToRead();
  await publishSnapshot(aSnapshot({ titleCount: 2 }));

  expect((await readFirstStatus()).snapshot.titleCount).toBe(1);
  expect((await readFirstStatus()).snapshot.titleCount).toBe(2);
  expect((await readStatus()).snapshot.titleCount).toBe(2);
});

test('what another build has stored is read through its schema for the first frame too', async () => {
  await browser.storage.local.set({ connection: HALF });

  expect((await readFirstStatus()).connection).toStrictEqual(DAMAGED);
});
