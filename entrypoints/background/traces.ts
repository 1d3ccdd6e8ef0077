import { browser } from 'wxt/browser';
import { stopWaking } from '../../utils/browser/alarms';
import { clearNotifications, giveBackNotifications } from '../../utils/browser/notifications';
import type { SonyClock } from '../../utils/browser/sony-clock';
import type { Traces } from '../../utils/connection/ports';
import { countDatabases, eraseDatabases } from '../../utils/database/erase';
import { DISCONNECTED } from '../../utils/domain/connection';
import { EMPTY_SNAPSHOT } from '../../utils/domain/snapshot';
import { publishStatus, readStatus } from '../../utils/messaging/status';
import type { SyncLoop } from '../../utils/sync/sync-loop';
import { ALARMS } from './alarm-names';

const MARK = 'erasing';

/** True where a worker died while it erased everything. */
export async function isErasing(): Promise<boolean> {
  return (await browser.storage.local.get(MARK))[MARK] === true;
}

/** Ends a running sync: nothing that it still gets is stored or shown. */
export async function endSync(loop: SyncLoop): Promise<void> {
  loop.interrupt();
  const { snapshot } = await readStatus();
  await publishStatus({ snapshot: { ...snapshot, sync: { state: 'idle' } } });
  await stopWaking(ALARMS.sync);
}

/** Everything that the extension leaves in the browser, and how it goes. */
export function tracesOf(loop: SyncLoop, clock: SonyClock): Traces {
  return {
    stopSync: () => endSync(loop),
    markErasing: () => browser.storage.local.set({ [MARK]: true }),
    showNothing: () => publishStatus({ connection: DISCONNECTED, snapshot: EMPTY_SNAPSHOT }),
    deleteDatabases: eraseDatabases,
    async removeMarks() {
      await browser.alarms.clearAll();
      await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: await ruleIds() });
      await browser.action.setBadgeText({ text: '' });
      await clearNotifications();
    },
    giveBackPermissions: giveBackNotifications,
    async clearStorage() {
      await browser.storage.session.clear();
      clock.forget();
      await browser.storage.local.clear();
    },
    count: async () => ({
      databases: await countDatabases(),
      storedValues: await countStoredValues(),
      alarms: (await browser.alarms.getAll()).length,
      rules: (await ruleIds()).length,
    }),
  };
}

async function ruleIds(): Promise<number[]> {
  return (await browser.declarativeNetRequest.getSessionRules()).map(({ id }) => id);
}

async function countStoredValues(): Promise<number> {
  const { local, session, sync } = browser.storage;
  const areas = await Promise.all([local, session, sync].map((area) => area.get(null)));
  return areas.reduce((sum, area) => sum + Object.keys(area).length, 0);
}
