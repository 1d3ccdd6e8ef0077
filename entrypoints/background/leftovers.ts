import { browser } from 'wxt/browser';
import { mayDownload } from '../../utils/browser/downloads';
import { clearLocal } from '../../utils/browser/local-area';
import { clearNotifications, mayNotify } from '../../utils/browser/notifications';
import { countStrays, takeOffRoaming } from '../../utils/browser/roaming-area';
import { clearSessionArea } from '../../utils/browser/session-area';
import type { SonyClock } from '../../utils/browser/sony-clock';
import type { Leftovers } from '../../utils/connection/ports';
import type { DexieClearingStore } from '../../utils/database/clearing-store';
import { countDatabases, eraseDatabases, eraseLibrary } from '../../utils/database/erase';
import { plansHere } from '../../utils/database/restore-plans';
import { eraseStaging } from '../../utils/database/staging';
import { withoutAccount } from '../../utils/domain/copies/copies-record';
import { bucketsOf } from '../../utils/domain/library/roaming-items';
import { parsedStatus } from '../../utils/status/parse';
import { changeCopies, publishSnapshot } from '../../utils/status/write';
import { ALARMS } from './alarm-names';
import { hideLibrary } from './shown-library';

/** What the player may have given since. */
const OPTIONAL = ['notifications', 'downloads'] as const;

interface Needs {
  clock: SonyClock;
  clearing: DexieClearingStore;
  wipeTokens: () => Promise<void>;
  /** A copy that is being written is not. */
  callOffCopies: () => Promise<void>;
}

/** Everything that the extension leaves in the browser, and how it goes. */
export function leftoversOf({ clock, clearing, wipeTokens, callOffCopies }: Needs): Leftovers {
  return {
    wipeTokens,
    async showIdle() {
      const { snapshot } = await parsedStatus();
      await publishSnapshot({ ...snapshot, sync: { state: 'idle' } });
    },
    async deleteDatabases() {
      await callOffCopies();
      await eraseDatabases();
    },
    // Shown no more first: a worker that dies in between leaves no page with a library that is gone.
    async deleteLibrary(accountId, takesOff) {
      // First: afterwards nobody would ask any more.
      if (takesOff) await takeOffRoaming(bucketsOf(accountId));
      await callOffCopies();
      await hideLibrary(accountId);
      // What it was before a copy was restored, too; another account's has its way back.
      for (const name of await restoredInto(accountId)) await eraseStaging(name);
      await eraseLibrary(accountId);
      await changeCopies((current) => withoutAccount(current, accountId));
    },
    async clearBrowserState(isErased) {
      await clearAlarms(isErased);
      await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: await ruleIds() });
      await browser.action.setBadgeText({ text: '' });
      await clearNotifications();
    },
    async giveBackPermissions() {
      // One that the browser does not take back must not leave the other: what is left is counted, and said.
      for (const name of OPTIONAL) {
        await browser.permissions.remove({ permissions: [name] }).catch(() => false);
      }
    },
    async clearStorage() {
      await clearSessionArea();
      clock.forget();
      await clearLocal(clearing, null);
    },
    count: async () => ({
      databases: await countDatabases(),
      storedValues: await countStoredValues(),
      alarms: (await browser.alarms.getAll()).length,
      rules: (await ruleIds()).length,
      permissions: Number(await mayNotify()) + Number(await mayDownload()),
    }),
  };
}

/** Where a copy lies for this account's library. What is only being read goes with its page. */
async function restoredInto(accountId: string): Promise<string[]> {
  const plans = await plansHere();
  return plans.flatMap(({ name, plan }) => (plan.accountId === accountId ? name : []));
}

/** Of things that are unfinished, and go on without a connection. */
const OF_THE_LIBRARY: string[] = [ALARMS.restore, ALARMS.roaming, ALARMS.copies];

/** All but the one that sees to it that this comes to its end, and those of what stays. */
async function clearAlarms(isErased: boolean): Promise<void> {
  for (const { name } of await browser.alarms.getAll()) {
    const stays = name === ALARMS.connection || (!isErased && OF_THE_LIBRARY.includes(name));
    if (!stays) await browser.alarms.clear(name);
  }
}

async function ruleIds(): Promise<number[]> {
  return (await browser.declarativeNetRequest.getSessionRules()).map(({ id }) => id);
}

async function countStoredValues(): Promise<number> {
  const { local, session } = browser.storage;
  const areas = await Promise.all([local, session].map((area) => area.get(null)));
  return areas.reduce((sum, area) => sum + Object.keys(area).length, await countStrays());
}
