import { beforeEach, describe, expect, test } from 'vitest';
import type { Renewing } from '@/utils/connection/renewing';
import { isAllWell } from '@/utils/domain/connection/all-well';
import type { Connected } from '@/utils/domain/connection/connection';
import { withClockMoved } from '@/utils/domain/connection/token-life';
import { dueAlarms } from '@/utils/domain/due-alarms';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { aConnected, aTokenLife } from '../../support/connections';
import type { FakeSony } from '../../support/fake-sony';
import type { FakeRecord } from '../../support/fake-worker-storage';
import { aLivingSession } from '../../support/living-session';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let sony: FakeSony;
let record: FakeRecord;
let renewing: Renewing;

beforeEach(() => {
  ({ sony, record, renewing } = aLivingSession());
});

function connection(): Connected {
  if (record.current.phase !== 'connected') throw new Error('Not connected any more.');
  return record.current;
}

describe('a sign-in that is gone from one look to the next', () => {
  beforeEach(async () => {
    sony.now = DAY;
    await renewing.renew();
    sony.now = 2 * DAY;
    sony.session = { state: 'signed-out' };
    await renewing.renewIfDue();
  });

  test('is looked at again before that is believed: Sony says so in an outage, too', async () => {
    expect(isAllWell(standing())).toBe(true);
    expect(dueAlarms(connection(), DEFAULT_SETTINGS, null, sony.now).renewal).toBe(
      2 * DAY + 2 * MINUTE,
    );

    sony.session = { state: 'signed-in', endsAt: 60 * DAY };
    sony.now += 2 * MINUTE;
    await renewing.renewIfDue();
    expect(connection().tokenLife.session).toStrictEqual({
      state: 'alive',
      endsAt: 60 * DAY,
      seenAt: sony.now,
      aliveAt: sony.now,
    });
  });

  test('is said to be gone two minutes later, and the token that still works is kept', async () => {
    sony.now += 2 * MINUTE;
    await renewing.renewIfDue();

    expect(connection()).toMatchObject({
      failure: null,
      tokenLife: { session: { state: 'signed-out', aliveAt: DAY } },
    });
    expect(isAllWell(standing())).toBe(false);
  });

  test('is the same look within a minute, whoever wakes, and waits no longer for it', async () => {
    for (const wait of [5_000, 15_000, 30_000]) {
      sony.now += wait;
      await renewing.renew();
    }
    expect(connection().tokenLife.session.state).toBe('alive');
    expect(dueAlarms(connection(), DEFAULT_SETTINGS, null, sony.now).renewal).toBe(
      2 * DAY + 2 * MINUTE,
    );
    expect(sony.looks).toBe(4);
  });

  test('is not believed for an answer that did not come between', async () => {
    sony.now += 2 * MINUTE;
    sony.failures = { check: [{ cause: 'offline' }] };
    await renewing.renewIfDue();
    expect(connection().tokenLife.session.state).toBe('alive');

    sony.now += HOUR;
    await renewing.renewIfDue();
    expect(connection().tokenLife.session.state).toBe('signed-out');
  });

  test('is looked for ever more seldom, and found again by itself', async () => {
    const looks: number[] = [];
    for (let minute = 0; minute < 3 * 24 * 60; minute++) {
      const before = sony.looks;
      sony.now += MINUTE;
      await renewing.renewIfDue();
      if (sony.looks > before) looks.push((sony.now - 2 * DAY) / MINUTE);
    }
    expect(looks).toStrictEqual([2, 62, 124, 248, 496, 992, 1984, 3424]);

    sony.session = { state: 'signed-in', endsAt: 60 * DAY };
    sony.now += DAY;
    await renewing.renewIfDue();
    expect(connection().tokenLife.session).toMatchObject({ state: 'alive' });
  });

  test('is the same one once Sony names it again', async () => {
    sony.now += 2 * MINUTE;
    await renewing.renewIfDue();
    expect(connection().tokenLife.session.state).toBe('signed-out');

    sony.session = { state: 'signed-in', endsAt: 60 * DAY };
    sony.now += HOUR;
    await renewing.renewIfDue();
    expect(connection().tokenLife.session.state).toBe('alive');
    expect(isAllWell(standing())).toBe(true);
  });

  test.each([
    ['checked', () => renewing.renewIfDue()],
    ['needed', () => renewing.recover('automatic')],
  ])('counts from anew once somebody is named, whatever comes of it (%s)', async (_, look) => {
    sony.now += 2 * MINUTE;
    sony.session = { state: 'signed-in', endsAt: 60 * DAY };
    sony.failures = { fetchCode: [{ cause: 'sony-down' }] };
    await look();
    expect(sony.codesAsked).toBe(2);
    expect(connection().tokenLife.session).not.toHaveProperty('goneSince');

    sony.now += HOUR;
    sony.session = { state: 'signed-out' };
    await renewing.renewIfDue();
    expect(connection().tokenLife.session.state).toBe('alive');
  });

  test('is looked at once by a browser that starts', async () => {
    sony.now += 6 * HOUR;
    await renewing.renewIfDue();
    sony.now += HOUR * 6;
    const before = sony.looks;
    await renewing.renewIfDue();
    await renewing.renew();
    expect(sony.looks).toBe(before + 1);
  });

  test.each([5, -5])(
    'is not believed sooner, nor looked at more often, where the clock is put right by %i hours',
    async (hours) => {
      const end = connection().tokenLife.session.endsAt;
      const before = sony.now;
      sony.now += hours * HOUR;
      record.current = withClockMoved(record.current, hours * HOUR, before);
      const looks = sony.looks;
      await renewing.renewIfDue();
      expect(sony.looks).toBe(looks);
      expect(connection().tokenLife.session.endsAt).toBe(end);

      sony.now += 2 * MINUTE;
      await renewing.renewIfDue();
      expect(sony.looks).toBe(looks + 1);
      expect(connection().tokenLife.session.state).toBe('signed-out');
    },
  );

  test('is not taken for the player’s where it was somebody else’s', async () => {
    record.current = aConnected({
      tokenLife: aTokenLife({
        refreshTokenEndsAt: 12 * DAY,
        session: { state: 'other-account', endsAt: 50 * DAY, seenAt: 0, aliveAt: 0 },
      }),
    });
    for (const wait of [0, 2 * MINUTE]) {
      sony.now += wait;
      await renewing.renewAtOnce('automatic');
    }
    sony.session = { state: 'signed-in', endsAt: 50 * DAY };
    sony.accountId = '1111111111111111111';
    await renewing.renewAtOnce('automatic');

    expect(connection().tokenLife.session.state).not.toBe('alive');
  });

  test.each([
    ['the page says so on which the player signs out', 'page', {}],
    [
      'the player is about to sign out',
      'automatic',
      { renewal: { step: 'sign-out', since: 0, laterThan: null, isShown: true } },
    ],
    ['Sony has ended the connection too', 'automatic', { failure: { cause: 'token-refused' } }],
  ] as const)('is believed at once where %s', async (_, asker, said) => {
    record.current = aConnected({ ...said, tokenLife: aTokenLife() });
    await renewing.renewAtOnce(asker);

    expect(connection().tokenLife.session.state).toBe('signed-out');
  });

  function standing() {
    return {
      connection: connection(),
      renews: true,
      sync: { state: 'idle' as const },
      asked: null,
      now: sony.now,
    };
  }
});

