import { browser } from 'wxt/browser';

const RULE_ID = 1;

/**
 * Makes our own token requests leave without `Origin` and without the browser's cookies: Sony has been seen to refuse
 * an extension's origin, and the browser's account must not travel with another's token. Nobody else's requests are
 * touched. Rules of a session are gone with the browser, so this is called before each request.
 */
export async function cleanTokenRequests(): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE_ID],
    addRules: [
      {
        id: RULE_ID,
        condition: {
          urlFilter: '||ca.account.sony.com/api/authz/v3/oauth/token',
          resourceTypes: ['xmlhttprequest'],
          initiatorDomains: [new URL(browser.runtime.getURL('/popup.html')).host],
          tabIds: [-1],
        },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [
            { header: 'origin', operation: 'remove' },
            { header: 'cookie', operation: 'remove' },
          ],
        },
      },
    ],
  });
}
