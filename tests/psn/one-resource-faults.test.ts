import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FaultName, Injection } from './faults.ts';
import type { Row } from './rows.ts';
import type { Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';
import { bodyOf, rowsOf, TestClient } from './test-client.ts';

const GAMES = 'https://m.np.playstation.com/api/gamelist/v2/users/me/titles?limit=200';
let psn: Simulator;
let client: TestClient;
let tokens: Row;

beforeEach(async () => {
  psn = await startSimulator({ account: 'casual' });
  client = new TestClient(psn);
  tokens = await client.connect(psn.control.sessionCookie().value);
});
afterEach(() => psn.close());

test.each<[FaultName, number]>([
  ['400', 400],
  ['401', 401],
  ['403-private', 403],
  ['403-html', 403],
  ['404', 404],
])('%s for one set, and every other is there', async (fault, status) => {
  const rows = rowsOf(await client.trophy('/users/me/trophyTitles?limit=2'), 'trophyTitles');
  const [bad, good] = rows.map(
    ({ npCommunicationId: np, npServiceName: service }) =>
      `/users/me/npCommunicationIds/${String(np)}/trophyGroups/all/trophies?npServiceName=${String(service)}`,
  );
  const where = { npCommunicationId: String(rows[0]?.['npCommunicationId']) };
  psn.control.inject({ endpoint: 'earned', fault, call: 'every', where });
  expect((await client.trophy(bad ?? '')).status).toBe(status);
  expect((await client.trophy(good ?? '')).status).toBe(200);
});

test.each<[FaultName, number]>([
  ['400', 400],
  ['401', 401],
  ['403-private', 403],
])('%s for one list, and the other is there', async (fault, status) => {
  psn.control.inject({ endpoint: 'gamelist', fault, call: 'every' });
  expect((await client.get(GAMES)).status).toBe(status);
  expect((await client.trophy('/users/me/trophyTitles')).status).toBe(200);
});

test('a fault for one looked-up title, in whatever company it is asked for', async () => {
  const ids = rowsOf(await client.get(GAMES), 'titles').map(({ titleId }) => String(titleId));
  const lookUp = async (some: string[]): Promise<number> =>
    (await client.trophy(`/users/me/titles/trophyTitles?npTitleIds=${some.join(',')}`)).status;
  const where = { npTitleId: ids[1] ?? '' };
  psn.control.inject({ endpoint: 'titlesByNpTitleId', fault: '404', call: 'every', where });
  expect(await lookUp(ids.slice(0, 3))).toBe(404);
  expect(await lookUp(ids.slice(2, 5))).toBe(200);
});

test.each([
  'access_token',
  'expires_in',
  'refresh_token',
  'refresh_token_expires_in',
  'id_token',
  'scope',
])('a refresh can come without %s, and an exchange has it', async (field) => {
  psn.control.inject({
    endpoint: 'token',
    fault: { fields: { without: [field] } },
    call: 'every',
    where: { form: { grant_type: 'refresh_token' } },
  });
  const refreshed = bodyOf(await client.refresh(String(tokens['refresh_token'])));
  expect(refreshed).not.toHaveProperty(field);
  expect(Object.keys(refreshed)).toHaveLength(6);
  expect(await client.connect(psn.control.sessionCookie().value)).toHaveProperty(field);
});

test('a refresh can say something else', async () => {
  const fields = { with: { expires_in: '3599', refresh_token_expires_in: null } };
  psn.control.inject({ endpoint: 'token', fault: { fields } });
  const refreshed = bodyOf(await client.refresh(String(tokens['refresh_token'])));
  expect(refreshed).toMatchObject(fields.with);
});

test('with rotation each refresh token is good once; without, it stays', async () => {
  const token = String(tokens['refresh_token']);
  expect(bodyOf(await client.refresh(token))['refresh_token']).toBe(token);
  psn.control.rotateTokens(true);
  const next = bodyOf(await client.refresh(token))['refresh_token'];
  expect(next).not.toBe(token);
  expect((await client.refresh(token)).status).toBe(400);
  expect((await client.refresh(String(next))).status).toBe(200);
});

test('rows can lack a field, or all say something else', async () => {
  const fault = { rows: { without: ['trophyGroupCount'], with: { hiddenFlag: true } } };
  psn.control.inject({ endpoint: 'trophyTitles', fault });
  const rows = rowsOf(await client.trophy('/users/me/trophyTitles'), 'trophyTitles');
  expect(rows.every((row) => !('trophyGroupCount' in row) && row['hiddenFlag'])).toBe(true);
});

test('a slip of the pen is refused', () => {
  for (const fault of ['404s', { late: 3 }, { slow: 1, list: {} }, {}]) {
    const injection = { endpoint: 'earned', fault } as Injection;
    expect(() => psn.control.inject(injection)).toThrow('No fault');
  }
});
