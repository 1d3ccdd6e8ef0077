import { expect, test } from 'vitest';
import { BUDGET, RESERVE, UNSPENT } from '@/utils/domain/sync/budget';
import { forecast } from '@/utils/domain/sync/forecast';
import { pickProspect } from '@/utils/domain/sync/pick-prospect';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { aProgress } from '../../../support/statuses.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const WINDOW = { requests: BUDGET.requests - RESERVE, aWindow: BUDGET.requests - RESERVE };
const WHOLE = { ...WINDOW, frees: 0 };

function prospect(
  sync: SyncStatus,
  asked: { requests: number; planned?: number; recent?: number },
  synced = true,
) {
  const told = { sync, lastSyncedAt: synced ? NOW : null, budget: UNSPENT, halvedUntil: null };
  return pickProspect({ ...told, titleCount: 900 }, { planned: 0, recent: 0, ...asked }, NOW);
}

function running(said: Parameters<typeof aProgress>[0]): SyncStatus {
  return { state: 'running', ...aProgress(said) };
}

test('at rest it begins at once, and takes what it takes', () => {
  expect(prospect({ state: 'idle' }, { requests: 280 })).toEqual({
    begins: { when: 'at-once' },
    milliseconds: forecast(280, WHOLE),
    isOverBudget: false,
  });
});

test('the pages of a list that is read come before, and what follows from it nobody knows', () => {
  const list = running({ phase: 'played-games', done: 400, total: 13_455, requestsLeft: null });
  const { begins, milliseconds, isOverBudget } = prospect(list, { requests: 280 }, false);
  expect(begins).toEqual({ when: 'list-read' });
  expect(milliseconds).toBe(forecast(280 + 66, WHOLE));
  expect(isOverBudget).toBe(true);
});

test('so it is while the latest games are fetched before the list', () => {
  const latest = running({ phase: 'trophies', done: 2, total: 10, requestsLeft: null });
  expect(prospect(latest, { requests: 10 }, false).begins).toEqual({ when: 'list-read' });
  expect(prospect(latest, { requests: 10 }).begins).toEqual({ when: 'at-once' });
});

test('what a sync asks for before picks is counted once', () => {
  const matching = running({ phase: 'matching', requestsLeft: 150 });
  // Of its requests twenty are those of games that were picked before.
  const { milliseconds, isOverBudget } = prospect(matching, { requests: 160, planned: 20 });
  expect(milliseconds).toBe(forecast(290, WHOLE));
  expect(isOverBudget).toBe(true);
  const trophies = running({ phase: 'trophies', requestsLeft: 40 });
  expect(prospect(trophies, { requests: 60, planned: 40 }).milliseconds).toBe(forecast(60, WHOLE));
});

test('which of the games that were played lately belong to which set is found out before', () => {
  const list = running({ phase: 'played-games', done: 400, total: 600, requestsLeft: null });
  const asked = { requests: 50, recent: 51 };
  expect(prospect(list, asked, false).milliseconds).toBe(forecast(50 + 1 + 11, WHOLE));
  // Of a list that was read before only what is new is matched.
  expect(prospect(list, asked).milliseconds).toBe(forecast(50 + 1, WHOLE));
  // Before the first page nobody knows how long it is: about as long as that of titles.
  const latest = running({ phase: 'trophies', done: 2, total: 10, requestsLeft: null });
  expect(prospect(latest, asked, false).milliseconds).toBe(forecast(50 + 5 + 11, WHOLE));
});

test('where the played list is not to be had, what is planned without it is known', () => {
  const matching = running({ phase: 'trophies', requestsLeft: 30 });
  expect(prospect(matching, { requests: 50, recent: 51 }, false)).toEqual({
    begins: { when: 'at-once' },
    milliseconds: forecast(80, WHOLE),
    isOverBudget: false,
  });
});

test('the rest makes way', () => {
  const rest = running({ phase: 'matching', requestsLeft: 150, isRest: true });
  expect(prospect(rest, { requests: 60 })).toMatchObject({
    begins: { when: 'at-once' },
    milliseconds: forecast(60, WHOLE),
  });
});

test.each([
  ['too-many-requests', { when: 'at', at: NOW + 20 * MINUTE }],
  ['edge-block', { when: 'at', at: NOW + 30 * MINUTE }],
  ['offline', { when: 'goes-on' }],
  ['own-pause', { when: 'at-once' }],
  ['no-answer', { when: 'at-once' }],
] as const)('a sync that is paused by %s', (cause, begins) => {
  const failure = { cause, until: NOW + 20 * MINUTE };
  const progress = aProgress({ phase: 'trophies', requestsLeft: 0 });
  const sync = { state: 'paused', ...progress, failure, resumesAt: NOW + 30 * MINUTE } as const;
  expect(prospect(sync, { requests: 20 }).begins).toEqual(begins);
});

test('the budget that is free again by then is counted on', () => {
  const failure = { cause: 'too-many-requests', until: NOW + 20 * MINUTE } as const;
  const progress = aProgress({ phase: 'trophies', requestsLeft: 0 });
  const sync = { state: 'paused', ...progress, failure, resumesAt: NOW + 20 * MINUTE } as const;
  const spent = { requests: 0, fullAt: NOW + 10 * MINUTE };
  const told = { sync, lastSyncedAt: NOW, budget: spent, halvedUntil: null, titleCount: 900 };
  expect(pickProspect(told, { requests: 20, planned: 0, recent: 0 }, NOW)).toMatchObject({
    milliseconds: forecast(20, WHOLE),
    isOverBudget: false,
  });
});

test('what is blocked waits for somebody', () => {
  const progress = aProgress({ phase: 'trophies' });
  const sync = { state: 'blocked', ...progress, failure: { cause: 'storage-full' } } as const;
  expect(prospect(sync, { requests: 20 }).begins).toEqual({ when: 'goes-on' });
});
