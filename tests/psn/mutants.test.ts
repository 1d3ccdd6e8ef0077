import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mutantOf } from './mutants.ts';
import type { Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';
import { bodyOf, rowsOf, TestClient } from './test-client.ts';

const TITLES = '/users/me/trophyTitles?limit=20';
let psn: Simulator;
let client: TestClient;

beforeEach(async () => {
  psn = await startSimulator({ account: 'casual' });
  client = new TestClient(psn);
  await client.connect(psn.control.sessionCookie().value);
});
afterEach(() => psn.close());

test('a seed makes the same mutant each time, and leaves the original as it was', () => {
  const original = { list: [{ id: 1, date: '2026-01-01T00:00:00Z' }, { id: 2 }], total: 2 };
  const before = structuredClone(original);
  const mutant = mutantOf(original, 'seed');
  expect(mutant).toEqual(mutantOf(original, 'seed'));
  expect(original).toEqual(before);
  expect(mutant.answer).not.toEqual(original);
  expect(mutant.mutations.length).toBeGreaterThan(0);
});

test('kinds of change: each of them shows up among some hundred mutants', async () => {
  const original = bodyOf(await client.trophy(TITLES));
  const kinds = Array.from({ length: 400 }, (_, seed) =>
    mutantOf(original, String(seed)).mutations.map(({ kind }) => kind),
  ).flat();
  expect(new Set(kinds).size).toBeGreaterThanOrEqual(12);
});

test('an answer can be a mutant, another one at every call', async () => {
  psn.control.inject({ endpoint: 'trophyTitles', fault: { mutant: 'one' }, call: 'every' });
  const bodies = [await client.trophy(TITLES), await client.trophy(TITLES)].map(({ body }) => body);
  psn.control.clearFaults();
  psn.control.inject({ endpoint: 'trophyTitles', fault: { mutant: 'one' } });
  expect((await client.trophy(TITLES)).body).toBe(bodies[0]);
  expect(bodies[1]).not.toBe(bodies[0]);
});

test('each row can be a mutant that keeps its id', async () => {
  const original = rowsOf(await client.trophy(TITLES), 'trophyTitles');
  psn.control.inject({ endpoint: 'trophyTitles', fault: { mutantRows: 'all' } });
  const rows = rowsOf(await client.trophy(TITLES), 'trophyTitles');
  expect(rows.map((row) => row['npCommunicationId'])).toEqual(
    original.map((row) => row['npCommunicationId']),
  );
  const same = rows.filter((row, index) => isDeepStrictEqual(row, original[index]));
  expect(same.length).toBeLessThan(5);
});
