import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { endShortfall, tellShortfall } from '@/entrypoints/background/tell-shortfall';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import type { Status } from '@/utils/status/status';
import { publish } from '../../support/publish-status';
import { DAY, aProgress, aSnapshot, connected } from '../../support/statuses';
import { toldNotifications } from '../../support/told-notifications';

const NOW = 1_800_000_000_000;
const failure = { cause: 'sony-down' } as const;
const PAUSED: SyncStatus = { state: 'paused', ...aProgress(), failure, resumesAt: NOW };
const GAP = { phase: 'played-games', failure } as const;
const SHORT = aSnapshot({ gaps: [GAP] });
let told: string[];

beforeEach(async () => {
  fakeBrowser.reset();
  told = toldNotifications();
  await publish({ connection: connected(), settings: { ...DEFAULT_SETTINGS, news: true } });
});

/** A daily sync has come to this, so many days after the first. */
async function afterDay(day: number, said: Partial<Status> = { snapshot: SHORT }): Promise<number> {
  await publish(said);
  await tellShortfall(NOW + day * DAY);
  return told.length;
}

test('tells once, on the second day after the first sync that fell short', async () => {
  expect(await afterDay(0)).toBe(0);
  expect(await afterDay(1)).toBe(0);
  expect(await afterDay(2)).toBe(1);
  for (const day of [3, 4, 5]) expect(await afterDay(day)).toBe(1);
  expect(told).toStrictEqual(['shortfall']);
});

test('a sync may be a little earlier than the one two days before', async () => {
  await afterDay(0);
  expect(await afterDay(1.9)).toBe(0);
  expect(await afterDay(1.98)).toBe(1);
});

test.each<[string, SyncStatus]>([
  ['is held up', PAUSED],
  ['is stopped', { state: 'blocked', ...aProgress(), failure: { cause: 'storage-full' } }],
])('a sync that %s falls short too', async (_, sync) => {
  for (const day of [0, 1]) await afterDay(day, { snapshot: aSnapshot({ sync }) });
  expect(await afterDay(2)).toBe(1);
});

test('a whole sync in between is where it begins anew', async () => {
  await afterDay(0);
  await afterDay(1, { snapshot: aSnapshot() });
  expect(await afterDay(2)).toBe(0);
  expect(await afterDay(4)).toBe(1);
});

test('so is one that the player asked for, and no sync that is under way', async () => {
  await afterDay(0);
  await publish({ snapshot: aSnapshot({ sync: { state: 'running', ...aProgress() } }) });
  await endShortfall();
  expect(await afterDay(2)).toBe(1);

  await publish({ snapshot: aSnapshot() });
  await endShortfall();
  expect(await afterDay(4)).toBe(1);
  expect(await afterDay(5)).toBe(1);
  expect(await afterDay(6)).toBe(2);
});

test('a disconnect is no whole sync, though nothing is missing any more', async () => {
  await afterDay(0);
  await publish({ connection: DISCONNECTED, snapshot: aSnapshot() });
  await endShortfall();
  expect(await afterDay(2, { connection: connected(), snapshot: SHORT })).toBe(1);
});

test.each<[string, Partial<Status>]>([
  [
    'that only waits for our own limit',
    { snapshot: aSnapshot({ sync: { ...PAUSED, failure: { cause: 'own-pause' } } }) },
  ],
  ['that is under way', { snapshot: aSnapshot({ sync: { state: 'running', ...aProgress() } }) }],
  [
    'whose rest waits for our own limit',
    { snapshot: aSnapshot({ sync: { ...PAUSED, isRest: true, failure: { cause: 'own-pause' } } }) },
  ],
  [
    'whose rest is under way',
    { snapshot: aSnapshot({ sync: { state: 'running', ...aProgress({ isRest: true }) } }) },
  ],
  [
    'whose connection has ended',
    { connection: connected({ failure: { cause: 'token-refused' } }), snapshot: SHORT },
  ],
  ['whose account is not connected any more', { connection: DISCONNECTED, snapshot: SHORT }],
])('a sync %s tells nothing', async (_, said) => {
  for (const day of [0, 1, 2, 3]) expect(await afterDay(day, said)).toBe(0);
});

test('days by a clock that was ahead count for nothing', async () => {
  await afterDay(900);
  for (const day of [0, 1]) expect(await afterDay(day)).toBe(0);
  expect(await afterDay(2)).toBe(1);
});

test('nobody is told who does not want to be', async () => {
  await publish({ settings: { ...DEFAULT_SETTINGS, news: false } });
  for (const day of [0, 1, 2]) expect(await afterDay(day)).toBe(0);
  // Who wants it later hears of it with the next.
  await publish({ settings: { ...DEFAULT_SETTINGS, news: true } });
  expect(await afterDay(3)).toBe(1);
});
