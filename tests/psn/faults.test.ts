import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FaultName } from './faults.ts';
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

test.each<[FaultName, number, string]>([
  ['401', 401, 'application/json'],
  ['403-html', 403, 'text/html'],
  ['403-private', 403, 'application/json'],
  ['404', 404, 'application/json'],
  ['429', 429, 'application/json'],
  ['429-html', 429, 'text/html'],
  ['500', 500, 'application/json'],
  ['503', 503, 'text/html'],
  ['503-later', 503, 'text/html'],
  ['html-200', 200, 'text/html'],
  ['broken-gzip', 200, 'application/json'],
])('%s answers once, then all is well', async (fault, status, type) => {
  psn.control.inject({ endpoint: 'trophyTitles', fault });
  const answer = await client.trophy(TITLES);
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toContain(type);
  expect(psn.control.log.at(-1)).toMatchObject({ fault, status });
  expect(rowsOf(await client.trophy(TITLES), 'trophyTitles')).toHaveLength(20);
});

test('a limit says when to come back, in seconds since 1970, or does not say', async () => {
  psn.control.inject({ endpoint: 'trophyTitles', fault: '429', seconds: 40 });
  const { headers } = await client.trophy(TITLES);
  const wait = Number(headers['x-ratelimit-next-available']) - Date.now() / 1000;
  expect(wait).toBeGreaterThan(38);
  expect(wait).toBeLessThanOrEqual(41);
  psn.control.inject({ endpoint: 'trophyTitles', fault: '429-without-header' });
  expect((await client.trophy(TITLES)).headers).not.toHaveProperty('x-ratelimit-next-available');
});

test('a server that has trouble can say when to come back, and an answer say nothing or lead elsewhere', async () => {
  psn.control.inject({ endpoint: 'trophyTitles', fault: '503-later', seconds: 40 });
  expect((await client.trophy(TITLES)).headers['retry-after']).toBe('40');
  psn.control.inject({ endpoint: 'trophyTitles', fault: 'empty-200' });
  expect(await client.trophy(TITLES)).toMatchObject({ status: 200, body: '' });
  for (const status of [302, 307] as const) {
    psn.control.inject({ endpoint: 'trophyTitles', fault: `${status}-elsewhere` });
    const { headers, ...answer } = await client.trophy(TITLES);
    expect(answer.status).toBe(status);
    expect(headers['location']).toBe('https://www.playstation.com/');
  }
});

test.each<FaultName>(['dropped', 'cut-off'])('%s fails on the wire', async (fault) => {
  psn.control.inject({ endpoint: 'trophyTitles', fault });
  await expect(client.trophy(TITLES)).rejects.toThrow();
  expect((await client.trophy(TITLES)).status).toBe(200);
});

test('silence lasts until the simulator closes, which it does at once', async () => {
  psn.control.inject({ endpoint: 'trophyTitles', fault: 'silent' });
  const waiting = client.trophy(TITLES).catch(() => 'cut');
  await new Promise((resolve) => setTimeout(resolve, 50));
  await psn.close();
  expect(await waiting).toBe('cut');
});

test('whoever has only begun to connect keeps no simulator from closing', async () => {
  const socket = connect(psn.port, '127.0.0.1').resume();
  await once(socket, 'connect');
  await psn.close();
  await once(socket, 'close');
});

test('half a body is whole on the wire but not JSON', async () => {
  psn.control.inject({ endpoint: 'trophyTitles', fault: 'truncated' });
  const { status, body } = await client.trophy(TITLES);
  expect(status).toBe(200);
  expect(() => JSON.parse(body) as unknown).toThrow(SyntaxError);
});

test('the n-th call, a page, several in a row, every one', async () => {
  const status = async (path: string): Promise<number> => (await client.trophy(path)).status;
  psn.control.inject({ endpoint: 'trophyTitles', fault: '503', call: 2 });
  expect([await status(TITLES), await status(TITLES), await status(TITLES)]).toEqual([
    200, 503, 200,
  ]);
  psn.control.inject({ endpoint: 'trophyTitles', fault: '500', times: 2, where: { offset: 20 } });
  expect(await status(TITLES)).toBe(200);
  expect([await status(`${TITLES}&offset=20`), await status(`${TITLES}&offset=20`)]).toEqual([
    500, 500,
  ]);
  psn.control.inject({ endpoint: 'trophyTitles', fault: '503', call: 'every' });
  expect([await status(TITLES), await status(TITLES)]).toEqual([503, 503]);
  psn.control.clearFaults();
  expect(await status(TITLES)).toBe(200);
});

