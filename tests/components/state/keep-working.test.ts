import { expect, test } from 'vitest';
import { isUnfinished } from '@/components/state/keep-working.svelte';
import { EMPTY_SNAPSHOT } from '@/utils/domain/snapshot';
import { aProgress, aSnapshot, aStatus, connected } from '../../support/statuses.ts';

const PROGRESS = aProgress();

test.each([
  ['nobody is connected', { phase: 'disconnected', failure: null }, EMPTY_SNAPSHOT, false],
  ['connecting', { phase: 'connecting', step: 'code', source: 'browser' }, EMPTY_SNAPSHOT, true],
  [
    'waiting for a sign-in',
    { phase: 'waiting-for-sign-in', since: 0, laterThan: null },
    EMPTY_SNAPSHOT,
    true,
  ],
  ['the player has a choice to make', { phase: 'old-session', endsAt: 0 }, EMPTY_SNAPSHOT, false],
  [
    'waiting for a sign-out',
    { phase: 'signing-out', since: 0, laterThan: 0 },
    EMPTY_SNAPSHOT,
    true,
  ],
  ['all is done', connected(), aSnapshot(), false],
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
  expect(isUnfinished(aStatus({ connection, snapshot }))).toBe(unfinished);
});
