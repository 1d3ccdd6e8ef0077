import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { isUnreadable } from '@/utils/domain/connection/unreadable-record';
import { readStatus } from '@/utils/status/read';
import { connectionRecord, rewriteTrusted, publishSnapshot } from '@/utils/status/write';
import { aConnected } from '../../support/connections';
import { aSnapshot } from '../../support/statuses';

const { local } = fakeBrowser.storage;

beforeEach(async () => {
  fakeBrowser.reset();
  await connectionRecord.change(() => aConnected());
  await publishSnapshot(aSnapshot());
});

/** By hand, or by a disk: a null where a part was, and the number of this build still there. */
async function spoil(key: 'connection' | 'snapshot', part: string): Promise<void> {
  const stored = await local.get<Record<string, object>>(key);
  await local.set({ [key]: { ...stored[key], [part]: null } });
}

test('what is as this build writes it is not written again', async () => {
  const before = await local.get(null);
  await rewriteTrusted();
  expect(await local.get(null)).toStrictEqual(before);
  expect((await readStatus()).connection).toMatchObject({ phase: 'connected' });
});

test('a record that pages could not be drawn from is read by them as a damaged one', async () => {
  await spoil('connection', 'tokenLife');
  await rewriteTrusted();

  expect(isUnreadable((await readStatus()).connection)).toBe(true);
});

test('of a snapshot what can be read stays, and the rest is as it is by default', async () => {
  await spoil('snapshot', 'sync');
  await rewriteTrusted();

  const { snapshot } = await readStatus();
  expect(snapshot.sync).toStrictEqual({ state: 'idle' });
});
