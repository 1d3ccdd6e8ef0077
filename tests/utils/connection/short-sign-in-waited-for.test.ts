import { beforeEach, describe, expect, test } from 'vitest';
import { aConnected, aTokenLife } from '../../support/connections';
import { ConnectionScene, NEW_SESSION } from '../../support/connection-scene';
import { MortalWorker } from '../../support/mortal-worker';

let scene: ConnectionScene;

beforeEach(() => {
  scene = new ConnectionScene();
});

describe('a sign-in that ends soon, where one was waited for', () => {
  beforeEach(() => {
    scene.sony.session = { state: 'signed-out' };
  });

  test.each(['sign-in', 'late-sign-in', 'automatic'] as const)(
    'is asked about before Sony is asked for a code (%s)',
    async (asker) => {
      await scene.ask('connect');
      scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 6 };
      await scene.endSignIn(asker);
      scene.now += 60_000;
      await scene.endSignIn(asker);

      expect(scene.record.current).toMatchObject({ phase: 'old-session', endsAt: NEW_SESSION / 6 });
      expect(scene.sony).toMatchObject({ codesAsked: 0, exchanges: 0 });
      expect(scene.hasAlarm).toBe(false);
      // From Sony's page to where it is asked.
      expect(scene.seen).toStrictEqual(['sign-in page', 'library']);

      await scene.ask('connect-anyway');
      expect(scene.record.current).toMatchObject({ phase: 'connected', failure: null });
    },
  );

  test('is so too after a sign-out for a new one, and where what Sony wanted first is done', async () => {
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 30 };
    await scene.ask('start-fresh');
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 6 };
    await scene.wake();
    expect(scene.record.current).toMatchObject({ phase: 'old-session', endsAt: NEW_SESSION / 6 });

    await scene.ask('cancel');
    scene.sony.session = { state: 'signed-out' };
    await scene.ask('connect');
    await scene.endSignIn('late-sign-in');
    expect(scene.record.current).toMatchObject({ wanted: { cause: 'profile-unfinished' } });
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 6 };
    scene.now += 60_000;
    await scene.endSignIn();
    expect(scene.record.current.phase).toBe('old-session');
    expect(scene.sony.codesAsked).toBe(0);
  });

  test('gives back a connection that does not work any more without a question', async () => {
    const session = { state: 'signed-out', endsAt: null, seenAt: 0 } as const;
    const failure = { cause: 'token-refused' } as const;
    scene.record.current = aConnected({ failure, tokenLife: aTokenLife({ session }) });
    await scene.ask('sign-in');
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 6 };
    await scene.endSignIn();

    expect(scene.record.current).toMatchObject({ phase: 'connected', failure: null });
  });

  test('is given up for another fresh start as often as that is chosen', async () => {
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 30 };
    await scene.ask('start-fresh');
    for (const part of [12, 8, 6]) {
      scene.seen.length = 0;
      scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / part };
      await scene.endSignIn();
      expect(scene.record.current).toMatchObject({ phase: 'old-session', way: 'start-fresh' });

      await scene.ask('start-fresh');
      const laterThan = NEW_SESSION / part;
      expect(scene.record.current).toMatchObject({ phase: 'signing-out', laterThan });
      expect(scene.seen).toContain('account page');
    }
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
    await scene.endSignIn();
    expect(scene.record.current.phase).toBe('connected');
  });
});

test('whoever asked in a page of ours is asked there', async () => {
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 6 };
  await scene.ask('connect');

  expect(scene.record.current.phase).toBe('old-session');
  expect(scene.seen).toStrictEqual([]);
});

test.each([
  ['a minute', 0, ['library']],
  ['hours', 2 * 3_600_000, []],
])(
  'where access was waited for, a page of ours is shown after %s, or not (%i)',
  async (_, later, shown) => {
    scene.hostsAllowed = false;
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 6 };
    await scene.ask('connect');
    scene.now += later;
    scene.hostsAllowed = true;
    await scene.wake();

    expect(scene.record.current.phase).toBe('old-session');
    expect(scene.seen).toStrictEqual(shown);
  },
);

test('the page is shown wherever a worker dies, and the question is there then', async () => {
  for (let calls = 0; calls < 30; calls++) {
    scene = new ConnectionScene();
    scene.sony.session = { state: 'signed-out' };
    await scene.ask('connect');
    scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 6 };
    const dying = new MortalWorker(calls);
    await Promise.race([scene.startWorker(dying).carryOn('sign-in'), dying.death]);
    for (let wakes = 0; wakes < 3 && scene.hasAlarm; wakes++) await scene.wake();

    expect(scene.record.current.phase, String(calls)).toBe('old-session');
    expect(scene.seen, String(calls)).toContain('library');
  }
});