test('a sign-in that is there again after an outage gets the connection back at once, and is not tried at each look', async () => {
  sony.now = DAY;
  const failure = { cause: 'token-refused' } as const;
  const session = { state: 'signed-out', endsAt: 60 * DAY, seenAt: DAY, aliveAt: DAY / 2 } as const;
  const broken = aConnected({
    failure,
    recovery: { token: 'spent', failure, tries: 8, nextAt: DAY + 6 * HOUR },
    tokenLife: aTokenLife({ session }),
  });
  sony.now += HOUR;
  record.current = broken;
  await renewing.renewAtOnce('automatic');
  expect(connection()).toMatchObject({ failure: null, tokenLife: { session: { state: 'alive' } } });

  record.current = broken;
  sony.codesAsked = 0;
  sony.failures = { fetchCode: Array.from({ length: 9 }, () => ({ cause: 'sony-down' as const })) };
  for (let looks = 0; looks < 3; looks++) await renewing.renewAtOnce('automatic');
  expect(sony.codesAsked).toBe(1);
  expect(connection()).toMatchObject({ failure, tokenLife: { session: { state: 'alive' } } });
});

test('a sign-in that was never seen has not gone: nobody is signed in, and it is looked at once a day', async () => {
  sony.now = DAY;
  sony.session = { state: 'signed-out' };
  record.current = aConnected({
    tokenLife: aTokenLife({ session: { state: 'unknown', endsAt: null, seenAt: 0 } }),
  });

  await renewing.renewIfDue();

  expect(connection().tokenLife).toMatchObject({
    refreshTokenEndsAt: 10 * DAY,
    session: { state: 'signed-out', seenAt: DAY },
  });
});
