import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';
import { bodyOf, rowsOf, TestClient } from './test-client.ts';

const SECRET_ID = '6087721450093318725';
let psn: Simulator;
let client: TestClient;
let titles: Record<string, unknown>[];

beforeAll(async () => {
  psn = await startSimulator({ account: 'hunter' });
  psn.control.setRateLimit(null);
  client = new TestClient(psn);
  await client.connect(psn.control.sessionCookie().value);
  titles = rowsOf(await client.trophy('/users/me/trophyTitles?limit=800'), 'trophyTitles');
});
afterAll(() => psn.close());

function titleWhere(check: (title: Record<string, unknown>) => boolean): Record<string, string> {
  return (titles.find(check) ?? {}) as Record<string, string>;
}

test('titles come 100 at a time unless asked otherwise, and 800 at most', async () => {
  const { trophyTitles, ...envelope } = bodyOf(await client.trophy('/users/me/trophyTitles'));
  expect(trophyTitles).toHaveLength(100);
  expect(envelope).toEqual({ nextOffset: 100, totalItemCount: 1300 });
  expect((await client.trophy('/users/me/trophyTitles?limit=801')).status).toBe(400);
  expect((await client.trophy('/users/me/trophyTitles?offset=-1')).status).toBe(400);
});

test('the last page has no next offset; beyond it there is nothing', async () => {
  const last = bodyOf(await client.trophy('/users/me/trophyTitles?limit=800&offset=800'));
  expect(last['trophyTitles']).toHaveLength(500);
  expect(last).not.toHaveProperty('nextOffset');
  expect(last['previousOffset']).toBe(799);
  const beyond = bodyOf(await client.trophy('/users/me/trophyTitles?offset=5000'));
  expect(beyond).toEqual({ trophyTitles: [], previousOffset: 1299, totalItemCount: 1300 });
});

test('titles are sorted by their last update, and only old services have a detail', () => {
  const dates = titles.map((title) => String(title['lastUpdatedDateTime']));
  expect(dates).toEqual([...dates].sort().reverse());
  for (const title of titles) {
    expect('trophyTitleDetail' in title).toBe(title['npServiceName'] === 'trophy');
  }
});

test('definitions live in one service, `trophy2` unless named', async () => {
  const { npCommunicationId: np } = titleWhere((title) => title['npServiceName'] === 'trophy');
  const path = `/npCommunicationIds/${np ?? ''}/trophyGroups/all/trophies`;
  const refused = await client.trophy(path);
  expect(refused.status).toBe(404);
  expect(bodyOf(refused)).toMatchObject({
    error: { code: 2240525, message: 'Resource not found' },
  });
  const found = await client.trophy(`${path}?npServiceName=trophy`);
  expect(found.headers).toMatchObject({ 'cache-control': 'max-age=300', vary: 'Accept-Language' });
  expect(found.headers).not.toHaveProperty('access-control-allow-origin');
});

test('definitions and earned state join by id and agree with the title', async () => {
  const title = titleWhere(
    ({ hasTrophyGroups, progress }) => hasTrophyGroups === true && Number(progress) > 30,
  );
  const path = `npCommunicationIds/${title['npCommunicationId'] ?? ''}/trophyGroups/all/trophies?npServiceName=${title['npServiceName'] ?? ''}`;
  const defined = rowsOf(await client.trophy(`/${path}`), 'trophies');
  const earned = rowsOf(await client.trophy(`/users/me/${path}`), 'trophies');
  expect(earned.map(({ trophyId }) => trophyId)).toEqual(defined.map(({ trophyId }) => trophyId));
  const gold = earned.filter((row) => row['earned'] === true && row['trophyType'] === 'gold');
  expect(
    titles.find((one) => one['npCommunicationId'] === title['npCommunicationId']),
  ).toMatchObject({
    earnedTrophies: { gold: gold.length },
  });
  expect(earned.every((row) => !('trophyName' in row) && !('trophyGroupId' in row))).toBe(true);
  expect(earned.every((row) => /^\d+\.\d$/.test(String(row['trophyEarnedRate'])))).toBe(true);
});

