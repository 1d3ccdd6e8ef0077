import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from './loopback-fetch.ts';
import type { Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';
import { bodyOf, TestClient } from './test-client.ts';

const DAY = 86_400_000;
let psn: Simulator;
let client: TestClient;
let npsso: string;

beforeEach(async () => {
  psn = await startSimulator({ account: 'casual' });
  client = new TestClient(psn);
  npsso = psn.control.sessionCookie().value;
});
afterEach(() => psn.close());

test('ssocookie names the same session at every call, counting down', async () => {
  const first = bodyOf(await client.ssocookie(npsso));
  psn.control.advanceClock(60_000);
  const second = bodyOf(await client.ssocookie(npsso));
  expect(first['npsso']).toMatch(/^[A-Za-z0-9]{64}$/);
  expect(second['npsso']).toBe(first['npsso']);
  expect(Number(first['expires_in']) - Number(second['expires_in'])).toBeGreaterThanOrEqual(59);
});

test.each([400, 401] as const)('nobody signed in is status %i when so chosen', async (status) => {
  psn.control.setInvalidLoginStatus(status);
  const answer = await client.ssocookie();
  expect(answer.status).toBe(status);
  expect(bodyOf(answer)).toMatchObject({ error: 'invalid_grant', error_code: 20 });
});

test('the session ends 60 days after signing in, or when it is aged', async () => {
  psn.control.ageSession(59);
  expect(bodyOf(await client.ssocookie(npsso))['expires_in']).toBeLessThanOrEqual(86_400);
  psn.control.advanceClock(DAY + 1000);
  expect((await client.ssocookie(npsso)).status).toBe(400);
});

test('another player signing in ends the first session, unless told to keep it', async () => {
  psn.control.signIn('hunter');
  expect((await client.ssocookie(npsso)).status).toBe(400);
  psn.control.allowOldSessions(true);
  const hunter = psn.control.sessionCookie().value;
  psn.control.signIn('casual');
  expect((await client.ssocookie(hunter)).status).toBe(200);
});

test('after signing out on the website the session dies of disuse, in seven days at most', async () => {
  psn.control.signOut('soft');
  expect((await client.ssocookie(npsso)).status).toBe(400);
  for (let day = 0; day < 6; day++) {
    psn.control.advanceClock(DAY * 0.95);
    expect(await client.code(npsso)).not.toBe('');
  }
  psn.control.advanceClock(DAY * 1.5);
  expect(await client.code(npsso)).toBe('');
});

test('a half-dead session is named by ssocookie and refused by authorize', async () => {
  psn.control.signOut('half-dead');
  expect((await client.ssocookie(npsso)).status).toBe(200);
  expect(await client.code(npsso)).toBe('');
});

test.each([
  [{ domain: 'ca.account.sony.com', httpOnly: true, sameSite: 'unset' }, 'Path=/'],
  [{ domain: '.sony.com', httpOnly: false, sameSite: 'Strict' }, 'Domain=.sony.com'],
] as const)('the sign-in address sets the cookie: %j', async (variant, part) => {
  psn.control.setCookieVariant(variant);
  const url = 'https://ca.account.sony.com/__simulator/sign-in?account=hunter';
  const { status, headers } = await ask(psn.port, url);
  const set = String(headers['set-cookie']);
  expect(status).toBe(200);
  expect(set).toContain(part);
  expect(set.includes('HttpOnly')).toBe(variant.httpOnly);
  expect(set.includes('SameSite')).toBe(variant.sameSite !== 'unset');
  expect(psn.control.signedInAccount()).toBe('hunter');
});

test('a browser that is signed in passes straight through, without its cookie it ends on the page', async () => {
  const signIn = 'https://web.np.playstation.com/api/session/v1/signin?smcid=web';
  const authorize = String((await ask(psn.port, signIn)).headers['location']);
  expect(authorize).toMatch(
    /^https:\/\/ca\.account\.sony\.com\/api\/authz\/v3\/oauth\/authorize\?/,
  );
  const passed = await ask(psn.port, authorize, { headers: { cookie: `npsso=${npsso}` } });
  expect(passed.headers['location']).toContain('io.playstation.com/central/auth/login');
  const stopped = await ask(psn.port, authorize);
  expect(stopped.headers['location']).toContain('my.account.sony.com/sonyacct/signin/');
});

test('signing in as a player would ends with authorize in the main frame', async () => {
  psn.control.signOut();
  const start = await ask(
    psn.port,
    'https://web.np.playstation.com/api/session/v1/signin?smcid=web',
  );
  const page = await ask(psn.port, String(start.headers['location']));
  expect(page.body).toContain('Sign in as GildedWren');
  const posted = await ask(psn.port, 'https://ca.account.sony.com/__simulator/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'account=hunter',
  });
  const cookie = String(posted.headers['set-cookie']).split(';')[0] ?? '';
  const authorized = await ask(psn.port, String(posted.headers['location']), {
    headers: { cookie },
  });
  const landing = String(authorized.headers['location']);
  expect(landing).toMatch(/^https:\/\/io\.playstation\.com\/central\/auth\/login\?.*code=v3\./);
  expect((await ask(psn.port, landing)).headers['location']).toBe('https://www.playstation.com/');
});
