import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { Roaming } from '@/entrypoints/background/roaming';
import { createLibrary } from '@/utils/database/open-library';
import { DexiePlayerWrites } from '@/utils/database/player-writes';
import { Writes } from '@/utils/database/writes';
import type { PlayerItem } from '@/utils/domain/library/player-item';
import { DAY } from '@/utils/domain/time-units';
import { storedRoaming } from '@/utils/status/values';
import { aConnected } from '../../support/connections';

const NOW = 2_000 * DAY;
const NOTE = { kind: 'note', npCommunicationId: 'NPWR00001_00', version: 2, device: 'a' } as const;
/** Deleted more than a year ago, and not swept yet. */
const FORGOTTEN: PlayerItem = { ...NOTE, trophyId: 4, value: null, deletedAt: NOW - 366 * DAY };
const KEPT: PlayerItem = { ...NOTE, trophyId: 5, value: null, deletedAt: NOW - 364 * DAY };

/** A computer of the player's that looks into the area. */
async function aComputer(device: string, items: PlayerItem[]) {
  const library = await createLibrary(device);
  onTestFinished(() => library.delete());
  await library.playerItems.bulkPut(items);
  const writes = new Writes(library, () => NOW, new AbortController().signal);
  const meeting = new DexiePlayerWrites(writes, device);
  const meetItems = (_: string, others: Parameters<typeof meeting.meetItems>[0]) =>
    meeting.meetItems(others);
  const needs = { exclusively: <Value>(_: string, work: () => Promise<Value>) => work() };
  const roaming = new Roaming({ ...needs, library: { meetItems }, now: () => NOW });
  return async (): Promise<void> => {
    await storedRoaming.forget();
    await roaming.carryOn();
  };
}

beforeEach(async () => {
  fakeBrowser.reset();
  await fakeBrowser.storage.local.set({ connection: aConnected(), settings: { roams: true } });
});

test.each([
  ['one computer', []],
  ['either', [FORGOTTEN]],
])('two computers come to rest where %s has not swept yet what is forgotten', async (_, there) => {
  const mine = { ...NOTE, trophyId: 3, value: 'mine' };
  const first = await aComputer('a', [mine, FORGOTTEN, KEPT]);
  const second = await aComputer('b', there);
  for (const meet of [first, second]) await meet();
  const written = vi.spyOn(fakeBrowser.storage.sync, 'set');
  onTestFinished(() => written.mockRestore());
  for (const meet of [first, second, first, second]) await meet();
  expect(written.mock.calls.flatMap(([buckets]) => Object.keys(buckets))).toStrictEqual([]);
  const [bucket] = Object.values(
    await fakeBrowser.storage.sync.get<Record<string, unknown[]>>(null),
  );
  expect(bucket).toHaveLength(2);
});
