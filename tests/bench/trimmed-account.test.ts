import { expect, test } from 'vitest';
import { startSimulator } from '../psn/simulator.ts';
import { hasLists, hasTitles, trimAccount } from './trimmed-account.ts';

test.each([
  ['running', 'titles', null, false, false],
  ['running', 'played-games', null, true, false],
  ['running', 'matching', null, true, true],
  ['running', 'trophies', null, true, true],
  ['paused', 'trophies', null, true, true],
  ['idle', undefined, null, false, false],
  ['idle', undefined, 1, true, true],
])('of a sync that is %s in %s, last done at %s', (state, phase, lastSyncedAt, titles, lists) => {
  const snapshot = { sync: { state, ...(phase === undefined ? {} : { phase }) }, lastSyncedAt };
  expect([hasTitles(snapshot), hasLists(snapshot)]).toStrictEqual([titles, lists]);
});

test('the player has so many games, and nothing of the others was played', async () => {
  const simulator = await startSimulator({ account: 'largest' });
  try {
    trimAccount(simulator.control, 'largest', 3);
    expect(() => simulator.control.hideTitle('largest', 'NPWR60002_00')).not.toThrow();
    expect(() => simulator.control.hideTitle('largest', 'NPWR60003_00')).toThrow('no trophy set');
  } finally {
    await simulator.close();
  }
});
