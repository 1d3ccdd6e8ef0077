import { beforeEach, describe, expect, test } from 'vitest';
import type { Renewing } from '@/utils/connection/renewing';
import type { Connected, Session } from '@/utils/domain/connection/connection';
import { aConnected, aTokenLife } from '../../support/connections';
import { ConnectionScene } from '../../support/connection-scene';
import type { FakeSony } from '../../support/fake-sony';
import type { FakeRecord } from '../../support/fake-worker-storage';
import { aLivingSession } from '../../support/living-session';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const REFUSED = { cause: 'account-attention' } as const;

describe('a later sign-in that Sony refuses', () => {
  let sony: FakeSony;
  let record: FakeRecord;
  let renewing: Renewing;

  beforeEach(() => {
    ({ sony, record, renewing } = aLivingSession());
    sony.now = 2 * DAY;
    sony.session = { state: 'signed-in', endsAt: 65 * DAY };
    sony.failures = { fetchCode: Array.from({ length: 9 }, () => REFUSED) };
  });

  function session(): Session {
    return (record.current as Connected).tokenLife.session;
  }

  test.each([
    ['looked at', () => renewing.renewAtOnce('automatic')],
    ['needed', () => renewing.recover('automatic')],
  ])('is tried once a day, however often it is looked at (first %s)', async (_, first) => {
    await first();
    for (let looks = 0; looks < 3; looks++) {
      sony.now += HOUR;
      await renewing.renewAtOnce('automatic');
    }
    expect(session()).toMatchObject({ state: 'refused', endsAt: 65 * DAY });
    expect(sony.codesAsked).toBe(1);

    sony.now += DAY;
    await renewing.renewIfDue();
    expect(sony.codesAsked).toBe(2);
  });

  test.each([
    ['looked at', () => renewing.renewAtOnce('automatic')],
    ['needed', () => renewing.recover('automatic')],
  ])('is noted once (%s)', async (_, first) => {
    record.history.length = 0;
    await first();
    const states = record.history.map((each) => (each as Connected).tokenLife.session.state);
    expect(states.filter((state) => state === 'refused')).toHaveLength(1);
  });

  test('is tried at once where the player asks', async () => {
    await renewing.renewAtOnce('automatic');
    sony.failures = {};
    await renewing.renewAtOnce('player');
    expect(session()).toMatchObject({ state: 'alive', endsAt: 65 * DAY });
  });

  test('is tried with another code first, where it was the code that Sony refused', async () => {
    sony.failures = { exchange: [{ cause: 'code-refused' }] };
    await renewing.renewAtOnce('automatic');
    expect(session()).toMatchObject({ state: 'alive', endsAt: 65 * DAY });
  });

  test.each(['code-refused', 'sign-in-pause'] as const)(
    'is refused by one code where another one is none (%s)',
    async (cause) => {
      sony.failures = { exchange: [{ cause: 'code-refused' }, { cause }] };
      await renewing.renewAtOnce('automatic');
      expect(session()).toMatchObject({ state: 'refused', endsAt: 65 * DAY });
      expect(sony.codesAsked).toBe(2);
    },
  );

  test('is none where the fault is ours', async () => {
    sony.failures = { fetchCode: [{ cause: 'unexpected' }] };
    const known = session();
    await renewing.renewAtOnce('automatic');
    expect(session()).toStrictEqual({ ...known, checkAt: sony.now + HOUR });
  });

  test('is no other account’s, nor unknown, a day later: it stays refused', async () => {
    const refused = { state: 'refused', endsAt: 8 * DAY, seenAt: 0 } as const;
    record.current = aConnected({ tokenLife: aTokenLife({ session: refused }) });
    sony.session = { state: 'signed-in', endsAt: 8 * DAY };
    await renewing.renewIfDue();
    expect(session()).toMatchObject({ state: 'refused', seenAt: 2 * DAY });
    expect(sony.codesAsked).toBe(0);
  });
});

describe('a refused sign-in of which the player wants more time', () => {
  let scene: ConnectionScene;

  beforeEach(() => {
    scene = new ConnectionScene();
    const session = { state: 'refused', endsAt: 65 * DAY, seenAt: 0 } as const;
    scene.record.current = aConnected({ tokenLife: aTokenLife({ session }) });
    scene.sony.session = { state: 'signed-in', endsAt: 65 * DAY };
  });

  const WORKS = {
    ...{ phase: 'connected', renewal: null, refused: null },
    tokenLife: { session: { state: 'alive', endsAt: 65 * DAY } },
  };

  test('is tried in the click, and needs no page where Sony takes it by now', async () => {
    await scene.ask('sign-in');
    expect(scene.seen).toStrictEqual([]);
    expect(scene.record.current).toMatchObject(WORKS);
  });

  test.each(['account-attention', 'not-signed-in', 'answer-not-understood'] as const)(
    'has Sony’s page shown where Sony still refuses it (%s), and goes on once it takes the same one',
    async (cause) => {
      scene.sony.failures = { fetchCode: [{ cause, status: 400 }] };
      await scene.ask('sign-in');
      expect(scene.seen).toStrictEqual(['sign-in page']);
      expect(scene.record.current).toMatchObject({ renewal: { step: 'sign-in' } });

      scene.now += HOUR / 60;
      await scene.endSignIn();
      expect(scene.record.current).toMatchObject(WORKS);
      expect(scene.hasAlarm).toBe(false);
    },
  );

  test('is not said to be nobody’s where Sony goes on refusing it', async () => {
    scene.sony.failures = { fetchCode: Array.from({ length: 99 }, () => REFUSED) };
    await scene.askAndLeave('sign-in');
    expect(scene.record.current).toMatchObject({
      ...{ renewal: null, refused: null },
      tokenLife: { session: { state: 'refused' } },
    });
  });

  test('says why where Sony could not be asked', async () => {
    scene.sony.failures = { fetchCode: [{ cause: 'offline' }] };
    await scene.ask('sign-in');
    expect(scene.seen).toStrictEqual([]);
    expect(scene.record.current).toMatchObject({ renewal: null, refused: { cause: 'offline' } });
  });
});
