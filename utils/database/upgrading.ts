import { Dexie } from 'dexie';
import { storable } from './storage-failure';

/** Longer than any upgrade: a browser that has not come to its end by then is silent. Milliseconds. */
const LONGEST = 10 * 60_000;

/** Taken while a library is being brought up to date: that of a worker that dies is free. */
const lockOf = (name: string): string => `upgrading ${name}`;

/** True while somebody brings this database to another version, which may take longer than any opening. */
export function isUpgrading(name: string): Promise<boolean> {
  return navigator.locks.request(
    lockOf(name),
    { mode: 'shared', ifAvailable: true },
    (lock) => lock === null,
  );
}

/** Waits until a database is open, for as long as it is being brought up to date, and otherwise not for ever. */
export function opened<Value>(name: string, opening: PromiseLike<Value>): Promise<Value> {
  return storable(opening, undefined, () => isUpgrading(name));
}

/** The browser's databases, for Dexie, whose every upgrade is known to whoever waits: it is no silence. */
export const tellingUpgrades = {
  open(name: string, version?: number): IDBOpenDBRequest {
    const request = databases().open(name, version);
    // From here on, and no sooner: neither a silent browser nor a page that does not let go upgrades anything.
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      if (oldVersion > 0) tell(name, request);
    });
    return request;
  },
  deleteDatabase: (name: string): IDBOpenDBRequest => databases().deleteDatabase(name),
  databases: (): Promise<IDBDatabaseInfo[]> => databases().databases(),
};

function databases(): IDBFactory {
  return Dexie.dependencies.indexedDB;
}

/** Until the opening has come to its end, in whichever way. */
function tell(name: string, request: IDBOpenDBRequest): void {
  const ended = new Promise<void>((resolve) => {
    const limit = setTimeout(resolve, LONGEST);
    const end = (): void => {
      clearTimeout(limit);
      resolve();
    };
    request.addEventListener('success', end);
    request.addEventListener('error', end);
  });
  // Who cannot say so upgrades all the same.
  navigator.locks.request(lockOf(name), () => ended).catch(() => undefined);
}
