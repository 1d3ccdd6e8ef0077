import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { AutomaticCopies } from '@/entrypoints/background/automatic-copies';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { NO_PROGRESS, type SyncStatus } from '@/utils/domain/sync/sync-status';
import { DAY, HOUR } from '@/utils/domain/time-units';
import { readCopies } from '@/utils/status/read-copies';
import { aConnected } from '../../support/connections';
import { aSnapshot } from '../../support/statuses';

const ACCOUNT = aConnected().accountId;
const SYNCED = 1_000 * DAY;
const PAUSE = { failure: { cause: 'offline' }, resumesAt: SYNCED } as const;
const { local } = fakeBrowser.storage;

let now: number;
let hasOwn: boolean;

beforeEach(async () => {
  fakeBrowser.reset();
  [now, hasOwn] = [SYNCED, true];
  await local.set({ connection: aConnected() });
});

function aWorker(): AutomaticCopies {
  return new AutomaticCopies({
    exclusively: (_, work) => work(),
    ...{ now: () => now, lostAt: () => Promise.resolve(null) },
    hasOwn: () => Promise.resolve(hasOwn),
  });
}

const ofAccount = async () => (await readCopies()).accounts[ACCOUNT];

test.each<[SyncStatus, after: number, isSeen: boolean]>([
  [{ state: 'idle' }, 0, true],
  [{ state: 'running', ...NO_PROGRESS }, 0, false],
  [{ state: 'running', ...NO_PROGRESS }, 13 * HOUR, true],
  [{ state: 'paused', ...NO_PROGRESS, ...PAUSE }, 11 * HOUR, false],
  [{ state: 'running', ...NO_PROGRESS, isRest: true }, 0, true],
  [{ state: 'stopped', ...NO_PROGRESS }, 0, true],
  [{ state: 'blocked', ...NO_PROGRESS, failure: PAUSE.failure }, 0, true],
])(
  'a copy is thought of once the lists are read, also where %o goes on',
  async (sync, after, isSeen) => {
    await local.set({ snapshot: { ...EMPTY_SNAPSHOT, lastSyncedAt: SYNCED, sync } });
    now += after;
    await aWorker().carryOn();
    expect((await ofAccount())?.seenSync ?? null).toBe(isSeen ? SYNCED : null);
    expect((await ofAccount())?.ownSince).toBe(now);
  },
);

test.each([
  ['connected', aConnected(), EMPTY_SNAPSHOT],
  [
    'without a connection',
    { phase: 'disconnected', failure: null },
    aSnapshot({ player: { ...aSnapshot().player!, accountId: ACCOUNT } }),
  ],
])(
  'from the first thing on that a player has %s, however it came, it is here alone',
  async (_, connection, snapshot) => {
    await local.set({ connection, snapshot });
    hasOwn = false;
    await aWorker().carryOn();
    expect(await ofAccount()).toBeUndefined();
    hasOwn = true;
    await aWorker().carryOn();
    now += DAY;
    await aWorker().carryOn();
    expect((await ofAccount())?.ownSince).toBe(SYNCED);
  },
);

test('of a library that nobody calls theirs any more nothing is noted', async () => {
  await local.set({ connection: { phase: 'erasing' }, snapshot: EMPTY_SNAPSHOT });
  await aWorker().carryOn();
  expect((await readCopies()).accounts).toStrictEqual({});
});
