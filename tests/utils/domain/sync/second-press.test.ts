import { expect, test } from 'vitest';
import { nextSyncAction, type SyncStanding } from '@/utils/domain/sync/next-sync-action';

const NOW = 1_000 * 86_400_000;
const RUNNING: SyncStanding = {
  ...{ startedAt: NOW - 1_000, trigger: 'daily', phase: 'planned' },
  ...{ pause: null, byPlayer: false, isRest: false },
};

test.each<[string, Partial<SyncStanding>, 'resume' | 'begin']>([
  ['by a daily sync that is at work', {}, 'resume'],
  ['by the player’s', { phase: 'summary', trigger: 'by-hand' }, 'resume'],
  ['anew in its rest, which nobody waits for', { isRest: true }, 'begin'],
  ['anew where picks alone are fetched', { trigger: 'picks' }, 'begin'],
  ['anew where it reads what could not be had', { phase: 'played-games', trigger: null }, 'begin'],
])('a press of Sync now is answered %s', (_, said, kind) => {
  const action = nextSyncAction({
    cursor: { ...RUNNING, ...said },
    requests: [{ number: 1, kind: 'sync', npCommunicationId: null, tries: 0, pause: null }],
    ...{ opened: [], lastSyncedAt: NOW - 3_600_000, syncTime: null, now: NOW },
    ...{ isOnline: true, hasAccess: true, connectionWorks: true },
  });
  expect(action.kind).toBe(kind);
});
