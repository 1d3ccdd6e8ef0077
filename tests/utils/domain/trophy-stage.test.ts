import { expect, test } from 'vitest';
import type { SyncProgress, SyncStatus } from '@/utils/domain/snapshot';
import { earnedKey } from '@/utils/domain/sync-plan';
import { holdingOf, outlookOf } from '@/utils/domain/trophy-stage';
import { aLibraryTitle } from '../../support/statuses.ts';
import { aTrophySet } from '../../support/trophies.ts';

const title = aLibraryTitle();
const held = { definitions: 'some', groups: null, earned: earnedKey(title), lookedAt: 5 };

test.each([
  ['no set', title, null, 'nothing'],
  ['a set without its definitions', { ...title, held }, aTrophySet({ trophies: [] }), 'nothing'],
  ['definitions alone', { ...title, held: { ...held, earned: null } }, aTrophySet(), 'definitions'],
  ['all of it', { ...title, held }, aTrophySet(), 'current'],
  ['a trophy more in the list', { ...title, held, progress: 18 }, aTrophySet(), 'older'],
] as const)('%s', (_, said, set, holding) => {
  expect(holdingOf(said, set)).toBe(holding);
});

const PROGRESS: SyncProgress = {
  phase: 'trophies',
  done: 1,
  total: 2,
  requestsLeft: 1,
  endsAt: null,
};
const IDLE: SyncStatus = { state: 'idle' };
const RUNNING: SyncStatus = { state: 'running', ...PROGRESS };
const STOPPED: SyncStatus = { state: 'stopped', ...PROGRESS };
const PAUSED: SyncStatus = {
  state: 'paused',
  failure: { cause: 'offline' },
  resumesAt: 9,
  ...PROGRESS,
};
const GAPS = [{ phase: 'trophies' as const, failure: { cause: 'answer-not-understood' as const } }];

test.each([
  [RUNNING, true, false, [], 'asking'],
  [IDLE, true, false, [], 'asking'],
  [IDLE, true, false, GAPS, 'refused'],
  [IDLE, true, true, GAPS, 'asking'],
  [PAUSED, true, false, [], 'paused'],
  [PAUSED, true, true, [], 'paused'],
  [STOPPED, true, false, [], 'stopped'],
  [STOPPED, true, true, [], 'asking'],
  [RUNNING, false, true, [], 'not-connected'],
] as const)(
  'sync %o, connected %s, asked just now %s',
  (sync, isConnected, isAsking, gaps, out) => {
    const snapshot = { sync, gaps: [...gaps] };
    expect(outlookOf({ absence: null }, snapshot, isConnected, isAsking)).toBe(out);
  },
);

test('what Sony does not list cannot be asked for', () => {
  const absence = { missedAt: 1, isSure: false };
  expect(outlookOf({ absence }, { sync: RUNNING, gaps: [] }, true, true)).toBe('absent');
});
