import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { ALARMS } from '@/entrypoints/background/alarm-names';
import { leftoversOf } from '@/entrypoints/background/leftovers';
import { SonyClock } from '@/utils/browser/sony-clock';
import { DexieClearingStore } from '@/utils/database/clearing-store';
import * as databases from '@/utils/database/erase';
import { bucketsOf } from '@/utils/domain/library/roaming-items';

/** What the player has given. */
let given: string[];

beforeEach(() => {
  fakeBrowser.reset();
  given = ['notifications', 'downloads'];
  const holds = ({ permissions = [] }: { permissions?: string[] }): Promise<boolean> =>
    Promise.resolve(permissions.every((name) => given.includes(name)));
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(holds);
  vi.spyOn(fakeBrowser.declarativeNetRequest, 'getSessionRules').mockReturnValue(
    Promise.resolve([]) as never,
  );
  return () => vi.restoreAllMocks();
});

function someLeftovers(callOffCopies = () => Promise.resolve()) {
  return leftoversOf({
    ...{ clock: new SonyClock(), clearing: new DexieClearingStore() },
    ...{ wipeTokens: () => Promise.resolve(), callOffCopies },
  });
}

test('a copy that is being written is called off before anything of what it reads goes', async () => {
  const done: string[] = [];
  const leftovers = someLeftovers(() => Promise.resolve(void done.push('called off')));
  const erase = (name: 'eraseDatabases' | 'eraseLibrary') =>
    vi.spyOn(databases, name).mockImplementation(() => Promise.resolve(void done.push(name)));
  erase('eraseDatabases');
  erase('eraseLibrary');
  await leftovers.deleteDatabases();
  await leftovers.deleteLibrary('1', false);
  expect(done).toEqual(['called off', 'eraseDatabases', 'called off', 'eraseLibrary']);
});

test.each([true, false])(
  'of a library that is erased the words on the servers go where the player says so (%s), and no other account’s',
  async (takesOff) => {
    const { sync } = fakeBrowser.storage;
    vi.spyOn(databases, 'eraseLibrary').mockResolvedValue();
    const [its, others] = [`${bucketsOf('1')}7`, `${bucketsOf('2')}7`];
    await sync.set({ [its]: [], [others]: [] });
    await someLeftovers().deleteLibrary('1', takesOff);
    expect(Object.keys(await sync.get(null)).sort()).toEqual(
      (takesOff ? [others] : [its, others]).sort(),
    );
    await sync.clear();
  },
);

test.each(['notifications', 'downloads'])(
  'a browser that does not take %s back takes the other, and that one is counted',
  async (kept) => {
    vi.spyOn(fakeBrowser.permissions, 'remove').mockImplementation(({ permissions = [] }) => {
      if (permissions.some((name) => name === kept)) {
        return Promise.reject(new Error('You cannot remove required permissions.'));
      }
      given = given.filter((name) => !permissions.some((each) => each === name));
      return Promise.resolve(true);
    });
    const leftovers = someLeftovers();
    await leftovers.giveBackPermissions();
    expect(given).toEqual([kept]);
    expect((await leftovers.count()).permissions).toBe(1);
  },
);

test('what is unfinished of the library goes on without a connection, and nothing does once all is erased', async () => {
  vi.spyOn(fakeBrowser.declarativeNetRequest, 'updateSessionRules').mockResolvedValue();
  const left = async (): Promise<string[]> =>
    (await fakeBrowser.alarms.getAll()).map(({ name }) => name).sort();
  for (const name of Object.values(ALARMS)) await fakeBrowser.alarms.create(name, { when: 1e15 });
  await someLeftovers().clearBrowserState(false);
  expect(await left()).toEqual(['connection', 'copies', 'restore', 'roaming']);
  await someLeftovers().clearBrowserState(true);
  expect(await left()).toEqual(['connection']);
});
