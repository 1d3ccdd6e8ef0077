import { expect, test } from 'vitest';
import type { Connected, Session } from '@/utils/domain/connection/connection';
import { withEndTold, withTokenAnswered, withTry } from '@/utils/domain/connection/recovery';
import { knownZone } from '@/utils/domain/connection/warning';
import type { Cause } from '@/utils/domain/failure';
import { MINUTE } from '@/utils/domain/time-units';
import { aConnected, aTokenLife } from '../../../support/connections';

const DAY = 24 * 60 * MINUTE;

/** A token that Sony refuses, and so many tries at the sign-in after it, each in its time. */
function refused(cause: Cause, state: Session['state'], tries: number): Connected {
  const session = { state, endsAt: 60 * DAY, seenAt: 0 };
  const connection = aConnected({ tokenLife: aTokenLife({ session }) });
  let lost = withEndTold(withTokenAnswered(connection, null, { cause }, 0), 0);
  for (let n = 1; n < tries; n++) lost = withTry(lost, lost.recovery!.nextAt);
  return lost;
}

test.each(['token-refused', 'connection-expired', 'token-replaced', 'token-lost'] as const)(
  'of %s nobody is told while a living sign-in may still give it back',
  (cause) => {
    const zones = [1, 2, 3].map((tries) => knownZone(refused(cause, 'alive', tries), true, 0));
    expect(zones).toStrictEqual([null, null, 'expired']);
  },
);

test('where nothing gives it back it is told of at once', () => {
  expect(knownZone(refused('token-refused', 'alive', 1), false, 0)).toBe('expired');
  for (const state of ['signed-out', 'refused', 'other-account', 'unknown'] as const)
    expect(knownZone(refused('token-refused', state, 1), true, 0)).toBe('expired');
  const failure = { cause: 'terms-to-accept' } as const;
  expect(knownZone({ ...refused('token-refused', 'alive', 1), failure }, true, 0)).toBe('expired');
});

test('access that is refused mostly passes after a while, and is no end', () => {
  expect(knownZone(aConnected({ failure: { cause: 'access-refused' } }), true, 0)).toBeNull();
});

test('what is over by the clock alone is for Sony to say', () => {
  const tokenLife = aTokenLife({ refreshTokenEndsAt: 10 * DAY });
  const zones = [0, 10 * DAY - 1, 10 * DAY, 70 * DAY].map((now) =>
    knownZone(aConnected({ tokenLife }), false, now),
  );
  expect(zones).toStrictEqual(['amber', 'red', null, null]);
});
