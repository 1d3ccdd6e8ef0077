import { beforeEach, describe, expect, test } from 'vitest';
import { Access } from '@/utils/connection/access';
import { FailureError, failureOf } from '@/utils/domain/failure';
import { Secret } from '@/utils/domain/connection/secret';
import { aConnected, aTokenLife } from '../../support/connections';
import { FakeSony } from '../../support/fake-sony';
import { FakeRecord, FakeVault, newLocks } from '../../support/fake-worker-storage';

let sony: FakeSony;
let vault: FakeVault;
let record: FakeRecord;
let access: Access;
let now = 0;

beforeEach(async () => {
  now = 5_000;
  sony = new FakeSony();
  vault = new FakeVault();
  record = new FakeRecord();
  const needs = {
    vault,
    tokens: sony,
    record,
    exclusively: newLocks(),
    now: () => now,
    recover: () => Promise.resolve(false),
  };
  access = new Access(needs, sony.accountId);
  await vault.store(await sony.refresh());
  sony.refreshes = 0;
  record.current = aConnected({
    tokenLife: aTokenLife({ provedAt: 0, refreshTokenEndsAt: 10_000 }),
  });
});

test('hands out the access token at hand', async () => {
  expect((await access.token()).reveal()).toBe('access-1');
  expect(sony.refreshes).toBe(0);
});

test('refreshes once for all who ask at the same time', async () => {
  vault.access.clear();

  const tokens = await Promise.all([access.token(), access.token(), access.token()]);

  expect(new Set(tokens.map((token) => token.reveal())).size).toBe(1);
  expect(sony.refreshes).toBe(1);
});

test('refreshes once where several calls were refused the same token', async () => {
  const refused = new Secret('access-1');

  await Promise.all([access.tokenInsteadOf(refused), access.tokenInsteadOf(refused)]);

  expect(sony.refreshes).toBe(1);
});

test('stores what Sony answers, and when it was proved', async () => {
  vault.access.clear();

  await access.token();

  expect(vault.stored.get(sony.accountId)?.refreshToken.reveal()).toBe('refresh-2');
  expect(record.current).toMatchObject({
    tokenLife: { provedAt: 5_000, refreshTokenEndsAt: 864_000_000 },
  });
});

test('a refused refresh token breaks the connection, and Sony is not asked again', async () => {
  vault.access.clear();
  sony.failures = { refresh: [{ cause: 'token-refused', during: 'refresh', status: 400 }] };

  await expect(access.token()).rejects.toThrow(FailureError);
  await expect(access.token()).rejects.toThrow('token-refused');

  expect(record.current).toMatchObject({
    phase: 'connected',
    failure: { cause: 'token-refused', status: 400 },
  });
  expect(sony.refreshes).toBe(0);
});

describe('a refresh token that has ended by the clock', () => {
  beforeEach(() => {
    vault.access.clear();
    record.current = aConnected({ tokenLife: aTokenLife({ refreshTokenEndsAt: 5_000 }) });
  });

  test('works where the clock is wrong: Sony is asked, and its answers set the clock right', async () => {
    expect((await access.token()).reveal()).toBe('access-2');

    expect(record.current).toMatchObject({
      failure: null,
      tokenLife: { provedAt: 5_000, refreshTokenEndsAt: 864_000_000 },
    });
  });

  test('has expired once Sony says so, and is not tried again', async () => {
    sony.failures = { refresh: [{ cause: 'token-refused', during: 'refresh', status: 400 }] };

    await expect(access.token()).rejects.toThrow('connection-expired');
    await expect(access.token()).rejects.toThrow('connection-expired');

    expect(record.current).toMatchObject({ failure: { cause: 'connection-expired', status: 400 } });
    expect(sony.refreshes).toBe(0);
  });

  test('breaks nothing where Sony cannot be asked', async () => {
    sony.failures = { refresh: [{ cause: 'no-answer' }] };

    await expect(access.token()).rejects.toThrow('no-answer');

    expect(record.current).toMatchObject({ failure: null });
  });
});

test('a refresh that fails for a passing reason breaks nothing', async () => {
  vault.access.clear();
  sony.failures = { refresh: [{ cause: 'sony-down' }] };

  expect(await access.token().catch(failureOf)).toMatchObject({ cause: 'sony-down' });
  expect(record.current).toMatchObject({ failure: null });

  now += 2 * 60_000;
  expect((await access.token()).reveal()).toBe('access-2');
});

test('a token that answers for another account is not taken', async () => {
  vault.access.clear();
  sony.accountId = '1111111111111111111';

  await expect(access.token()).rejects.toThrow('answer-not-understood');

  expect([...vault.stored.keys()]).not.toContain('1111111111111111111');
});

test('a token that is refused though it is new breaks the connection', async () => {
  await access.giveUp({ cause: 'token-refused', during: 'titles', status: 401 });

  expect(record.current).toMatchObject({ failure: { cause: 'token-refused', status: 401 } });
});

test('a token that does not open any more says so: Sony has nothing to do with it', async () => {
  await vault.forgetOthers(null);

  await expect(access.token()).rejects.toThrow('token-lost');

  expect(record.current).toMatchObject({ failure: { cause: 'token-lost' } });
});

test('what was begun for one account gets nobody else’s token, and breaks nobody else’s connection', async () => {
  const other = aConnected({ accountId: '1111111111111111111' });
  record.current = other;

  await expect(access.token()).rejects.toThrow('not-signed-in');
  await expect(access.tokenInsteadOf(new Secret('access-1'))).rejects.toThrow('not-signed-in');
  await access.giveUp({ cause: 'token-refused' });

  expect(record.current).toStrictEqual(other);
});