test('progress shows only on new sets and while not earned', async () => {
  for (const { npCommunicationId: np, npServiceName: service } of titles.slice(0, 40)) {
    const path = `/users/me/npCommunicationIds/${String(np)}/trophyGroups/all/trophies?npServiceName=${String(service)}`;
    const answer = bodyOf(await client.trophy(path));
    const rows = answer['trophies'] as Record<string, unknown>[];
    const tracked = rows.filter((row) => 'progressRate' in row);
    expect(tracked.every((row) => service === 'trophy2' && row['earned'] === false)).toBe(true);
    expect('rarestTrophies' in answer).toBe(rows.some((row) => row['earned'] === true));
  }
});

test('a group that nobody touched has no date', async () => {
  const title = titleWhere(
    ({ trophyGroupCount, progress }) => Number(trophyGroupCount) > 2 && Number(progress) < 30,
  );
  const path = `/users/me/npCommunicationIds/${title['npCommunicationId'] ?? ''}/trophyGroups?npServiceName=${title['npServiceName'] ?? ''}`;
  const groups = rowsOf(await client.trophy(path), 'trophyGroups');
  const untouched = groups.filter(({ progress }) => progress === 0);
  expect(untouched.length).toBeGreaterThan(0);
  expect(untouched.every((group) => !('lastUpdatedDateTime' in group))).toBe(true);
});

test('names follow the language asked for', async () => {
  const { npCommunicationId: np } = titleWhere((title) => title['npServiceName'] === 'trophy2');
  const path = `/npCommunicationIds/${np ?? ''}/trophyGroups/default/trophies?limit=1`;
  const german = rowsOf(await client.trophy(path, { 'accept-language': 'de-DE' }), 'trophies');
  expect(german).toHaveLength(1);
  expect(german[0]?.['trophyName']).toMatch(/^\[de\] /);
});

test('up to five title ids at once; one that does not exist spoils the call', async () => {
  const ids = ['CUSA20000_00', 'CUSA20001_00', 'PPSA20003_00'];
  const known = ids.filter((_, index) => index < 2);
  const path = '/users/me/titles/trophyTitles?includeNotEarnedTrophyIds=true&npTitleIds=';
  const rows = rowsOf(await client.trophy(path + known.join(',')), 'titles');
  expect(rows.map(({ npTitleId }) => npTitleId).sort()).toEqual(known);
  const spoiled = await client.trophy(`${path}${known[0] ?? ''},SSSA01325_00`);
  expect(spoiled.status).toBe(404);
  expect(spoiled.body).toContain("Resource not found (npTitleId='SSSA01325_00')");
  const many = Array.from({ length: 6 }, () => 'CUSA20000_00').join(',');
  expect((await client.trophy(path + many)).status).toBe(400);
});

test("somebody else's hidden titles are left out, and private lists are refused", async () => {
  const refused = await client.trophy(`/users/${SECRET_ID}/trophyTitles`);
  expect(refused.status).toBe(403);
  expect(bodyOf(refused)).toMatchObject({ error: { code: 2240526 } });
  expect(titles.some(({ hiddenFlag }) => hiddenFlag === true)).toBe(true);
  const others = rowsOf(
    await client.trophy('/users/6654012398457120993/trophyTitles?limit=800'),
    'trophyTitles',
  );
  expect(others.some(({ hiddenFlag }) => hiddenFlag === true)).toBe(false);
  expect((await client.trophy('/users/GildedWren/trophyTitles')).status).toBe(400);
});

test('paths that do not exist stop at the network edge, preflights too', async () => {
  const answer = await client.trophy('/nonsense');
  expect(answer.status).toBe(403);
  expect(answer.headers['server']).toBe('AkamaiGHost');
  expect(answer.body).toContain('<TITLE>Access Denied</TITLE>');
});
