import { expect, test } from 'vitest';
import { hasWork } from '@/components/app/wake-background.svelte';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { A_WAIT, AN_ATTEMPT, aTokenLife } from '../../support/connections';
import { aProgress, aSnapshot, aStatus, connected } from '../../support/statuses.ts';

const PROGRESS = aProgress();
const REFUSED = { cause: 'token-refused' } as const;
const LOST = { token: 'spent', failure: REFUSED, tries: 1 } as const;

test.each([
  ['nobody is connected', { phase: 'disconnected', failure: null }, EMPTY_SNAPSHOT, false],
  ['connecting', { ...AN_ATTEMPT, phase: 'connecting', step: 'code' }, EMPTY_SNAPSHOT, true],
  ['waiting for a sign-in', A_WAIT, EMPTY_SNAPSHOT, true],
  [
    'the player has a choice to make',
    { ...AN_ATTEMPT, phase: 'old-session', endsAt: 0 },
    EMPTY_SNAPSHOT,
    false,
  ],
  [
    'waiting for a sign-out',
    { ...AN_ATTEMPT, phase: 'signing-out', since: 0, laterThan: 0, isShown: true },
    EMPTY_SNAPSHOT,
    true,
  ],
  [
    'storage was silent a moment ago',
    connected(),
    aSnapshot({
      sync: { state: 'paused', failure: { cause: 'storage-silent' }, resumesAt: 9e15, ...PROGRESS },
    }),
    true,
  ],
  ['everything is erased', { phase: 'erasing', since: 0 }, EMPTY_SNAPSHOT, true],
  ['disconnecting', { phase: 'disconnecting', since: 0 }, aSnapshot(), true],
  ['all is done', connected(), aSnapshot(), false],
  [
    'it is over by the clock, which Sony has not said',
    connected({ tokenLife: aTokenLife({ refreshTokenEndsAt: 1 }) }),
    aSnapshot(),
    true,
  ],
  [
    'tokens are got back later',
    connected({ failure: REFUSED, recovery: { ...LOST, nextAt: 9e15 } }),
    aSnapshot(),
    false,
  ],
  [
    'tokens are to be got back now',
    connected({ failure: REFUSED, recovery: { ...LOST, nextAt: 1 } }),
    aSnapshot(),
    true,
  ],
  ['syncing', connected(), aSnapshot({ sync: { state: 'running', ...PROGRESS } }), true],
  [
    'a sync has paused',
    connected(),
    aSnapshot({
      sync: { state: 'paused', ...PROGRESS, failure: { cause: 'offline' }, resumesAt: 1 },
    }),
    true,
  ],
  [
    'a pause is not over',
    connected(),
    aSnapshot({
      sync: { state: 'paused', ...PROGRESS, failure: { cause: 'own-pause' }, resumesAt: 9e15 },
    }),
    false,
  ],
] as const)('while %s', (_, connection, snapshot, unfinished) => {
  expect(hasWork(aStatus({ connection, snapshot }))).toBe(unfinished);
});