test('one bad row among good ones, and fields of the future', async () => {
  psn.control.inject({ endpoint: 'trophyTitles', fault: 'bad-row' });
  const rows = rowsOf(await client.trophy(TITLES), 'trophyTitles');
  expect(rows.filter(({ npServiceName }) => npServiceName === null)).toHaveLength(1);
  psn.control.inject({ endpoint: 'trophyTitles', fault: 'unknown-field' });
  const answer = await client.trophy(TITLES);
  expect(bodyOf(answer)).toHaveProperty('fieldOfTheFuture');
  expect(rowsOf(answer, 'trophyTitles').every((row) => 'fieldOfTheFuture' in row)).toBe(true);
});

test('odd values in every row, and every row', async () => {
  psn.control.inject({ endpoint: 'trophyTitles', fault: 'odd-values' });
  const rows = rowsOf(await client.trophy(TITLES), 'trophyTitles');
  expect(rows).toHaveLength(20);
  expect(rows.some(({ lastUpdatedDateTime }) => lastUpdatedDateTime === '')).toBe(true);
  expect(rows.every((row) => !('trophyGroupCount' in row))).toBe(true);
});

test('a list that shifts between pages shows one title twice and misses another', async () => {
  psn.control.inject({ endpoint: 'trophyTitles', fault: 'shifted', where: { offset: 20 } });
  const first = rowsOf(await client.trophy(TITLES), 'trophyTitles');
  const rest = rowsOf(
    await client.trophy('/users/me/trophyTitles?limit=800&offset=20'),
    'trophyTitles',
  );
  const ids = [...first, ...rest].map(({ npCommunicationId }) => npCommunicationId);
  expect(ids).toHaveLength(42);
  expect(new Set(ids).size).toBe(41);
});

test('a list can be empty or short for once', async () => {
  psn.control.inject({ endpoint: 'trophyTitles', fault: 'empty-list' });
  expect(bodyOf(await client.trophy(TITLES))).toEqual({ trophyTitles: [], totalItemCount: 0 });
  psn.control.inject({ endpoint: 'trophyTitles', fault: 'short-list' });
  expect(rowsOf(await client.trophy(TITLES), 'trophyTitles')).toHaveLength(2);
});

test('rarity can fall to nothing', async () => {
  psn.control.inject({ endpoint: 'earned', fault: 'rarity-zero' });
  const [title] = rowsOf(await client.trophy(TITLES), 'trophyTitles');
  const path = `/users/me/npCommunicationIds/${String(title?.['npCommunicationId'])}/trophyGroups/all/trophies?npServiceName=${String(title?.['npServiceName'])}`;
  const rows = rowsOf(await client.trophy(path), 'trophies');
  expect(rows.every((row) => row['trophyEarnedRate'] === '0.0' && row['trophyRare'] === 0)).toBe(
    true,
  );
});

test('a late answer is a right answer', async () => {
  psn.control.inject({ endpoint: 'trophyTitles', fault: { slow: 120 } });
  const start = performance.now();
  expect((await client.trophy(TITLES)).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(110);
});

test('signing in and tokens can fail, too', async () => {
  const npsso = psn.control.sessionCookie().value;
  psn.control.inject({ endpoint: 'authorize', fault: 'login-required' });
  expect(await client.code(npsso)).toBe('');
  psn.control.inject({ endpoint: 'token', fault: 'invalid-grant' });
  expect((await client.exchange(await client.code(npsso))).status).toBe(400);
  psn.control.inject({ endpoint: 'ssocookie', fault: '429' });
  expect((await client.ssocookie(npsso)).body).toContain('HTTP Status 429 – Too Many Requests');
});
