import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';
import { bodyOf, TestClient } from './test-client.ts';

const SUMMARY = '/users/me/trophySummary';
let psn: Simulator;
let client: TestClient;

beforeEach(async () => {
  psn = await startSimulator({ account: 'single' });
  client = new TestClient(psn);
  await client.connect(psn.control.sessionCookie().value);
});
afterEach(() => psn.close());

async function statuses(count: number): Promise<number[]> {
  const all: number[] = [];
  for (let index = 0; index < count; index++) all.push((await client.trophy(SUMMARY)).status);
  return all;
}

test('the 301st request within 15 minutes is refused, until the first is old enough', async () => {
  expect(await statuses(300)).not.toContain(429);
  const refused = await client.trophy(SUMMARY);
  expect(refused.status).toBe(429);
  expect(bodyOf(refused)).toMatchObject({
    error: { code: 2240523, message: 'Rate limit exceeded' },
  });
  const wait = Number(refused.headers['x-ratelimit-next-available']) - Date.now() / 1000;
  expect(wait).toBeGreaterThan(880);
  psn.control.advanceClock(wait * 1000 + 1000);
  expect(await statuses(1)).toEqual([200]);
});

test('the limit can be chosen, and belongs to an account', async () => {
  psn.control.setRateLimit({ requests: 2, windowSeconds: 10 });
  expect(await statuses(3)).toEqual([200, 200, 429]);
  await client.connect(psn.control.signIn('empty'));
  expect(await statuses(1)).toEqual([200]);
  psn.control.setRateLimit(null);
  expect(await statuses(5)).not.toContain(429);
});

test('a blocked address meets the network edge everywhere', async () => {
  psn.control.blockAddress(60);
  const answer = await client.trophy(SUMMARY);
  expect(answer).toMatchObject({ status: 403, headers: { server: 'AkamaiGHost' } });
  expect((await client.ssocookie('any')).status).toBe(403);
  psn.control.advanceClock(61_000);
  expect(await statuses(1)).toEqual([200]);
});
