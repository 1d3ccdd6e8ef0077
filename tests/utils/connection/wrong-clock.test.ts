import { beforeEach, describe, expect, test } from 'vitest';
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

/** The device's clock is put right a minute later. */
function putRight(scene: ConnectionScene, by: number): void {
  scene.now += 60_000;
  scene.record.current = withClockMoved(scene.record.current, by, scene.now);
  scene.now += by;
}

describe.each([20 * DAY, -20 * DAY])('once the clock is put right by %i ms', (by) => {
  let scene: ConnectionScene;
  /** When the sign-in at hand ends, by the right clock. */
  const END = START + 40 * DAY;
  const shown = (endsAt: number) => ({ state: 'signed-in', endsAt }) as const;

  beforeEach(() => {
    scene = new ConnectionScene();
    scene.now = START - by;
  });

  test('a question about a sign-in is still about that one', async () => {
    const end = START + 3 * DAY;
    scene.sony.session = shown(end - by);
    await scene.ask('connect');
    putRight(scene, by);
    expect(scene.record.current).toMatchObject({ phase: 'old-session', endsAt: end });

    scene.sony.session = shown(end);
    await scene.wake();
    expect(scene.record.current).toMatchObject({ phase: 'old-session', endsAt: end });
    expect(scene.sony.exchanges).toBe(0);
  });

  test('the sign-in that was to be left is no later one', async () => {
    scene.sony.session = shown(END - by);
    await scene.ask('start-fresh');
    putRight(scene, by);
    scene.sony.session = shown(END);
    await scene.wake();
    expect(scene.record.current).toMatchObject({ phase: 'signing-out', laterThan: END });

    scene.sony.session = { state: 'signed-out' };
    await scene.wake();
    const since = scene.now;
    expect(scene.record.current).toMatchObject({ phase: 'waiting-for-sign-in', laterThan: END });
    putRight(scene, DAY);
    expect(scene.record.current).toMatchObject({ since: since + DAY, laterThan: END + DAY });
  });

  test('nor is somebody else’s for a connection that is to have more time', () => {
    const renewal = {
      step: 'sign-out',
      since: scene.now,
      laterThan: END - by,
      isShown: true,
    } as const;
    scene.record.current = aConnected({ renewal });
    putRight(scene, by);

    expect(scene.record.current).toMatchObject({ renewal: { since: START, laterThan: END } });
  });
});
