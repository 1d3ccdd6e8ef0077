import { setOwnRequestRule } from './own-request-rule';

/**
 * Makes our own token requests leave without `Origin` and without the browser's cookies: Sony has been seen to refuse
 * an extension's origin, and the browser's account must not travel with another's token. Rules of a session are gone
 * with the browser, so this is called before each request.
 */
export async function cleanTokenRequests(): Promise<void> {
  await setOwnRequestRule({
    name: 'token',
    urlFilter: '||ca.account.sony.com/api/authz/v3/oauth/token',
    requestHeaders: [
      { header: 'origin', operation: 'remove' },
      { header: 'cookie', operation: 'remove' },
    ],
  });
}
