import { expect, test } from 'vitest';
import { Secret } from '@/utils/domain/connection/secret';
import { badgeOf } from '@/utils/domain/connection/badge';
import { withClockMoved, zoneIn } from '@/utils/domain/connection/token-life';
import { aConnected, aTokenLife } from '../../support/connections';
import { ConnectionScene } from '../../support/connection-scene';

const DAY = 86_400_000;
const START = 100 * DAY;

test.each([20, -20])(
  'a first connection by a clock that is %i days off is right once two answers agree',
  async (daysAhead) => {
    const scene = new ConnectionScene();
    const by = -daysAhead * DAY;
    scene.now = START - by;
    scene.pasted = new Secret(scene.sony.npsso);
    scene.sony.now = scene.now;
    const player = scene.sony.player.bind(scene.sony);
    // The profile's answer is the second one.
    scene.sony.player = (accountId) => {
      scene.record.current = withClockMoved(scene.record.current, by, scene.now);
      scene.now += by;
      return player(accountId);
    };
    await scene.ask('paste');

    const { current } = scene.record;
    if (current.phase !== 'connected') throw new Error(current.phase);
    const left = current.tokenLife.refreshTokenEndsAt - scene.now;
    expect(left).toBeGreaterThan(9.9 * DAY);
    expect(left).toBeLessThanOrEqual(10 * DAY);
    expect(current.tokenLife.provedAt).toBeLessThanOrEqual(scene.now);
    expect(zoneIn(current, true, scene.now)).toBe('amber');
    const standing = { connection: current, renews: true, sync: { state: 'idle' } as const };
    expect(badgeOf({ ...standing, now: scene.now })).toMatchObject({ zone: 'amber', text: '10' });
  },
);

test('what was reckoned while the clock was right stays', () => {
  const session = { state: 'alive', endsAt: START + 60 * DAY, seenAt: START } as const;
  const connection = aConnected({ tokenLife: aTokenLife({ provedAt: START, session }) });
  for (const by of [20 * DAY, -20 * DAY]) {
    // This device's clock has leapt since, and Sony's answers take that back.
    expect(withClockMoved(connection, by, START - by)).toBe(connection);
  }
});

test('of a sign-in that was checked a moment ago the end moves, and nothing of the token before', () => {
  const end = START + 60 * DAY;
  const session = { state: 'alive', endsAt: end, seenAt: START, checkAt: START + DAY } as const;
  const connection = aConnected({ tokenLife: aTokenLife({ session }) });
  expect(withClockMoved(connection, -20 * DAY, START + 5_000)).toStrictEqual({
    ...connection,
    tokenLife: {
      ...connection.tokenLife,
      session: {
        state: 'alive',
        endsAt: START + 40 * DAY,
        seenAt: START - 20 * DAY,
        checkAt: START - 19 * DAY,
      },
    },
  });
});
