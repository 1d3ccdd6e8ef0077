import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { AutomaticCopies } from '@/entrypoints/background/automatic-copies';
import type { Exclusively } from '@/utils/connection/ports';
import { storeCopiesFolder } from '@/utils/database/copies-folder';
import { eraseDatabases } from '@/utils/database/erase';
import { copiesOf, NO_COPIES } from '@/utils/domain/copies/copies-record';
import { NOT_COPIED, type CopyOutcome } from '@/utils/domain/copies/copy-figures';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { DAY } from '@/utils/domain/time-units';
import { storedCopies } from '@/utils/status/copies';
import { readCopies } from '@/utils/status/read-copies';
import { aConnected } from '../../support/connections';

const ACCOUNT = aConnected().accountId;
const NOW = 1_000 * DAY;
const MADE = { at: NOW - DAY, figures: NOT_COPIED.figures, digest: 'a' };
const IN_FOLDER: CopyOutcome = { ...NOT_COPIED, kind: 'file', digest: 'b' };
const OTHERS: CopyOutcome = { ...NOT_COPIED, kind: 'others' };

/** What pages without a window were opened with. */
let opened: string[];
/** The address of the one that is open. */
let atWork: string | null;

beforeEach(async () => {
  fakeBrowser.reset();
  [opened, atWork] = [[], null];
  const offscreen = {
    createDocument({ url }: { url: string }) {
      atWork = url;
      return Promise.resolve(void opened.push(url));
    },
    closeDocument: () => Promise.resolve(void (atWork = null)),
  };
  Object.assign(fakeBrowser, { offscreen });
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ version: '1.0' }),
    getContexts: () => Promise.resolve(atWork === null ? [] : [{ documentUrl: atWork }]),
  });
  await fakeBrowser.storage.local.set({ connection: aConnected(), snapshot: EMPTY_SNAPSHOT });
  await eraseDatabases();
  // The browser hands out what only it can make: here something that can be stored does for it.
  await storeCopiesFolder({ name: 'Synced' } as FileSystemDirectoryHandle);
  const mine = { ...copiesOf(NO_COPIES, ACCOUNT), fileMark: 'cloned', made: MADE };
  await storedCopies.write({ ...NO_COPIES, isOn: true, accounts: { [ACCOUNT]: mine } });
  return () => eraseDatabases();
});

function aWorker(exclusively: Exclusively = (_, work) => work()): AutomaticCopies {
  return new AutomaticCopies({
    exclusively,
    ...{ now: () => NOW, lostAt: () => Promise.resolve(null) },
    hasOwn: () => Promise.resolve(true),
  });
}

function pageSays(worker: AutomaticCopies, outcome: CopyOutcome): Promise<void> {
  return worker.made({ mark: markIn(opened.at(-1) ?? ''), outcome });
}

const markIn = (url: string): string => /#([^/]*)/.exec(url)?.[1] ?? '';

/** What the page that was opened last is to go by. */
function ordered(): unknown {
  return JSON.parse(decodeURIComponent(opened.at(-1)?.split('/').at(-1) ?? ''));
}

async function opens(count: number): Promise<void> {
  await vi.waitFor(() => expect(opened).toHaveLength(count));
}

const alarms = async () => (await fakeBrowser.alarms.getAll()).map(({ name }) => name);

test('where another installation’s lies in its place, it is made anew at once, under another name', async () => {
  const worker = aWorker();
  await worker.ask('now');
  await opens(1);
  expect(ordered()).toMatchObject({ fileMark: 'cloned', lastAt: MADE.at });

  await pageSays(worker, OTHERS);
  await opens(2);
  const fileMark = markIn(opened[1] ?? '').slice(0, 8);
  expect(ordered()).toMatchObject({ fileMark });
  expect(await readCopies()).toMatchObject({ isOn: true, trouble: null, wanted: { tries: 2 } });
  await pageSays(worker, IN_FOLDER);
  expect(await readCopies()).toMatchObject({ wanted: null, trouble: null });
  expect((await readCopies()).accounts[ACCOUNT]).toMatchObject({ fileMark, made: { at: NOW } });
  expect(await alarms()).toStrictEqual([]);

  await worker.ask('now');
  await opens(3);
  expect(ordered()).toMatchObject({ fileMark });
});

test('a worker that dies once it has heard of that is followed by one that goes on', async () => {
  await aWorker().ask('now');
  await opens(1);
  let turns = 0;
  const mortal = aWorker((_, work) => (turns++ === 0 ? work() : Promise.reject(new Error('dead'))));
  await pageSays(mortal, OTHERS);
  expect([opened.length, await alarms()]).toStrictEqual([1, ['copies']]);
  await aWorker().carryOn();
  await opens(2);
  expect(ordered()).not.toMatchObject({ fileMark: 'cloned' });
});

test('a page that tells of it twice has one made', async () => {
  const worker = aWorker();
  await worker.ask('now');
  await opens(1);
  const said = { mark: markIn(opened[0] ?? ''), outcome: OTHERS };
  await worker.made(said);
  await opens(2);
  await worker.made(said);
  await aWorker().made(said);
  expect(opened).toHaveLength(2);
  expect(await readCopies()).toMatchObject({ wanted: { tries: 2 } });
});
