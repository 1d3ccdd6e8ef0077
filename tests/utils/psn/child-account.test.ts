import { expect, test } from 'vitest';
import { Secret } from '@/utils/domain/connection/secret';
import { FailureError, failureOf, type Cause } from '@/utils/domain/failure';
import { Authorized } from '@/utils/psn/authorized';
import type { Endpoint } from '@/utils/psn/endpoints';

function authorizedWith(claims: object): Authorized {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const token = () => Promise.resolve(new Secret(`e30.${payload}.c2ln`));
  return new Authorized({ token, tokenInsteadOf: token }, []);
}

/** What comes of it where Sony refuses that, with 403 and its access control's words. */
function refusedTo(claims: object, during: Endpoint): Promise<unknown> {
  const refusal = new FailureError({ cause: 'not-permitted', during, status: 403 });
  return authorizedWith(claims)
    .ask(during, () => Promise.reject(refusal))
    .catch(failureOf);
}

test.each<[string, object, Endpoint, Cause]>([
  ["a child's list of games", { is_child: true }, 'titles', 'child-account'],
  ['that of a grown-up', { is_child: false }, 'titles', 'not-permitted'],
  ['that of who knows whom', { is_child: 'yes' }, 'titles', 'not-permitted'],
  ["one thing of a child's", { is_child: true }, 'earned', 'not-permitted'],
  ["a child's summary, which nothing waits for", { is_child: true }, 'summary', 'not-permitted'],
])('refused is %s', async (_, claims, during, cause) => {
  expect(await refusedTo(claims, during)).toStrictEqual({ cause, during, status: 403 });
});

test("a child's account that works is not refused", async () => {
  const answer = authorizedWith({ is_child: true }).ask('titles', () => Promise.resolve('a page'));
  expect(await answer).toBe('a page');
});
