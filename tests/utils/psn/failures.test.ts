import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAUSES } from '@/utils/domain/causes';
import type { Endpoint } from '@/utils/psn/endpoints';
import { endpointOf } from '@/utils/psn/endpoints';
import { failureOfAnswer } from '@/utils/psn/failures';

const NOW = 1_800_000_000_000;
const ENDPOINTS: Endpoint[] = ['session', 'code', 'exchange', 'refresh', 'titles', 'matching'];

function failure(
  endpoint: Endpoint,
  status: number,
  isJson: boolean,
  headers = {},
  error: string | null = null,
) {
  return failureOfAnswer(endpoint, { status, isJson, error, headers: new Headers(headers) }, NOW);
}

test.each<[string, Endpoint, number, boolean, string | null]>([
  ['an answer', 'titles', 200, true, null],
  ['a page instead of data', 'titles', 200, false, 'answer-not-understood'],
  ['a way to a page', 'titles', 302, false, 'answer-not-understood'],
  ['a way to elsewhere that the browser hides', 'earned', 0, false, 'answer-not-understood'],
  ['a way to a page with a refresh token', 'refresh', 307, false, 'sony-down'],
  ['the same with a code, hidden', 'exchange', 0, false, 'sony-down'],
  ['a sign-in that leads elsewhere', 'session', 0, false, 'answer-not-understood'],
  ['a limit that shrank', 'titles', 400, true, 'answer-not-understood'],
  ['an access token that ended', 'titles', 401, true, 'access-refused'],
  ['access control', 'titles', 403, true, 'not-permitted'],
  ['the edge, with a page', 'titles', 403, false, 'edge-block'],
  ['the edge, on an origin', 'exchange', 403, false, 'edge-block'],
  ['an unknown thing', 'matching', 404, true, 'not-found'],
  ['an outage', 'titles', 503, false, 'sony-down'],
  ['a server that has waited too long', 'titles', 408, false, 'sony-down'],
  ['the same with a refresh token', 'refresh', 408, true, 'sony-down'],
  ['an answer that is too large', 'titles', 413, false, 'answer-not-understood'],
  ['an outage at the token endpoint', 'refresh', 500, true, 'sony-down'],
  ['no session', 'session', 400, true, 'not-signed-in'],
  ['no session, said otherwise', 'session', 401, true, 'not-signed-in'],
  ['a code for nobody', 'code', 401, true, 'not-signed-in'],
  ['the same with a page', 'code', 401, false, 'not-signed-in'],
  ['a used code', 'exchange', 400, true, 'code-refused'],
  ['a dead refresh token', 'refresh', 400, true, 'token-refused'],
  ['a client that is refused in a spell', 'refresh', 401, true, 'sony-down'],
  ['the same with a code', 'exchange', 403, true, 'sony-down'],
])('%s (%s %i) is %s', (_, endpoint, status, isJson, cause) => {
  expect(failure(endpoint, status, isJson)?.cause ?? null).toBe(cause);
});

test.each<[Endpoint, string]>([
  ['refresh', 'sony-down'],
  ['exchange', 'sony-down'],
  ['session', 'answer-not-understood'],
  ['titles', 'answer-not-understood'],
])(
  'a page with 200 in the way of %s is %s: a grant that came to it was not looked at',
  (at, cause) => {
    const headers = { 'Content-Type': 'text/html;charset=UTF-8' };
    expect(failure(at, 200, false, headers)?.cause).toBe(cause);
    // Half of an answer is no page: the grant was traded.
    const ofJson = { 'Content-Type': 'application/json' };
    expect(failure(at, 200, false, ofJson)?.cause).toBe('answer-not-understood');
  },
);

test.each([
  ['invalid_grant', 'token-refused'],
  ['unauthorized_client', 'answer-not-understood'],
  ['invalid_scope', 'answer-not-understood'],
])(
  '%s at the token endpoint is %s: only a grant that is taken no more has ended',
  (word, cause) => {
    expect(failure('refresh', 400, true, {}, word)?.cause).toBe(cause);
  },
);

