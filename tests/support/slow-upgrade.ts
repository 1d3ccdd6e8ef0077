import { Dexie } from 'dexie';
import { vi } from 'vitest';
import { databaseName } from '@/utils/database/library-name';

/** What an earlier version of this build left of an account, with one row in it. */
export async function leaveEarlierVersion(accountId: string): Promise<void> {
  const earlier = new Dexie(databaseName(accountId));
  earlier.version(0.5).stores({ playerItems: '[kind+npCommunicationId+trophyId]' });
  await earlier.table('playerItems').put({ kind: 'pin', npCommunicationId: 'N', trophyId: 1 });
  earlier.close();
}

export interface SlowUpgrade {
  /** An upgrade is under way. */
  begun: Promise<void>;
  letGo: () => void;
}

/** Every upgrade from now on takes until it is let go. */
export function holdUpgrades(): SlowUpgrade {
  const begun = Promise.withResolvers<void>();
  let isHeld = true;
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
    const request = open(...args);
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      const store = request.transaction?.objectStoreNames[0];
      if (oldVersion === 0 || store === undefined) return;
      const ask = (): void => {
        if (!isHeld) return;
        const count = request.transaction?.objectStore(store).count();
        if (count === undefined) return;
        count.onsuccess = () => {
          // Not before everybody has heard that it begins.
          begun.resolve();
          ask();
        };
      };
      ask();
    });
    return request;
  });
  return { begun: begun.promise, letGo: () => (isHeld = false) };
}
