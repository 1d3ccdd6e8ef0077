import { beforeEach, expect, test } from 'vitest';
import type { Renewing } from '@/utils/connection/renewing';
import type { Connected } from '@/utils/domain/connection/connection';
import { aConnected, aTokenLife } from '../../support/connections';
import type { FakeSony } from '../../support/fake-sony';
import type { FakeRecord } from '../../support/fake-worker-storage';
import { aLivingSession } from '../../support/living-session';

const HOUR = 3_600_000;
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

test('a check that failed by a clock a year ahead puts the next off no further than a day', async () => {
  sony.now = 365 * DAY;
  sony.failures = { check: [{ cause: 'offline' }] };
  await renewing.renewIfDue();

  sony.now = 10 * HOUR;
  await renewing.renewIfDue();
  expect(connection().tokenLife.session.seenAt).toBe(10 * HOUR);
});

test('a check that fails where the last lies ahead is made again in an hour, not at every turn', async () => {
  sony.now = DAY;
  record.current = aConnected({
    tokenLife: aTokenLife({ session: { state: 'alive', endsAt: 60 * DAY, seenAt: 365 * DAY } }),
  });
  sony.failures = { check: [{ cause: 'offline' }] };
  for (let turn = 0; turn < 3; turn++) await renewing.renewIfDue();
  expect(sony.looks).toBe(1);
});

test('what Sony refused by a clock a year ahead is tried again once', async () => {
  sony.now = 2 * DAY;
  record.current = aConnected({
    tokenLife: aTokenLife({ session: { state: 'refused', endsAt: 60 * DAY, seenAt: 365 * DAY } }),
  });
  sony.failures = { fetchCode: [{ cause: 'not-signed-in' }] };
  for (let turn = 0; turn < 3; turn++) await renewing.renewAtOnce('automatic');
  expect(sony.codesAsked).toBe(1);
});

test.each(['check', 'fetchCode'] as const)(
  'a %s that has just failed is not made again by whoever else wants to know',
  async (call) => {
    sony.now = DAY;
    sony.failures = { [call]: [{ cause: 'offline' }] };
    await renewing.renewIfDue();
    await renewing.renew();
    expect(sony.looks).toBe(1);

    sony.now += 11_000;
    await renewing.renew();
    expect(connection().tokenLife.refreshTokenEndsAt).toBe(sony.now + 10 * DAY);
  },
);