test('whatever an answer is, it is one, or a cause with what was asked for', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ENDPOINTS),
      fc.oneof(fc.constant(0), fc.integer({ min: 200, max: 599 })),
      fc.boolean(),
      (endpoint, status, isJson) => {
        const found = failure(endpoint, status, isJson);
        if (found === null) expect([status < 300, isJson]).toStrictEqual([true, true]);
        else
          expect(found).toMatchObject({
            cause: expect.toBeOneOf([...CAUSES]) as string,
            during: endpoint,
            ...(status === 0 ? {} : { status }),
          });
      },
    ),
  );
});

test('whatever the headers say, a pause that is named lies ahead and is no longer than a day', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), fc.nat().map(String), (next, after) => {
      const headers = {
        'X-RateLimit-Next-Available': encodeURI(next),
        'Retry-After': encodeURI(after),
      };
      const until = failure('titles', 429, true, headers)?.until;
      if (until === undefined) return;
      expect(until).toBeGreaterThan(NOW);
      expect(until).toBeLessThanOrEqual(NOW + 24 * 3_600_000);
    }),
  );
});

describe('a pause', () => {
  test.each([
    ['unix seconds', { 'X-RateLimit-Next-Available': String(NOW / 1000 + 90) }, NOW + 90_000],
    [
      'a date',
      { 'X-RateLimit-Next-Available': new Date(NOW + 30_000).toUTCString() },
      NOW + 30_000,
    ],
    ['Retry-After in seconds', { 'Retry-After': '45' }, NOW + 45_000],
    [
      'an absurd instant, and seconds',
      { 'X-RateLimit-Next-Available': '9e15', 'Retry-After': '45' },
      NOW + 45_000,
    ],
  ])('with %s ends when it should', (_, headers, until) => {
    expect(failure('titles', 429, true, headers)).toStrictEqual({
      cause: 'too-many-requests',
      during: 'titles',
      status: 429,
      until,
    });
  });

  test.each([
    ['seconds', { 'Retry-After': '45' }, 45_000],
    ['a date', { 'Retry-After': new Date(NOW + 30_000).toUTCString() }, 30_000],
    ['hours', { 'Retry-After': '14400' }, 3_600_000],
    ['a year', { 'Retry-After': '31536000' }, null],
    ['words', { 'Retry-After': 'soon' }, null],
    ['nothing', {}, null],
  ])('of a server that has trouble ends as it says, within the hour: %s', (_, headers, wait) => {
    for (const endpoint of ENDPOINTS) {
      for (const status of [500, 502, 503, 504]) {
        const found = failure(endpoint, status, false, headers);
        expect(found?.cause).toBe('sony-down');
        expect(found?.until ?? null).toBe(wait === null ? null : NOW + wait);
      }
    }
  });

  test.each([
    ['nothing', {}],
    ['an instant long past', { 'X-RateLimit-Next-Available': '1' }],
    ['an absurd instant', { 'X-RateLimit-Next-Available': '9e15' }],
    ['words', { 'Retry-After': 'soon' }],
    ['an empty header', { 'X-RateLimit-Next-Available': '' }],
  ])('with %s has no end that Sony named', (_, headers) => {
    expect(failure('titles', 429, true, headers)).toStrictEqual({
      cause: 'too-many-requests',
      during: 'titles',
      status: 429,
    });
  });
});

test.each([
  ['https://ca.account.sony.com/api/v1/ssocookie', undefined, 'session'],
  ['https://ca.account.sony.com/api/authz/v3/oauth/authorize?client_id=1', undefined, 'code'],
  ['https://ca.account.sony.com/api/authz/v3/oauth/token', 'code=1', 'exchange'],
  ['https://ca.account.sony.com/api/authz/v3/oauth/token', 'grant_type=refresh_token', 'refresh'],
  [
    'https://m.np.playstation.com/api/trophy/v1/users/me/trophyTitles?limit=800',
    undefined,
    'titles',
  ],
  [
    'https://m.np.playstation.com/api/trophy/v1/users/me/titles/trophyTitles?npTitleIds=A',
    undefined,
    'matching',
  ],
  ['https://m.np.playstation.com/api/gamelist/v2/users/me/titles', undefined, 'played-games'],
])('%s is named in our own words', (url, body, endpoint) => {
  expect(endpointOf(new URL(url), body)).toBe(endpoint);
});
