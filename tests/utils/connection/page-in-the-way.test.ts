import { beforeEach, describe, expect, test } from 'vitest';
import type { Renewing } from '@/utils/connection/renewing';
import { lostSignIn } from '@/utils/domain/connection/all-well';
import type { Connected } from '@/utils/domain/connection/connection';
import type { Failure } from '@/utils/domain/failure';
import { aConnected } from '../../support/connections';
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
  sony.now = DAY;
});

function connection(): Connected {
  return record.current as Connected;
}

describe.each<[string, Failure]>([
  ['a page', { cause: 'answer-not-understood', status: 200 }],
  ['a way to elsewhere', { cause: 'answer-not-understood' }],
  ['half of an answer', { cause: 'no-answer', status: 200 }],
])('%s in the way', (_, failure) => {
  test.each(['check', 'fetchCode', 'exchange'] as const)(
    'of a %s says nothing of the sign-in, and is tried again within the hour',
    async (call) => {
      sony.failures = { [call]: [failure] };
      await renewing.renew();
      expect(lostSignIn(connection().tokenLife.session)).toBeNull();
      expect(connection().tokenLife.session.state).toBe('alive');

      sony.now += HOUR;
      await renewing.renewIfDue();
      expect(connection().tokenLife.refreshTokenEndsAt).toBe(11 * DAY + HOUR);
    },
  );

  test('of a look at the sign-in keeps nobody from getting the connection back by it', async () => {
    record.current = aConnected({ failure: { cause: 'connection-expired' } });
    sony.now = 11 * DAY;
    sony.failures = { check: [failure] };

    expect(await renewing.recover('automatic')).toBe(true);
    expect(connection().failure).toBeNull();
  });

  test('of a look brings back no sign-in that was seen to be over', async () => {
    const { tokenLife } = aConnected();
    const session = { ...tokenLife.session, state: 'signed-out' as const };
    record.current = aConnected({
      failure: { cause: 'connection-expired' },
      tokenLife: { ...tokenLife, session },
    });
    sony.failures = { check: [failure] };

    expect(await renewing.recover('automatic')).toBe(false);
    expect(sony.codesAsked).toBe(0);
  });
});

test('an answer that Sony gives in another way than we know is not asked for every hour', async () => {
  sony.failures = { check: [{ cause: 'answer-not-understood', status: 200, fields: ['npsso'] }] };
  await renewing.renew();
  expect(connection().tokenLife.session.state).toBe('refused');
});

test.each(['check', 'fetchCode', 'exchange'] as const)(
  'whom the edge turns away at a %s is told nothing of the sign-in, and is back a day later',
  async (call) => {
    sony.failures = { [call]: [{ cause: 'edge-block', status: 403 }] };
    await renewing.renew();
    expect(connection().tokenLife.session.state).toBe('alive');

    sony.now += HOUR;
    await renewing.renewIfDue();
    expect(connection().tokenLife.refreshTokenEndsAt).toBe(10 * DAY);

    sony.now += DAY;
    await renewing.renewIfDue();
    expect(connection().tokenLife.refreshTokenEndsAt).toBe(12 * DAY + HOUR);
  },
);

test('whom the edge turns away has seen nobody, and keeps what was seen before', async () => {
  await renewing.renew();
  sony.now = 2 * DAY;
  sony.session = { state: 'signed-out' };
  await renewing.renewIfDue();
  const seen = connection().tokenLife.session;
  expect(seen).toMatchObject({ state: 'alive', aliveAt: DAY, goneSince: 2 * DAY });

  sony.now += HOUR;
  sony.failures = { check: [{ cause: 'edge-block', status: 403 }] };
  await renewing.renewIfDue();
  expect(connection().tokenLife.session).toStrictEqual({ ...seen, checkAt: sony.now + DAY });
});

test('a later sign-in that the edge turns away is not taken for the one that was known', async () => {
  sony.session = { state: 'signed-in', endsAt: 65 * DAY };
  sony.failures = { fetchCode: [{ cause: 'edge-block', status: 403 }] };
  const { session } = connection().tokenLife;
  await renewing.renewAtOnce('automatic');
  expect(connection().tokenLife.session).toStrictEqual({ ...session, checkAt: sony.now + DAY });
});
