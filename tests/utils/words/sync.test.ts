import { expect, test } from 'vitest';
import { goesOnAt, lastSynced, syncProgress } from '@/utils/words/sync';

const NOON = new Date(2026, 10, 22, 12, 0).getTime();

test('says how far each part is', () => {
  expect(syncProgress('titles', 800, 1_300, 'en-GB')).toBe('Games 800 of 1,300');
  expect(syncProgress('played-games', 200, 900, 'en-GB')).toBe('Playtimes 200 of 900');
  expect(syncProgress('matching', 0, 1_300, 'en-GB')).toBe('Matching playtimes 0 of 1,300');
});

test('claims no total that Sony has not named', () => {
  expect(syncProgress('titles', 0, null, 'en-GB')).toBe('Asking Sony for your games');
  expect(syncProgress('titles', 100, null, 'en-GB')).toBe('Games 100');
});

test('says when a paused sync goes on', () => {
  expect(goesOnAt(NOON + 32 * 60_000, NOON, 'en-GB')).toBe('Goes on by itself at 12:32.');
  expect(goesOnAt(NOON, NOON, 'en-GB')).toBe('Going on any moment.');
});

test('says when it was synced last', () => {
  expect(lastSynced(NOON - 5 * 60_000, NOON, 'en-GB')).toBe('Synced 5 minutes ago');
});
