import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from './loopback-fetch.ts';
import type { Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';
import { bodyOf, rowsOf, TestClient } from './test-client.ts';

type Row = Record<string, unknown>;
let psn: Simulator;
let client: TestClient;

beforeEach(async () => {
  psn = await startSimulator({ account: 'regular' });
  client = new TestClient(psn);
  await client.connect(psn.control.sessionCookie().value);
});
afterEach(() => psn.close());

async function titles(): Promise<Row[]> {
  return rowsOf(await client.trophy('/users/me/trophyTitles?limit=800'), 'trophyTitles');
}

async function titleOf(np: unknown): Promise<Row> {
  return (await titles()).find((title) => title['npCommunicationId'] === np) ?? {};
}

function earnedPath(title: Row): string {
  return `/users/me/npCommunicationIds/${String(title['npCommunicationId'])}/trophyGroups/all/trophies?npServiceName=${String(title['npServiceName'])}`;
}

test('a trophy earned now moves its title to the top and counts everywhere', async () => {
  const title = (await titles()).filter(({ progress }) => progress !== 100).at(-1) ?? {};
  const rows = rowsOf(await client.trophy(earnedPath(title)), 'trophies');
  const next = rows.find((row) => row['earned'] === false && row['trophyType'] === 'bronze') ?? {};
  const before = bodyOf(await client.trophy('/users/me/trophySummary'));
  psn.control.earnTrophy('regular', String(title['npCommunicationId']), Number(next['trophyId']));
  expect((await titles())[0]?.['npCommunicationId']).toBe(title['npCommunicationId']);
  const after = bodyOf(await client.trophy('/users/me/trophySummary'));
  expect(Number(after['trophyPoint']) - Number(before['trophyPoint'])).toBe(15);
});

test('the last trophy of a base game brings the platinum', async () => {
  const title =
    (await titles()).find(
      ({ progress, definedTrophies, trophyGroupCount }) =>
        progress !== 100 && trophyGroupCount === 1 && (definedTrophies as Row)['platinum'] === 1,
    ) ?? {};
  for (const row of rowsOf(await client.trophy(earnedPath(title)), 'trophies')) {
    if (row['trophyType'] !== 'platinum')
      psn.control.earnTrophy(
        'regular',
        String(title['npCommunicationId']),
        Number(row['trophyId']),
      );
  }
  expect(await titleOf(title['npCommunicationId'])).toMatchObject({
    progress: 100,
    earnedTrophies: { platinum: 1 },
  });
});

test('an add-on lowers the progress, raises the version, and leaves the date', async () => {
  const title = (await titles()).find(({ progress }) => progress === 100) ?? {};
  psn.control.addDlc('regular', String(title['npCommunicationId']));
  const changed = await titleOf(title['npCommunicationId']);
  expect(changed['progress']).toBeLessThan(100);
  expect(changed['trophyGroupCount']).toBe(Number(title['trophyGroupCount']) + 1);
  expect(changed['trophySetVersion']).not.toBe(title['trophySetVersion']);
  expect(changed['lastUpdatedDateTime']).toBe(title['lastUpdatedDateTime']);
  const ids = rowsOf(await client.trophy(earnedPath(title)), 'trophies').map(
    (row) => row['trophyId'],
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('hiding keeps a title in the own list with its flag; deleting takes it out', async () => {
  const [first] = await titles();
  const np = String(first?.['npCommunicationId']);
  psn.control.hideTitle('regular', np);
  expect(await titleOf(np)).toMatchObject({ hiddenFlag: true });
  psn.control.unhideTitle('regular', np);
  expect(await titleOf(np)).toMatchObject({ hiddenFlag: false });
  psn.control.deleteTitle('regular', np);
  expect(await titleOf(np)).toEqual({});
});

test('the log tells what was asked, with what, and what came back', async () => {
  psn.control.clearLog();
  const npsso = psn.control.sessionCookie().value;
  await client.exchange(await client.code(npsso), { origin: 'chrome-extension://abc' });
  expect(psn.control.log).toMatchObject([
    {
      endpoint: 'authorize',
      status: 302,
      npsso,
      hasCookie: true,
      query: { response_type: 'code' },
    },
    {
      endpoint: 'token',
      method: 'POST',
      status: 200,
      origin: 'chrome-extension://abc',
      formKeys: ['token_format', 'code', 'redirect_uri', 'grant_type'],
    },
  ]);
});

test('all secrets ever issued are known', async () => {
  const tokens = await client.connect(psn.control.sessionCookie().value);
  const secrets = psn.control.secrets();
  expect(secrets).toContain(psn.control.sessionCookie().value);
  expect(secrets).toContain(tokens['access_token']);
  expect(secrets).toContain(tokens['refresh_token']);
  expect(secrets.some((secret) => secret.startsWith('v3.'))).toBe(true);
});

test('commands and the state are there over HTTPS, too', async () => {
  const post = (command: string, body: unknown): ReturnType<typeof ask> =>
    ask(psn.port, `https://www.playstation.com/__simulator/${command}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
  expect((await post('signIn', ['hunter'])).status).toBe(200);
  const state = await ask(psn.port, 'https://www.playstation.com/__simulator/state');
  expect(bodyOf(state)).toMatchObject({ signedIn: 'hunter', settings: { rotatesTokens: false } });
  expect((await post('signIn', ['nobody'])).body).toContain('No simulated account');
  expect((await post('constructor', [])).status).toBe(404);
});

test('the Date header can be wrong', async () => {
  psn.control.skewDateHeader(-7_200_000);
  const { headers } = await client.trophy('/users/me/trophySummary');
  expect(Date.parse(String(headers['date']))).toBeLessThan(Date.now() - 7_100_000);
});
