import { expect, test } from 'vitest';
import { isUnfinished } from '@/components/state/keep-working.svelte';
import { EMPTY_SNAPSHOT } from '@/utils/domain/snapshot';
import { aSnapshot, connected } from '../../support/statuses.ts';

const PROGRESS = { phase: 'titles', done: 0, total: null } as const;

test.each([
  ['nobody is connected', { phase: 'disconnected', failure: null }, EMPTY_SNAPSHOT, false],
  ['connecting', { phase: 'connecting', step: 'code' }, EMPTY_SNAPSHOT, true],
  [
    'waiting for a sign-in',
    { phase: 'waiting-for-sign-in', since: 0, laterThan: null },
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
] as const)('while %s', (_, connection, snapshot, unfinished) => {
  expect(isUnfinished({ connection, snapshot })).toBe(unfinished);
});
