import type { Secret } from '../domain/connection/secret';
import { removeOwnRequestRule, setOwnRequestRule } from './own-request-rule';

/** Makes our own authorize request carry a pasted NPSSO: `fetch` itself cannot set a cookie. */
export const pastedCookie = {
  set: (npsso: Secret): Promise<void> =>
    setOwnRequestRule({
      name: 'pasted',
      urlFilter: '||ca.account.sony.com/api/authz/v3/oauth/authorize',
      requestHeaders: [{ header: 'cookie', operation: 'set', value: `npsso=${npsso.reveal()}` }],
    }),
  remove: (): Promise<void> => removeOwnRequestRule('pasted'),
};
