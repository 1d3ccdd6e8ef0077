import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './loopback-fetch.ts';
import type { Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';
import { bodyOf, rowsOf, TestClient } from './test-client.ts';

const MOBILE = 'https://m.np.playstation.com/api';
const CHILD_ID = '8145602937712208416';
let psn: Simulator;
let client: TestClient;

beforeAll(async () => {
  psn = await startSimulator({ account: 'casual' });
  client = new TestClient(psn);
  await client.connect(psn.control.sessionCookie().value);
});
afterAll(() => psn.close());

test('played games come 10 at a time, 200 at most, and end with a null', async () => {
  const url = `${MOBILE}/gamelist/v2/users/me/titles`;
  const first = await client.get(url);
  expect(rowsOf(first, 'titles')).toHaveLength(10);
  expect(first.headers['access-control-allow-origin']).toBe('*');
  const all = bodyOf(await client.get(`${url}?limit=200`));
  expect(all).toMatchObject({ nextOffset: null, previousOffset: 0 });
  const refused = await client.get(`${url}?limit=500`);
  expect(refused.status).toBe(400);
  expect(bodyOf(refused)).toMatchObject({ error: { source: 'Gamelist', code: 3239940 } });
});

test('played games are heavy, with media apps, hours beyond a day, and dates of several widths', async () => {
  const answer = await client.get(`${MOBILE}/gamelist/v2/users/me/titles?limit=200`);
  const games = rowsOf(answer, 'titles');
  const weight = answer.body.length / games.length;
  expect(weight).toBeGreaterThan(4000);
  expect(weight).toBeLessThan(6500);
  expect(games.some(({ category }) => String(category).includes('media_app'))).toBe(true);
  expect(games.some(({ playDuration }) => /^PT\d{2,3}H/.test(String(playDuration)))).toBe(true);
  const widths = new Set(games.map(({ lastPlayedDateTime }) => String(lastPlayedDateTime).length));
  expect(widths.size).toBeGreaterThan(2);
});

test('a profile is found by id, not by `me`, and has pictures by plain http', async () => {
  const path = `${MOBILE}/userProfile/v1/internal/users`;
  const refused = await client.get(`${path}/me/profiles`);
  expect(refused.status).toBe(400);
  expect(bodyOf(refused)).toMatchObject({
    error: { code: 2281473, message: 'Bad Request (path: accountId)' },
  });
  const found = bodyOf(await client.get(`${path}/${CHILD_ID}/profiles`));
  expect(found).toMatchObject({ onlineId: 'moon-cadet', isMe: false });
  expect(found).not.toHaveProperty('accountId');
  expect(JSON.stringify(found['avatars'])).toContain('"url":"http://');
});

test('the old profile takes `me` and names, and knows who was renamed', async () => {
  const path = 'https://us-prof.np.community.playstation.net/userProfile/v1/users';
  const own = await client.get(`${path}/me/profile2?fields=accountId,onlineId,currentOnlineId`);
  expect(bodyOf(own)).toEqual({
    profile: { onlineId: 'PixelOtter_42', accountId: '4821907365512094837' },
  });
  const renamed = bodyOf(await client.get(`${path}/tiny-astronaut/profile2?fields=onlineId`));
  expect(renamed).toEqual({
    profile: { onlineId: 'tiny-astronaut', currentOnlineId: 'moon-cadet' },
  });
  const unknown = await client.get(`${path}/x/profile2`);
  expect(unknown).toMatchObject({ status: 404 });
  expect(bodyOf(unknown)).toEqual({
    error: { code: 2105356, message: "User not found (user: 'x')" },
  });
});

test('presence, and who the token belongs to', async () => {
  const users = `${MOBILE}/userProfile/v1/internal/users`;
  const presence = await client.get(`${users}/4821907365512094837/basicPresences?type=primary`);
  expect(bodyOf(presence)).toHaveProperty('basicPresence.availability');
  const secret = await client.get(`${users}/6087721450093318725/basicPresences?type=primary`);
  expect(bodyOf(secret)).toMatchObject({ error: { code: 2281486 } });
  const me = await client.get('https://dms.api.playstation.com/api/v1/devices/accounts/me');
  expect(bodyOf(me)).toMatchObject({ accountId: '4821907365512094837' });
});

test('the store refuses what may be a forgery, and queries that it does not know', async () => {
  const url = 'https://web.np.playstation.com/api/graphql/v1/op?operationName=getPurchasedGameList';
  expect((await client.get(url)).status).toBe(400);
  const stale = await client.get(url, { 'content-type': 'application/json' });
  expect(stale.body).toContain('PersistedQueryNotFound');
});

test('a preflight on the trophy service fails', async () => {
  const { status, headers } = await ask(psn.port, `${MOBILE}/trophy/v1/users/me/trophyTitles`, {
    method: 'OPTIONS',
    headers: {
      origin: 'chrome-extension://abc',
      'access-control-request-headers': 'authorization',
    },
  });
  expect(status).toBe(403);
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test('every picture that the lists name is there, and no two games look the same', async () => {
  const titles = rowsOf(await client.trophy('/users/me/trophyTitles?limit=20'), 'trophyTitles');
  const covers = await Promise.all(
    titles.map((title) => ask(psn.port, String(title['trophyTitleIconUrl']))),
  );
  expect(
    covers.every(
      ({ status, headers }) => status === 200 && headers['content-type'] === 'image/svg+xml',
    ),
  ).toBe(true);
  expect(new Set(covers.map(({ body }) => body)).size).toBe(titles.length);
  const { npCommunicationId: np, npServiceName: service } = titles[0] ?? {};
  const path = `/npCommunicationIds/${String(np)}/trophyGroups/all/trophies?npServiceName=${String(service)}`;
  const trophies = rowsOf(await client.trophy(path), 'trophies');
  const icons = await Promise.all(
    trophies.map((trophy) => ask(psn.port, String(trophy['trophyIconUrl']))),
  );
  expect(new Set(icons.map(({ body }) => body)).size).toBe(trophies.length);
});
