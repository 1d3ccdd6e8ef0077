import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failureOf } from '@/utils/domain/failure';
import { Secret } from '@/utils/domain/connection/secret';
import { BrowserSession, codeOf } from '@/utils/psn/session';
import { SignInGate } from '@/utils/psn/sign-in-gate';
import { SonyTokens } from '@/utils/psn/tokens';
import { FakeLedger, noSleep } from '../../support/gated-sony';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ACCOUNT = '2721516955383551246';

let now: number;
const gate = () =>
  new SignInGate({ store: new FakeLedger(), now: () => now, deviceNow: () => NOW, sleep: noSleep });
const tokens = () =>
  new SonyTokens(
    () => Promise.resolve(),
    gate(),
    () => now,
  );

beforeEach(() => {
  now = NOW;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function jwt(claims: object): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
}

function answers(body: unknown): void {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body)));
}

const WHOLE = {
  access_token: jwt({ account_id: ACCOUNT, exp: NOW / 1000 + 600 }),
  expires_in: 3599,
  refresh_token: jwt({ exp: NOW / 1000 + 777 }),
  refresh_token_expires_in: 863_999,
};

function without(name: keyof typeof WHOLE): Record<string, unknown> {
  return Object.fromEntries(Object.entries(WHOLE).filter(([key]) => key !== name));
}

describe('an answer to a refresh', () => {
  test.each<[string, unknown, object]>([
    [
      'whole',
      WHOLE,
      {
        accountId: ACCOUNT,
        accessTokenEndsAt: NOW + 3_599_000,
        refreshTokenEndsAt: NOW + 863_999_000,
      },
    ],
    ['without a refresh token', without('refresh_token'), { refreshToken: null }],
    [
      'without its length, which the token itself says',
      without('refresh_token_expires_in'),
      { refreshTokenEndsAt: NOW + 777_000 },
    ],
    [
      'without its length, of a token that says nothing',
      { ...without('refresh_token_expires_in'), refresh_token: 'opaque' },
      { refreshTokenEndsAt: null },
    ],
    [
      'with lengths as text',
      { ...WHOLE, expires_in: '3599', refresh_token_expires_in: '863999' },
      { accessTokenEndsAt: NOW + 3_599_000, refreshTokenEndsAt: NOW + 863_999_000 },
    ],
    ['without a length', without('expires_in'), { accessTokenEndsAt: NOW + 600_000 }],
    [
      'with a length that is none',
      { ...WHOLE, expires_in: {} },
      { accessTokenEndsAt: NOW + 600_000 },
    ],
    [
      'with a length of a moment',
      { ...WHOLE, expires_in: 1 },
      { accessTokenEndsAt: NOW + 300_000 },
    ],
    [
      'with an access token that is no JWT',
      { ...WHOLE, access_token: 'opaque' },
      { accountId: null, accessTokenEndsAt: NOW + 3_599_000 },
    ],
  ])('%s is taken as far as it goes', async (_, body, said) => {
    answers(body);
    expect(await tokens().refresh(new Secret('sent'))).toMatchObject(said);
  });

  const NO_HEADERS = [{ access_token: 'a\nb' }, { access_token: 'a😀' }];

  test.each([{}, [], null, { access_token: '' }, { access_token: 7 }, ...NO_HEADERS])(
    '%j is none',
    async (body) => {
      answers(body);
      expect(await tokens().refresh(new Secret('sent')).catch(failureOf)).toMatchObject({
        cause: 'answer-not-understood',
        during: 'refresh',
      });
    },
  );
});

test.each([
  ['access_token', { ...WHOLE, access_token: 'opaque' }],
  ['refresh_token', without('refresh_token')],
])('a connection does not begin without %s', async (field, body) => {
  answers(body);
  expect(await tokens().exchange(new Secret('v3.A')).catch(failureOf)).toStrictEqual({
    cause: 'answer-not-understood',
    during: 'exchange',
    fields: [field],
  });
});

test('the end of a sign-in follows a clock that the next answers set right', async () => {
  answers({ npsso: 'n'.repeat(64), expires_in: 60 * 86_400 });
  const session = new BrowserSession(
    { next: () => Promise.resolve(null) },
    { set: () => Promise.resolve(), remove: () => Promise.resolve() },
    gate(),
    { now: () => now, deviceNow: () => NOW },
  );
  const check = await session.check('player');
  now += 3 * HOUR;

  expect(check).toMatchObject({ state: 'signed-in', endsAt: NOW + 60 * DAY + 3 * HOUR });
});

test.each([
  ['error=login_required&error_code=4165', 'not-signed-in'],
  [
    'error=interaction_required&error_description=User+interaction+is+required',
    'account-attention',
  ],
  ['error=consent_required', 'terms-to-accept'],
  ['error=interaction_required&error_description=Accept+the+new+privacy+policy', 'terms-to-accept'],
  ['error=access_denied&error_description=Profile+is+incomplete', 'profile-unfinished'],
  ['error=access_denied&error_description=Child+account+not+allowed', 'child-account'],
])('Sony’s way back with %s is %s', (query, cause) => {
  const failing = () => codeOf(`https://my.account.sony.com/sonyacct/signin/?${query}`);
  expect(failing).toThrow(cause);
});

test.each([
  'https://my.account.sony.com.evil.example/?error=login_required',
  'http://my.account.sony.com/?error=login_required',
  '/sonyacct/signin/?error=login_required',
])('what %s says of the sign-in is nobody’s word', (location) => {
  expect(() => codeOf(location)).toThrow('answer-not-understood');
});
