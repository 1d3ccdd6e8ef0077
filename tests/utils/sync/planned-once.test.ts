import { expect, test } from 'vitest';
import type { Cause } from '@/utils/domain/failure';
import { aRecentLibrary, SyncScene } from '../../support/sync-scene';

/** How often all titles are read for a plan, where so many games are fetched and this fails. */
async function plansOf(games: number, fails: (asked: string) => Cause | null): Promise<number> {
  const scene = new SyncScene();
  aRecentLibrary(scene, games);
  scene.psn.failsOn = (asked) => {
    const cause = fails(asked);
    return cause && { cause };
  };
  let plans = 0;
  scene.beforeStore = (method) => {
    if (method === 'planFacts') plans++;
  };
  await scene.syncByHand();
  expect(scene.status.state).toBe('idle');
  return plans;
}

test.each<[string, (asked: string) => Cause | null]>([
  ['what is earned', (asked) => (asked.startsWith('earned') ? 'not-found' : null)],
  ['definitions', (asked) => (asked.startsWith('definitions') ? 'not-permitted' : null)],
  ['matching', (asked) => (asked.startsWith('sets') ? 'not-found' : null)],
  ['the whole kind', (asked) => (asked.startsWith('definitions') ? 'no-answer' : null)],
])('plans no more often where more requests fail: %s', async (_, fails) => {
  expect(await plansOf(9, fails)).toBe(await plansOf(4, fails));
});
