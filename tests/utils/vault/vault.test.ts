import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { clearLocal } from '@/utils/browser/local-area';
import { storedValue } from '@/utils/browser/stored-value';
import { DexieClearingStore } from '@/utils/database/clearing-store';
import { DexieKeyHalfStore } from '@/utils/database/key-store';
import { Secret } from '@/utils/domain/connection/secret';
import { accessTokens, base64Half, BrowserVault, sealedTokens } from '@/utils/vault/vault';

const ACCOUNT = '2721516955383551246';
const OTHER = '1111111111111111111';
const keys = new DexieKeyHalfStore();
const clearing = new DexieClearingStore();
let now: number;

beforeEach(async () => {
  fakeBrowser.reset();
  await keys.erase();
  now = 0;
});

function startVault(): BrowserVault {
  return new BrowserVault({
    keys,
    keyHalf: storedValue<string | null>('local', 'keyHalf', base64Half, null),
    sealed: storedValue('local', 'sealedRefreshTokens', sealedTokens, {}),
    access: storedValue('session', 'accessTokens', accessTokens, {}),
    clear: () => clearLocal(clearing, ['keyHalf', 'sealedRefreshTokens']),
    now: () => now,
  });
}

function tokens(accountId = ACCOUNT) {
  return {
    accountId,
    accessToken: new Secret('the-access-token'),
    accessTokenEndsAt: 3_600_000,
    refreshToken: new Secret('the-refresh-token'),
    refreshTokenEndsAt: 864_000_000,
  };
}

async function sealedRows(): Promise<Record<string, { iv: string; data: string }>> {
  const stored = await fakeBrowser.storage.local.get('sealedRefreshTokens');
  return sealedTokens.parse(stored['sealedRefreshTokens']);
}

test('a token that was stored is there for a later worker', async () => {
  await startVault().store(tokens());

  expect((await startVault().refreshToken(ACCOUNT))?.reveal()).toBe('the-refresh-token');
  expect((await startVault().accessToken(ACCOUNT))?.reveal()).toBe('the-access-token');
});

test('neither token can be read in what lasts', async () => {
  await startVault().store(tokens());

  const stored = JSON.stringify(await fakeBrowser.storage.local.get(null));
  expect(stored).not.toContain('the-refresh-token');
  expect(stored).not.toContain(btoa('the-refresh-token'));
  expect(stored).not.toContain('the-access-token');
});

test('each sealing has an IV of its own', async () => {
  const sealed = async (): Promise<unknown> => {
    await startVault().store(tokens());
    return sealedRows();
  };
  expect(await sealed()).not.toStrictEqual(await sealed());
});

test('another account gets nothing, nor does a row that was moved to it', async () => {
  await startVault().store(tokens());
  expect(await startVault().refreshToken(OTHER)).toBeNull();

  const { [ACCOUNT]: row } = await sealedRows();
  await fakeBrowser.storage.local.set({ sealedRefreshTokens: { [OTHER]: row } });
  expect(await startVault().refreshToken(OTHER)).toBeNull();
});

test('the tokens of one account do not take the place of another’s', async () => {
  await startVault().store(tokens());
  await startVault().store(tokens(OTHER));

  expect(await startVault().refreshToken(ACCOUNT)).not.toBeNull();
  expect(await startVault().refreshToken(OTHER)).not.toBeNull();

  await startVault().forgetOthers(ACCOUNT);

  expect(await startVault().refreshToken(ACCOUNT)).not.toBeNull();
  expect(await startVault().refreshToken(OTHER)).toBeNull();
  expect(await startVault().accessToken(OTHER)).toBeNull();
});

test.each([
  ['the half in storage', () => fakeBrowser.storage.local.remove('keyHalf')],
  ['the half in the database', () => keys.erase()],
  ['an intact half in storage', () => fakeBrowser.storage.local.set({ keyHalf: 'not base64' })],
  [
    'an intact row',
    () =>
      fakeBrowser.storage.local.set({
        sealedRefreshTokens: { [ACCOUNT]: { iv: 'AAAA', data: '!' } },
      }),
  ],
])('without %s the token does not open, and nothing breaks', async (_, spoil) => {
  await startVault().store(tokens());

  await spoil();

  expect(await startVault().refreshToken(ACCOUNT)).toBeNull();
});

test('an access token is not handed out in its last minute', async () => {
  await startVault().store(tokens());

  now = 3_600_000 - 60_000;

  expect(await startVault().accessToken(ACCOUNT)).toBeNull();
});

test('wiping leaves nothing to open, and what else is stored', async () => {
  await fakeBrowser.storage.local.set({ settings: { renewal: false } });
  await startVault().store(tokens());

  await startVault().wipe();

  expect(await startVault().refreshToken(ACCOUNT)).toBeNull();
  expect(await fakeBrowser.storage.local.get(null)).toStrictEqual({
    settings: { renewal: false },
  });
  expect(await fakeBrowser.storage.session.get(null)).toStrictEqual({});
});

test('reading where nothing is stored creates nothing', async () => {
  await startVault().refreshToken(ACCOUNT);
  await startVault().forgetOthers(null);

  expect(await indexedDB.databases()).toStrictEqual([]);
});

test('a secret prints as nothing', () => {
  const secret = new Secret('v3.abcdef');
  expect(`${String(secret)} ${JSON.stringify({ secret })}`).toBe('[secret] {"secret":"[secret]"}');
  expect(Object.values(secret)).toStrictEqual([]);
});

test.each([20, -20])(
  'an access token lasts as long as it did, once a clock that was %i days off is put right',
  async (daysAhead) => {
    const by = -daysAhead * 86_400_000;
    await startVault().store(tokens());
    await startVault().correct(by, now);
    now += by;

    now += 58 * 60_000;
    expect((await startVault().accessToken(ACCOUNT))?.reveal()).toBe('the-access-token');
    now += 2 * 60_000;
    expect(await startVault().accessToken(ACCOUNT)).toBeNull();
  },
);

test('an access token of before the clock was wrong is left as it was', async () => {
  await startVault().store(tokens());
  await startVault().correct(-20 * 86_400_000, 20 * 86_400_000);

  expect((await startVault().accessToken(ACCOUNT))?.reveal()).toBe('the-access-token');
});
