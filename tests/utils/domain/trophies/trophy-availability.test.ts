import { expect, test } from 'vitest';
import type { SyncProgress, SyncStatus } from '@/utils/domain/sync/sync-status';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import { earnedKey } from '@/utils/domain/sync/answer-keys';
import {
  arrivalOf,
  availabilityOf,
  comesByItself,
  waitsForPlayer,
} from '@/utils/domain/trophies/trophy-availability';
import { aLibraryTitle } from '../../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../../support/trophies.ts';

const title = aLibraryTitle();
const fetched = { ...NOTHING_FETCHED, definitions: 'some', earned: earnedKey(title), at: 5 };

test.each([
  ['no set', title, null, 'nothing'],
  ['a set without its definitions', { ...title, fetched }, aTrophySet({ trophies: [] }), 'nothing'],
  [
    'definitions that are newer than what is known to be earned',
    { ...title, fetched: { ...fetched, earned: null } },
    aTrophySet({ trophies: [aTrophy(), aTrophy({ trophyId: 2, earned: null })] }),
    'older',
  ],
  [
    'definitions alone',
    { ...title, fetched: { ...fetched, earned: null } },
    aTrophySet({ trophies: [aTrophy({ earned: null })] }),
    'definitions',
  ],
  ['all of it', { ...title, fetched }, aTrophySet(), 'current'],
  [
    'fewer than Sony counts',
    { ...title, fetched: { ...fetched, short: { earned: { tries: 0, againAt: 9 } } } },
    aTrophySet(),
    'short',
  ],
  [
    'an answer in which nothing can be read of what is earned',
    { ...title, fetched: { ...fetched, short: { earned: { tries: 0, againAt: 9 } } } },
    aTrophySet({ trophies: [aTrophy({ earned: null })] }),
    'short',
  ],
  [
    'as many as Sony counts, and more or fewer of them earned',
    {
      ...title,
      defined: { bronze: 1, silver: 0, gold: 0, platinum: 0 },
      fetched: {
        ...fetched,
        earned: earnedKey({ ...title, defined: { bronze: 1, silver: 0, gold: 0, platinum: 0 } }),
        short: { earned: { tries: 0, againAt: 9 } },
      },
    },
    aTrophySet(),
    'at-odds',
  ],
  ['a trophy more in the list', { ...title, fetched, progress: 18 }, aTrophySet(), 'older'],
] as const)('%s', (_, said, set, holding) => {
  expect(availabilityOf(said, set)).toBe(holding);
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

test.each([
  [RUNNING, true, false, false, 'asking'],
  [IDLE, true, false, false, 'asking'],
  [IDLE, true, false, true, 'refused'],
  [IDLE, true, true, true, 'asking'],
  [PAUSED, true, false, false, 'paused'],
  [PAUSED, true, true, false, 'paused'],
  [STOPPED, true, false, false, 'stopped'],
  [STOPPED, true, true, false, 'asking'],
  [RUNNING, false, true, false, 'not-connected'],
] as const)(
  'sync %o, connected %s, asked just now %s, set aside %s',
  (sync, isConnected, isAsking, isUnread, arrival) => {
    const prospects = { isConnected, isAsking, isUnread };
    expect(arrivalOf({ absence: null }, sync, prospects)).toBe(arrival);
  },
);

test('what is never to be fetched comes only once the player says so', () => {
  const prospects = { isConnected: true, isAsking: false, isUnread: false };
  for (const sync of [IDLE, RUNNING, PAUSED])
    expect(arrivalOf({ absence: null }, sync, { ...prospects, isNever: true })).toBe('never');
  expect(waitsForPlayer('never')).toBe(true);
  expect(comesByItself('never')).toBe(false);
});

test('what Sony does not list cannot be asked for', () => {
  const absence = { missedAt: 1, isSure: false };
  const prospects = { isConnected: true, isAsking: true, isUnread: false };
  expect(arrivalOf({ absence }, RUNNING, prospects)).toBe('absent');
});
