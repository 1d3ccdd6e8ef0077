import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { clearLocal } from '@/utils/browser/local-area';
import { storedValue } from '@/utils/browser/stored-value';
import { Access } from '@/utils/connection/access';
import type { Asker } from '@/utils/connection/ports';
import { Renewing } from '@/utils/connection/renewing';
import { Restoring } from '@/utils/connection/restoring';
import { DexieClearingStore } from '@/utils/database/clearing-store';
import { DexieKeyHalfStore } from '@/utils/database/key-store';
import type { Connected } from '@/utils/domain/connection/connection';
import { FailureError, failureOf, type Failure } from '@/utils/domain/failure';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { accessTokens, base64Half, BrowserVault, sealedTokens } from '@/utils/vault/vault';
import { aConnected, aTokenLife } from '../../support/connections';
import { FakeSony } from '../../support/fake-sony';
import { FakeRecord, newLocks } from '../../support/fake-worker-storage';
import { FakeLedger, GatedSony } from '../../support/gated-sony';

/** Sony has answered with a token that the disk does not take: where tokens rotate, the one before is good for nothing. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = 5 * DAY;

let sony: FakeSony;
let record: FakeRecord;
let isRefusing: boolean;

beforeEach(async () => {
  fakeBrowser.reset();
  await new DexieKeyHalfStore().erase();
  sony = new FakeSony();
  sony.now = START;
  sony.rotates = true;
  sony.session = { state: 'signed-in', endsAt: 60 * DAY };
  record = new FakeRecord();
  const session = { state: 'alive' as const, endsAt: 60 * DAY, seenAt: START - HOUR };
  record.current = aConnected({ tokenLife: aTokenLife({ session }) });
  isRefusing = false;
  await startWorker().vault.store(await sony.refresh());
  sony.sent.length = 0;
  sony.now += 2 * HOUR;
});

function startWorker() {
  const now = (): number => sony.now;
  const sealed = storedValue('local', 'sealedRefreshTokens', sealedTokens, {});
  const vault = new BrowserVault({
    keys: new DexieKeyHalfStore(),
    keyHalf: storedValue<string | null>('local', 'keyHalf', base64Half, null),
    sealed: {
      ...sealed,
      write: async (rows) => {
        if (isRefusing) throw new FailureError({ cause: 'storage-full' });
        await sealed.write(rows);
      },
    },
    access: storedValue('session', 'accessTokens', accessTokens, {}),
    clear: () => clearLocal(new DexieClearingStore(), ['keyHalf', 'sealedRefreshTokens']),
    now,
  });
  const settings = { read: () => Promise.resolve({ ...DEFAULT_SETTINGS, renewal: true }) };
  const gated = new GatedSony(sony, new FakeLedger(), now);
  const shared = { vault, record, settings, exclusively: newLocks(), now };
  const renewing = new Renewing({ ...shared, session: gated, tokens: gated });
  const recover = (asker: Asker): Promise<boolean> => renewing.recover(asker);
  const access = new Access({ ...shared, tokens: gated, recover }, sony.accountId);
  return { vault, access, restoring: new Restoring({ ...shared, access: () => access }) };
}

type Worker = ReturnType<typeof startWorker>;

function ask({ access }: Worker): Promise<'token' | Failure> {
  return access.token().then(() => 'token' as const, failureOf);
}

function failure(): Failure | null {
  return (record.current as Connected).failure;
}

const KINDS = (['signed-in', 'signed-out'] as const).flatMap((state) => [
  [state, 'the same worker'] as const,
  [state, 'a worker that follows it'] as const,
]);

test.each(KINDS)('who is %s loses none of it, and %s stores it', async (state, next) => {
  if (state === 'signed-out') sony.session = { state };
  const worker = startWorker();
  isRefusing = true;
  expect(await ask(worker)).toMatchObject({ cause: 'storage-full' });
  expect(failure()).toBeNull();
  // Sony has given one, and is not asked for another at once.
  expect([sony.sent.length, sony.exchanges]).toStrictEqual([1, 0]);
  expect(await ask(worker)).toBe('token');

  const later = next === 'the same worker' ? worker : startWorker();
  for (const minutes of [3, 6, 60, 120]) {
    sony.now += minutes * MINUTE;
    await later.restoring.carryOn();
  }
  isRefusing = false;
  sony.now += 2 * HOUR;
  await later.restoring.carryOn();

  expect(sony.wasReused).toBe(false);
  expect(failure()).toBeNull();
  // The browser is closed, and with it goes what is in memory only.
  await fakeBrowser.storage.session.clear();
  sony.session = { state: 'signed-out' };
  expect(await ask(startWorker())).toBe('token');
  expect(sony.wasReused).toBe(false);
});

test('what was not stored goes with what was, when everything is wiped', async () => {
  const worker = startWorker();
  isRefusing = true;
  await ask(worker);
  await worker.vault.wipe();

  expect(await worker.vault.refreshToken(sony.accountId)).toBeNull();
  expect(await fakeBrowser.storage.session.get(null)).toStrictEqual({});
});
