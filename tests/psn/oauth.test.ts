import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';
import { bodyOf, TestClient } from './test-client.ts';

let psn: Simulator;
let client: TestClient;
let npsso: string;

beforeEach(async () => {
  psn = await startSimulator({ account: 'child' });
  client = new TestClient(psn);
  npsso = psn.control.sessionCookie().value;
});
afterEach(() => psn.close());

test('authorize answers a code in the address of the mobile app', async () => {
  const { status, headers, body } = await client.authorize(npsso);
  expect(status).toBe(302);
  expect(body).toBe('');
  expect(headers['location']).toMatch(
    /^com\.scee\.psxandroid\.scecompcall:\/\/redirect\/\?code=v3\.[A-Za-z0-9]{6}&cid=[0-9a-f-]{36}$/,
  );
});

test('authorize sends a stranger to the sign-in page with error 4165 and all that was asked', async () => {
  const { status, headers } = await client.authorize('wrong');
  const target = new URL(String(headers['location']));
  expect(status).toBe(302);
  expect(target.host + target.pathname).toBe('my.account.sony.com/sonyacct/signin/');
  expect(Object.fromEntries(target.searchParams)).toMatchObject({
    response_type: 'code',
    error: 'login_required',
    error_code: '4165',
    error_description: 'User is not authenticated',
  });
});

test('an unfinished profile is an error of its own', async () => {
  psn.control.profileUnfinished(true);
  const { headers } = await client.authorize(npsso);
  expect(String(headers['location'])).toMatch(/error=(?!login_required)/);
});

test.each([
  { client_id: 'other' },
  { redirect_uri: 'https://elsewhere.example/' },
  { scope: 'all' },
])('authorize refuses %j', async (changes) => {
  const { headers } = await client.authorize(npsso, changes);
  expect(String(headers['location'])).not.toContain('code=v3');
});

test('a code works once, and not for long', async () => {
  const code = await client.code(npsso);
  expect((await client.exchange(code)).status).toBe(200);
  expect(bodyOf(await client.exchange(code))).toMatchObject({ error: 'invalid_grant' });
  const late = await client.code(npsso);
  psn.control.advanceClock(181_000);
  expect((await client.exchange(late)).status).toBe(400);
});

test('the access token tells the account id, and that it is a child', async () => {
  const { access_token: token, ...rest } = await client.connect(npsso);
  const claims: unknown = JSON.parse(
    Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString(),
  );
  expect(claims).toMatchObject({ account_id: '8145602937712208416', is_child: true });
  expect(claims).not.toHaveProperty('sub');
  expect(rest).toMatchObject({
    token_type: 'bearer',
    expires_in: 3599,
    scope: 'psn:mobile.v2.core psn:clientapp',
    // A second may pass between the code and the tokens.
    refresh_token_expires_in: expect.toBeOneOf([863_999, 863_998]) as number,
  });
});

test('refreshing gives the same refresh token with less time left, and turns the scopes around', async () => {
  const first = await client.connect(npsso);
  psn.control.advanceClock(9000);
  const second = bodyOf(await client.refresh(String(first['refresh_token'])));
  expect(second).toMatchObject({
    refresh_token: first['refresh_token'],
    scope: 'psn:clientapp psn:mobile.v2.core',
  });
  expect(second['refresh_token_expires_in']).toBeLessThanOrEqual(863_990);
  expect(second['access_token']).not.toBe(first['access_token']);
});

test('a refresh token never outlives the session, and then is refused', async () => {
  psn.control.chooseRefreshGrant({ days: 60 });
  psn.control.setSessionLength(3 * 86_400);
  const tokens = await client.connect(npsso);
  expect(tokens['refresh_token_expires_in']).toBeLessThanOrEqual(3 * 86_400);
  psn.control.advanceClock(3 * 86_400_000);
  const refused = await client.refresh(String(tokens['refresh_token']));
  expect(refused.status).toBe(400);
  expect(bodyOf(refused)).toMatchObject({ error: 'invalid_grant', error_code: 4159 });
});

test('rotating tokens ends the old one', async () => {
  psn.control.rotateTokens(true);
  const old = String((await client.connect(npsso))['refresh_token']);
  const next = String(bodyOf(await client.refresh(old))['refresh_token']);
  expect(next).not.toBe(old);
  expect((await client.refresh(old)).status).toBe(400);
  expect((await client.refresh(next)).status).toBe(200);
});

test('the token endpoint wants its client, and no Origin where so chosen', async () => {
  const wrong = await client.exchange(await client.code(npsso), { authorization: 'Basic eA==' });
  expect(wrong.status).toBe(401);
  psn.control.refuseOrigin(true);
  const origin = { origin: 'chrome-extension://abc' };
  const refused = await client.exchange(await client.code(npsso), origin);
  expect(refused).toMatchObject({ status: 403, body: '' });
});

test('expired and revoked access tokens are refused as JSON', async () => {
  await client.connect(npsso);
  psn.control.expireAccessTokens();
  const expired = await client.trophy('/users/me/trophySummary');
  expect(expired.status).toBe(401);
  expect(bodyOf(expired)).toMatchObject({ error: { code: 2240514, message: 'Expired token' } });
});

test('rotating the session replaces the NPSSO at each authorisation', async () => {
  psn.control.rotateNpsso(true);
  const { headers } = await client.authorize(npsso);
  const next = psn.control.sessionCookie().value;
  expect(next).not.toBe(npsso);
  expect(String(headers['set-cookie'])).toContain(`npsso=${next}`);
  expect((await client.ssocookie(npsso)).status).toBe(400);
});
