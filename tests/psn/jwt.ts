import { randomBytes } from 'node:crypto';
import type { Account } from './accounts/account.ts';
import { uuidOf } from './random.ts';

export const CLIENT_ID = '09515159-7237-4370-9b40-3806e67c0891';

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/**
 * A token in the shape of Sony's: the account id is in `account_id`, and an access token has no `sub`. The
 * signature is random bytes of an RS256 signature's length.
 */
export function jwtFor(account: Account, now: number, claims: Record<string, unknown>): string {
  const header = { alg: 'RS256', kid: 'c3b1a2f0-sim', typ: 'JWT' };
  const payload = {
    account_id: account.accountId,
    account_uuid: uuidOf(account.accountId),
    client_id: CLIENT_ID,
    is_child: account.plan.isChild === true,
    legal_country: 'US',
    locale: 'en-US',
    iss: 'https://ca.account.sony.com/',
    aud: CLIENT_ID,
    iat: Math.floor(now / 1000),
    age: account.plan.isChild === true ? 11 : 30,
    env_iss_id: '256',
    ...claims,
  };
  return `${encode(header)}.${encode(payload)}.${randomBytes(256).toString('base64url')}`;
}
