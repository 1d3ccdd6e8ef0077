import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { SettingsChanges } from '@/entrypoints/background/settings-changes';
import type { Settings } from '@/utils/domain/settings';
import { nextCheckAt } from '@/utils/domain/connection/token-life';
import { parsedStatus } from '@/utils/status/parse';
import { aConnected } from '../../support/connections';
import { MortalWorker } from '../../support/mortal-worker';

const NOW = 3_600_000;
const { local } = fakeBrowser.storage;
let told: string[];

/** A worker just born over what is stored, that dies at its nth outside call. */
function startWorker(worker = new MortalWorker(Infinity)): SettingsChanges {
  const note = (what: string) => () => Promise.resolve(void told.push(what));
  return new SettingsChanges({
    now: () => NOW,
    renewing: worker.mortal({ renewAtOnce: note('renew') }),
    roaming: worker.mortal({ begin: note('begin'), carryOn: note('meet') }),
    library: worker.mortal({ followEveryGame: note('plan') }),
    wakeSync: note('sync'),
  });
}

/** The player chooses, and the worker dies before it does what follows from that. */
async function chooseAndDie(change: Partial<Settings>): Promise<void> {
  const worker = new MortalWorker(0);
  await Promise.race([startWorker(worker).make(change), worker.death]);
}

async function alarms(): Promise<string[]> {
  return (await fakeBrowser.alarms.getAll()).map(({ name }) => name);
}

beforeEach(async () => {
  fakeBrowser.reset();
  told = [];
  await local.set({ connection: aConnected(), settings: { renewal: false, everyGame: false } });
});

test('a choice is stored, and what it asks for is done at once, and once', async () => {
  await startWorker().make({ renewal: true });
  await startWorker().make({ everyGame: true });
  await startWorker().carryOn();

  expect((await parsedStatus()).settings).toMatchObject({ renewal: true, everyGame: true });
  expect(told).toStrictEqual(['renew', 'sync', 'plan']);
});

test('words begin to roam before the setting says so, and meet others at once', async () => {
  const worker = new MortalWorker(1);
  await Promise.race([startWorker(worker).make({ roams: true }), worker.death]);
  expect(told).toStrictEqual(['begin']);
  expect((await parsedStatus()).settings.roams).toBe(true);

  told = [];
  await startWorker().make({ roams: true });
  expect(told).toStrictEqual(['begin', 'meet']);
});

test('a plan is made anew by the next worker where one died before it was', async () => {
  await chooseAndDie({ everyGame: true });
  expect(told).toStrictEqual([]);
  expect(await alarms()).toContain('sync');

  await startWorker().carryOn();

  expect(told).toStrictEqual(['plan']);
});

test('a look at the sign-in is due at once where a worker died before it', async () => {
  await chooseAndDie({ renewal: true });

  expect(told).toStrictEqual([]);
  expect(await alarms()).toContain('renewal');
  const { connection } = await parsedStatus();
  expect(connection.phase === 'connected' && nextCheckAt(connection.tokenLife)).toBe(NOW);
});

test('nothing wakes for a choice where nobody is connected', async () => {
  await local.remove('connection');

  await startWorker().make({ renewal: true });
  await startWorker().make({ everyGame: true });

  expect(await alarms()).toStrictEqual([]);
});
