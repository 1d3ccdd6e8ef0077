import { beforeEach, expect, test } from 'vitest';
import { ConnectionScene, NEW_SESSION } from '../../support/connection-scene';

/** The player is asked about a sign-in that ends soon, and leaves the question. */

let scene: ConnectionScene;

beforeEach(async () => {
  scene = new ConnectionScene();
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 6 };
  await scene.ask('connect');
  await scene.wake();
  expect(scene.record.current).toMatchObject({ phase: 'old-session', endsAt: NEW_SESSION / 6 });
  expect(scene.hasAlarm).toBe(false);
});

test('who has signed in anew by themselves is connected from that', async () => {
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  scene.now += 10_000;
  await scene.endSignIn('automatic');

  expect(scene.record.current.phase).toBe('connected');
  expect(scene.seen).not.toContain('sign-in page');
});

test('one that ends soon as well is what is asked about now', async () => {
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION / 12 };
  await scene.wake();

  expect(scene.record.current).toMatchObject({ phase: 'old-session', endsAt: NEW_SESSION / 12 });
  expect(scene.sony.exchanges).toBe(0);
  expect(scene.hasAlarm).toBe(false);
});

test('where nobody is signed in any more a sign-in is waited for, with an alarm', async () => {
  scene.sony.session = { state: 'signed-out' };
  await scene.wake();
  expect(scene.record.current.phase).toBe('waiting-for-sign-in');
  expect(scene.hasAlarm).toBe(true);

  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  await scene.wake();
  expect(scene.record.current.phase).toBe('connected');
});

test('a look that says nothing leaves the question', async () => {
  scene.sony.session = { state: 'unknown' };
  await scene.wake();
  scene.sony.failures = { check: [{ cause: 'offline' }] };
  await scene.wake();

  expect(scene.record.current).toMatchObject({ phase: 'old-session', endsAt: NEW_SESSION / 6 });
});
