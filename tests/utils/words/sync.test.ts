import { expect, test } from 'vitest';
import { SYNC_PHASES } from '@/utils/domain/sync/sync-status';
import { lastSynced, REST_FOLLOWS } from '@/utils/words/last-synced';
import { sharedLimit } from '@/utils/words/shared-limit';
import {
  goesOnAt,
  REFUSED_HINTS,
  REST_HINTS,
  stoppedAt,
  syncProgress,
  waitsForBudget,
  waitsForPicks,
  whatIsLeft,
} from '@/utils/words/sync';

const NOON = new Date(2026, 10, 22, 12, 0).getTime();

test('says how far each part is', () => {
  expect(syncProgress('titles', 800, 1_300, 'en-GB')).toBe('Games 800 of 1,300');
  expect(syncProgress('played-games', 200, 900, 'en-GB')).toBe('Playtimes 200 of 900');
  expect(syncProgress('matching', 0, 1_300, 'en-GB')).toBe('Playtimes of older games 0 of 1,300');
});

test('claims no total that Sony has not named', () => {
  expect(syncProgress('titles', 0, null, 'en-GB')).toBe('Asking Sony for your games');
  expect(syncProgress('titles', 100, null, 'en-GB')).toBe('Games 100');
});

test('counts nothing of nothing', () => {
  expect(syncProgress('trophies', 0, 0, 'en-GB')).toBe('Asking Sony for trophies');
});

test('says when a paused sync goes on', () => {
  expect(goesOnAt(NOON + 32 * 60_000, null, NOON, 'en-GB')).toBe('Continues at 12:32.');
  expect(goesOnAt(NOON, null, NOON, 'en-GB')).toBe('Continues in a moment.');
  expect(goesOnAt(NOON, NOON, NOON, 'en-GB')).toBe('Continues in a moment.');
});

test('says why a pause may be longer than Sony alone would have it, in one message', () => {
  const shared = NOON + 3_600_000;
  expect(goesOnAt(NOON + 32 * 60_000, shared, NOON, 'en-GB')).toMatch(
    /^Continues at 12:32\. Another tracker .* until 13:00 .* half as often\.$/,
  );
  expect(goesOnAt(NOON, shared, NOON, 'en-GB')).toMatch(/^Continues in a moment\. .* until 13:00/);
});

test('says when it was synced last', () => {
  expect(lastSynced(NOON - 5 * 60_000, NOON, 'en-GB')).toBe('Synced 5 minutes ago');
  expect(lastSynced(NOON, NOON, 'en-GB')).toBe('Synced just now');
});

test('says the day of a sync that is long past', () => {
  const longAgo = NOON - 30 * 86_400_000;
  expect(lastSynced(longAgo, NOON, 'en-GB')).toBe('Synced on 23 Oct 2026');
});

test.each(SYNC_PHASES)('has words for %s, asked for and counted', (phase) => {
  const words = [
    syncProgress(phase, 0, null, 'en-GB'),
    syncProgress(phase, 3, null, 'en-GB'),
    syncProgress(phase, 3, 9, 'en-GB'),
  ];
  expect(new Set(words).size).toBe(3);
  expect(words.join()).not.toMatch(/undefined|null|NaN/);
});

test.each([
  [1, 20_000, '1 request, about 20 seconds left'],
  [84, 60_000, '84 requests, about 1 minute left'],
  [2_600, 8 * 3_600_000, '2,600 requests, about 8 hours left'],
  // The end that was thought of is past, and it is not over.
  [2, -5_000, '2 requests, a few seconds left'],
  [0, 20_000, ''],
])('with %i requests left for %i ms says %j', (requestsLeft, takes, words) => {
  const left = whatIsLeft({ requestsLeft, endsAt: NOON + takes }, NOON, 'en-GB');
  expect(left).toBe(words);
});

test('does not say what is left before that is known', () => {
  expect(whatIsLeft({ requestsLeft: null, endsAt: NOON }, NOON, 'en-GB')).toBe('');
  expect(whatIsLeft({ requestsLeft: 5, endsAt: null }, NOON, 'en-GB')).toBe('');
});

test('says where the player has stopped it', () => {
  expect(stoppedAt({ phase: 'trophies', done: 3, total: 70 }, 'en-GB')).toBe(
    'Stopped. Trophies of games 3 of 70',
  );
  expect(stoppedAt({ phase: 'titles', done: 0, total: null }, 'en-GB')).toBe('Stopped');
});

test('says when a pause of our own ends, and that a click does not end it', () => {
  expect(waitsForBudget(NOON + 15 * 60_000, NOON, 'en-GB')).toBe(
    'Continues at 12:15. Sync now waits too.',
  );
  expect(waitsForBudget(NOON, NOON, 'en-GB')).toBe('Continues in a moment.');
  const late = new Date(2026, 10, 29, 23, 57).getTime();
  expect(waitsForBudget(late + 15 * 60_000, late, 'en-GB')).toContain(' 00:12');
  expect(waitsForBudget(late + 15 * 60_000, late, 'en-GB')).not.toContain('2026');
});

test('says that picks do not wait for it', () => {
  expect(waitsForPicks(NOON + 15 * 60_000, NOON, 'en-GB')).toBe(
    'Picks come at once, all else at 12:15.',
  );
  expect(waitsForPicks(NOON, NOON, 'en-GB')).toBe('Continues in a moment.');
});

test('that somebody else spends Sony’s limit too is said for as long as it counts', () => {
  const until = Date.UTC(2026, 10, 27, 14, 32);
  expect(sharedLimit(until, until - 60_000, 'en')).toMatch(
    /another tracker or browser .* half as often/,
  );
  expect(sharedLimit(until, until, 'en')).toBeNull();
  expect(sharedLimit(null, 0, 'en')).toBeNull();
});

const HINTS = [...Object.values(REST_HINTS), ...Object.values(REFUSED_HINTS)];

test.each([...HINTS, REST_FOLLOWS])(
  'of the rest, which may be picked games that Sony refused before alone, nothing is promised: %s',
  (words) => {
    expect(words).not.toMatch(/picked games are here|follows/);
  },
);

test.each(HINTS)('only where something was refused the history says so: %s', (hint) => {
  expect(/refused before/.test(hint)).toBe(Object.values(REFUSED_HINTS).includes(hint));
});
