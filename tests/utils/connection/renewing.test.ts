import { beforeEach, describe, expect, test } from 'vitest';
import { Renewing } from '@/utils/connection/renewing';
import type { Connected } from '@/utils/domain/connection/connection';
import { FailureError } from '@/utils/domain/failure';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { aConnected, aTokenLife } from '../../support/connections';
import { FakeSony } from '../../support/fake-sony';
import { FakeRecord, FakeVault, newLocks } from '../../support/fake-worker-storage';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let sony: FakeSony;
let vault: FakeVault;
let record: FakeRecord;
let settings = DEFAULT_SETTINGS;
let renewing: Renewing;

beforeEach(() => {
  sony = new FakeSony();
  sony.session = { state: 'signed-in', endsAt: 60 * DAY };
  vault = new FakeVault();
  record = new FakeRecord();
  record.current = aConnected();
  settings = DEFAULT_SETTINGS;
  renewing = new Renewing({
    session: sony,
    tokens: sony,
    vault,
    record,
    settings: { read: () => Promise.resolve(settings) },
    exclusively: newLocks(),
    now: () => sony.now,
  });
});

function connection(): Connected {
  if (record.current.phase !== 'connected') throw new Error('Not connected any more.');
  return record.current;
}

test('a day later the living session gives a token that lasts a day longer', async () => {
  sony.now = DAY;

  await renewing.renew();

  expect(connection().tokenLife).toStrictEqual({
    grant: 10 * DAY,
    refreshTokenEndsAt: 11 * DAY,
    provedAt: DAY,
    session: { state: 'alive', endsAt: 60 * DAY, seenAt: DAY, aliveAt: DAY },
  });
  expect(vault.stored.get(sony.accountId)?.refreshToken.reveal()).toMatch(/^refresh/);
});

test('a check that lies ahead is of a clock that was put right: the next one is due', async () => {
  sony.now = DAY;
  record.current = aConnected({
    tokenLife: aTokenLife({ session: { state: 'alive', endsAt: 60 * DAY, seenAt: 365 * DAY } }),
  });

  await renewing.renewIfDue();

  expect(connection().tokenLife.session.seenAt).toBe(DAY);
});

test('an hour later it is not worth an exchange', async () => {
  sony.now = HOUR;

  await renewing.renew();

  expect(sony.exchanges).toBe(0);
  expect(connection().tokenLife.session).toStrictEqual({
    state: 'alive',
    endsAt: 60 * DAY,
    seenAt: HOUR,
    aliveAt: HOUR,
  });
});

test('a new sign-in with more time is taken, once it is known to be the same account', async () => {
  sony.now = 30 * DAY;
  record.current = aConnected({
    tokenLife: aTokenLife({ refreshTokenEndsAt: 35 * DAY, grant: 60 * DAY }),
  });
  sony.session = { state: 'signed-in', endsAt: 90 * DAY };
  sony.grant = 60 * DAY;

  await renewing.renewAtOnce('automatic');

  expect(connection().tokenLife).toMatchObject({
    refreshTokenEndsAt: 90 * DAY,
    session: { state: 'alive', endsAt: 90 * DAY },
  });
});

describe('another account in the browser', () => {
  beforeEach(() => {
    sony.accountId = '1111111111111111111';
    sony.now = 5 * DAY;
    sony.session = { state: 'signed-in', endsAt: 65 * DAY };
  });

  test('is said, not taken', async () => {
    await renewing.renew();

    expect(connection()).toMatchObject({
      accountId: '2721516955383551246',
      tokenLife: { refreshTokenEndsAt: 10 * DAY, session: { state: 'other-account' } },
    });
    expect(vault.stored.size).toBe(0);
  });

  test('is not asked for a code again and again', async () => {
    await renewing.renew();
    sony.now = 6 * DAY;
    await renewing.renew();

    expect(sony.exchanges).toBe(1);
  });
});

test('a worse session is left alone', async () => {
  sony.now = 5 * DAY;
  sony.session = { state: 'signed-in', endsAt: 8 * DAY };

  await renewing.renew();

  expect(sony.exchanges).toBe(0);
  expect(connection().tokenLife).toMatchObject({
    refreshTokenEndsAt: 10 * DAY,
    session: { state: 'unknown', endsAt: 8 * DAY },
  });
});

test('a connection that Sony broke is got back from the living session', async () => {
  record.current = aConnected({ failure: { cause: 'token-refused' } });
  sony.now = HOUR;

  await renewing.renew();

  expect(connection().failure).toBeNull();
  expect(sony.exchanges).toBe(1);
});

