import { browser } from 'wxt/browser';

type Rule = chrome.declarativeNetRequest.Rule;

/** The session rules, by what they are for. Gone with the browser; nobody else's requests are touched. */
const RULE_IDS = { token: 1, pasted: 2 };

/** What a rule does to the headers of our own requests. */
export interface OwnRequestRule {
  name: keyof typeof RULE_IDS;
  urlFilter: string;
  requestHeaders: chrome.declarativeNetRequest.ModifyHeaderInfo[];
}

/** Sets a rule for our own requests of this kind, in place of the one before. */
export async function setOwnRequestRule(rule: OwnRequestRule): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE_IDS[rule.name]],
    addRules: [ruleOf(rule)],
  });
}

export async function removeOwnRequestRule(name: OwnRequestRule['name']): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE_IDS[name]] });
}

function ruleOf({ name, urlFilter, requestHeaders }: OwnRequestRule): Rule {
  return {
    id: RULE_IDS[name],
    condition: {
      urlFilter,
      resourceTypes: ['xmlhttprequest'],
      initiatorDomains: [new URL(browser.runtime.getURL('/popup.html')).host],
      tabIds: [-1],
    },
    action: { type: 'modifyHeaders', requestHeaders },
  };
}
