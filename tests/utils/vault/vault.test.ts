import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { DexieKeyStore } from '@/utils/database/key-store';
import { Secret } from '@/utils/domain/secret';
import { BrowserVault } from '@/utils/vault/vault';

const NEVER = new Promise<void>(() => undefined);
const ACCOUNT = '2721516955383551246';
const keys = new DexieKeyStore();
let now: number;

beforeEach(async () => {
  fakeBrowser.reset();
  await keys.erase();
  now = 0;
});

function startVault(): BrowserVault {
  return new BrowserVault(keys, () => now);
}

function tokens(refreshToken = 'the-refresh-token') {
  return {
    accountId: ACCOUNT,
    accessToken: new Secret('the-access-token'),
    accessTokenEndsAt: 3_600_000,
    refreshToken: new Secret(refreshToken),
    refreshTokenEndsAt: 864_000_000,
  };
}

test('a token that was kept is there for a later worker', async () => {
  await startVault().keepTokens(tokens());

  expect((await startVault().refreshToken(ACCOUNT))?.reveal()).toBe('the-refresh-token');
  expect((await startVault().accessToken(ACCOUNT))?.reveal()).toBe('the-access-token');
});

test('neither token can be read in what lasts', async () => {
  await startVault().keepTokens(tokens());

  const stored = JSON.stringify(await fakeBrowser.storage.local.get(null));
  expect(stored).not.toContain('the-refresh-token');
  expect(stored).not.toContain(btoa('the-refresh-token'));
  expect(stored).not.toContain('the-access-token');
});

test('each sealing has an IV of its own', async () => {
  const sealed = async (): Promise<unknown> => {
    await startVault().keepTokens(tokens());
    return (await fakeBrowser.storage.local.get('sealedRefreshToken'))['sealedRefreshToken'];
  };
  expect(await sealed()).not.toStrictEqual(await sealed());
});

test('another account gets nothing, nor does a row that was moved to it', async () => {
  await startVault().keepTokens(tokens());
  expect(await startVault().refreshToken('1')).toBeNull();

  const { sealedRefreshToken } = await fakeBrowser.storage.local.get('sealedRefreshToken');
  const moved = { ...(sealedRefreshToken as object), accountId: '1' };
  await fakeBrowser.storage.local.set({ sealedRefreshToken: moved });
  expect(await startVault().refreshToken('1')).toBeNull();
});

test.each([
  ['the half in storage', () => fakeBrowser.storage.local.remove('keyHalf')],
  ['the half in the database', () => keys.erase()],
  ['an intact half in storage', () => fakeBrowser.storage.local.set({ keyHalf: 'not base64' })],
  [
    'an intact row',
    () =>
      fakeBrowser.storage.local.set({
        sealedRefreshToken: { accountId: ACCOUNT, iv: 'AAAA', data: '!' },
      }),
  ],
])('without %s the token does not open, and nothing breaks', async (_, spoil) => {
  await startVault().keepTokens(tokens());

  await spoil();

  expect(await startVault().refreshToken(ACCOUNT)).toBeNull();
});

test('an access token is not handed out in its last minute', async () => {
  await startVault().keepTokens(tokens());

  now = 3_600_000 - 60_000;

  expect(await startVault().accessToken(ACCOUNT)).toBeNull();
});

test('erasing leaves nothing to open', async () => {
  await startVault().keepTokens(tokens());

  await startVault().erase();

  expect(await startVault().refreshToken(ACCOUNT)).toBeNull();
  expect(await fakeBrowser.storage.local.get(null)).toStrictEqual({});
  expect(await fakeBrowser.storage.session.get(null)).toStrictEqual({});
});

test('a secret prints as nothing', () => {
  const secret = new Secret('v3.abcdef');
  expect(`${String(secret)} ${JSON.stringify({ secret })}`).toBe('[secret] {"secret":"[secret]"}');
  expect(Object.values(secret)).toStrictEqual([]);
});

test('what else is stored survives the erasing, also where the worker dies in it', async () => {
  await fakeBrowser.storage.local.set({ settings: { renewal: false } });
  await startVault().keepTokens(tokens());

  const putBack = vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(() => NEVER);
  void startVault().erase();
  await vi.waitFor(() => expect(putBack).toHaveBeenCalled());
  putBack.mockRestore();
  expect(await fakeBrowser.storage.local.get(null)).toStrictEqual({});

  await startVault().finishWipe();
  expect(await fakeBrowser.storage.local.get(null)).toStrictEqual({
    settings: { renewal: false },
  });
});