test('getting it back says whether the connection works again', async () => {
  record.current = aConnected({ failure: { cause: 'token-refused' } });
  expect(await renewing.restore()).toBe(true);

  record.current = aConnected({ failure: { cause: 'token-refused' } });
  sony.session = { state: 'signed-out' };
  expect(await renewing.restore()).toBe(false);
});

test.each(['check', 'fetchCode', 'exchange'] as const)(
  'a %s that fails loses nothing, and waits for the next occasion',
  async (call) => {
    sony.now = DAY;
    sony.failures = { [call]: [{ cause: 'sony-down' }] };

    await renewing.renew();

    expect(connection()).toMatchObject({
      failure: null,
      tokenLife: { refreshTokenEndsAt: 10 * DAY, session: { state: 'alive' } },
    });
    expect(vault.stored.size).toBe(0);

    sony.now = DAY + HOUR;
    await renewing.renewIfDue();
    expect(connection().tokenLife.refreshTokenEndsAt).toBe(11 * DAY + HOUR);
  },
);

test('a session that Sony will not renew from counts no longer', async () => {
  sony.now = DAY;
  sony.failures = { fetchCode: [{ cause: 'account-attention' }] };

  await renewing.renew();

  expect(connection()).toMatchObject({
    failure: null,
    tokenLife: { session: { state: 'refused' } },
  });
});

test('a later sign-in is tried at once, however little it adds: nobody else can tell whose it is', async () => {
  sony.now = HOUR;
  sony.session = { state: 'signed-in', endsAt: 60 * DAY + HOUR };

  await renewing.renewAtOnce('automatic');

  expect(connection().tokenLife.session).toMatchObject({
    state: 'alive',
    endsAt: 60 * DAY + HOUR,
  });
});

test('a grant that its session cut short says nothing of the next session', async () => {
  record.current = aConnected({
    tokenLife: aTokenLife({
      grant: DAY,
      refreshTokenEndsAt: DAY,
      session: { state: 'alive', endsAt: DAY, seenAt: 0 },
    }),
  });
  sony.now = HOUR;

  await renewing.renewAtOnce('automatic');

  expect(connection().tokenLife).toMatchObject({ session: { state: 'alive', endsAt: 60 * DAY } });
});

test('a session that was not shown when connecting is found out about later', async () => {
  record.current = aConnected({
    tokenLife: aTokenLife({ session: { state: 'alive', endsAt: null, seenAt: 0 } }),
  });
  sony.now = HOUR;

  await renewing.renew();

  expect(connection().tokenLife.session).toMatchObject({ state: 'alive', endsAt: 60 * DAY });
});

test('nothing is looked at where the player switched it off', async () => {
  settings = { ...DEFAULT_SETTINGS, renewal: false };
  sony.now = DAY;

  await renewing.renew();
  await renewing.renewAtOnce('automatic');
  expect(sony.looks).toBe(0);
});

test('storage that fails says nothing of the sign-in', async () => {
  sony.now = DAY;
  vault.store = () => Promise.reject(new FailureError({ cause: 'storage-full' }));

  await renewing.renew();

  expect(connection().tokenLife.session.state).toBe('alive');
});

test('where tokens cannot be stored none are asked for, and the next check is in an hour', async () => {
  sony.now = DAY;
  vault.prove = () => Promise.reject(new FailureError({ cause: 'storage-damaged' }));

  for (let minute = 0; minute < 59; minute++) {
    await renewing.renewIfDue();
    sony.now += 60_000;
  }

  expect(sony.exchanges).toBe(0);
  expect(sony.looks).toBe(1);
});

test('a session that Sony refused is not exchanged again by itself, and is where the player asks', async () => {
  record.current = aConnected({ failure: { cause: 'token-refused' } });
  const refuse = () => Array.from({ length: 9 }, () => ({ cause: 'not-signed-in' as const }));
  sony.failures = { fetchCode: refuse() };
  for (let times = 0; times < 5; times++) await renewing.renewAtOnce('automatic');
  expect(sony.failures.fetchCode).toHaveLength(8);

  sony.failures = {};
  await renewing.renewAtOnce('player');
  expect(connection().failure).toBeNull();
});

test('a check that was made a moment ago is not repeated, unless somebody signed in since', async () => {
  sony.now = 5_000;

  await renewing.renew();
  expect(sony.looks).toBe(0);

  await renewing.renewAtOnce('automatic');
  expect(sony.looks).toBe(1);
});

test('looks by itself once a day', async () => {
  sony.now = DAY - 1;
  await renewing.renewIfDue();
  expect(sony.looks).toBe(0);

  sony.now = DAY;
  await renewing.renewIfDue();
  expect(sony.looks).toBe(1);
});
