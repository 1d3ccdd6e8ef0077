import { expect, test } from 'vitest';
import {
  nextSyncAction,
  type Pause,
  type StoredRequest,
  type SyncAction,
  type SyncFacts,
} from '@/utils/domain/sync/next-sync-action';

const NOW = 1_000 * 86_400_000;
const LATER = NOW + 3_600_000;
const WAIT: SyncAction = { kind: 'wait', until: LATER };

function facts(said: Partial<SyncFacts>): SyncFacts {
  return {
    cursor: null,
    requests: [],
    opened: [],
    lastSyncedAt: NOW - 3_600_000,
    syncTime: null,
    now: NOW,
    isOnline: true,
    hasAccess: true,
    connectionWorks: true,
    ...said,
  };
}

function paused(isOfConnection: boolean): Pause {
  const failure = { cause: 'access-refused' } as const;
  return { failure, resumesAt: LATER, isOfConnection };
}

function under(pause: Pause | null, byPlayer = false): Pick<SyncFacts, 'cursor'> {
  const standing = { startedAt: NOW - 1_000, trigger: null, phase: 'planned', isRest: false };
  return { cursor: { ...standing, pause, byPlayer } };
}

const game: StoredRequest = {
  ...{ number: 1, kind: 'game', npCommunicationId: 'A', tries: 1 },
  pause: paused(true),
};
const LOST = { connectionWorks: false };

test.each<[string, Partial<SyncFacts>, SyncAction]>([
  ['a sync goes on once it is got back', under(paused(true)), { kind: 'resume' }],
  ['and not before', { ...under(paused(true)), ...LOST }, WAIT],
  ['nor where it has worked all the time', under(paused(false)), WAIT],
  ['nor where the player has stopped it', under(paused(true), true), { kind: 'rest', until: null }],
  [
    'so does a game beside a stopped sync',
    { ...under(null, true), requests: [game] },
    { kind: 'fetch-game', request: game },
  ],
  ['which waits as long', { ...under(null, true), requests: [game], ...LOST }, WAIT],
])('of what waits for a connection that is lost %s', (_, said, action) => {
  expect(nextSyncAction(facts(said))).toStrictEqual(action);
});
