import { beforeEach, expect, test } from 'vitest';
import type { OldSession } from '@/utils/domain/connection/connection';
import type { Failure } from '@/utils/domain/failure';
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

test('half an hour after the question nobody is connected by themselves: it is left', async () => {
  scene.now += 31 * 60_000;
  await scene.wake();
  expect(scene.record.current.phase).toBe('old-session');

  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  for (const asker of ['automatic', 'sign-in', 'player'] as const) await scene.endSignIn(asker);

  expect(scene.record.current).toStrictEqual({ phase: 'disconnected', failure: null });
  expect(scene.sony.exchanges).toBe(0);
  expect(scene.hasAlarm).toBe(false);
});

test('so it is for a question that an earlier build asked, whenever that was', async () => {
  const asked = { ...(scene.record.current as OldSession) };
  delete asked.askedAt;
  scene.record.current = asked;
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  await scene.wake();

  expect(scene.record.current).toStrictEqual({ phase: 'disconnected', failure: null });
});

test('access that is taken and given again later connects nobody either', async () => {
  scene.hostsAllowed = false;
  await scene.wake();
  expect(scene.record.current.phase).toBe('old-session');

  scene.hostsAllowed = true;
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  scene.now += 31 * 60_000;
  await scene.wake();
  expect(scene.sony.exchanges).toBe(0);
});

test('a look in an outage, which names nobody, leaves the question: the same sign-in is asked about', async () => {
  const old = scene.sony.session;
  scene.sony.session = { state: 'signed-out' };
  await scene.wake();
  await scene.wake();
  expect(scene.record.current).toMatchObject({ phase: 'old-session', endsAt: NEW_SESSION / 6 });

  scene.sony.session = old;
  await scene.wake();
  expect(scene.record.current).toMatchObject({ phase: 'old-session', endsAt: NEW_SESSION / 6 });
  expect(scene.sony.exchanges).toBe(0);
});

test('who signs out and in anew is connected', async () => {
  scene.sony.session = { state: 'signed-out' };
  await scene.wake();
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  await scene.wake();

  expect(scene.record.current.phase).toBe('connected');
});

test('once its end has come, and nobody is signed in, the question is over', async () => {
  scene.sony.session = { state: 'signed-out' };
  scene.now = NEW_SESSION / 6;
  await scene.wake();

  expect(scene.record.current).toStrictEqual({ phase: 'disconnected', failure: null });
});

test('an exchange that fails for a passing reason leaves the question, and is tried again', async () => {
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  const failures: Failure[] = [
    { cause: 'offline' },
    { cause: 'sony-down' },
    { cause: 'no-answer' },
  ];
  scene.sony.failures = { exchange: [...failures] };
  for (const { cause } of failures) {
    await scene.wake();
    expect(scene.record.current.phase, cause).toBe('old-session');
  }
  await scene.wake();

  expect(scene.record.current.phase).toBe('connected');
});

test('what Sony wants first of who has signed in anew is said, and waited for', async () => {
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  scene.sony.failures = { fetchCode: [{ cause: 'terms-to-accept' }] };
  await scene.wake();

  expect(scene.record.current).toMatchObject({
    phase: 'waiting-for-sign-in',
    wanted: { cause: 'terms-to-accept' },
  });
  expect(scene.hasAlarm).toBe(true);
});

test('nobody clicked for the exchange: it counts as one of those', async () => {
  const before = scene.ledger.ledger.requests.length;
  scene.sony.session = { state: 'signed-in', endsAt: NEW_SESSION };
  await scene.wake();

  // A check, a code and the tokens for it.
  expect(scene.ledger.ledger.requests).toHaveLength(before + 3);
});

test('a look that says nothing leaves the question', async () => {
  scene.sony.session = { state: 'unknown' };
  await scene.wake();
  scene.sony.failures = { check: [{ cause: 'offline' }] };
  await scene.wake();

  expect(scene.record.current).toMatchObject({ phase: 'old-session', endsAt: NEW_SESSION / 6 });
});
