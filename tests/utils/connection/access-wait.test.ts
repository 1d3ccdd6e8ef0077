import { expect, test } from 'vitest';
import type { Connected } from '@/utils/domain/connection/connection';
import { aConnected } from '../../support/connections';
import { ConnectionScene } from '../../support/connection-scene';

/** The player asks for a new sign-in, and answers the browser's question for access with no. */
async function withoutAccess(former: Connected): Promise<ConnectionScene> {
  const scene = new ConnectionScene();
  scene.record.current = former;
  scene.hostsAllowed = false;
  await scene.ask('start-fresh');
  expect(scene.record.current.phase).toBe('waiting-for-access');
  return scene;
}

test('a connection that works is gone back to after half an hour without access, with the reason', async () => {
  const former = aConnected();
  const scene = await withoutAccess(former);
  for (let minutes = 0; minutes < 32; minutes++) await scene.alarm();

  expect(scene.record.current).toStrictEqual({
    ...former,
    refused: { cause: 'permission-missing' },
  });
  expect(scene.hasAlarm).toBe(false);
  // Access that is given weeks later signs nobody out.
  scene.hostsAllowed = true;
  await scene.wake();
  expect(scene.record.current.phase).toBe('connected');
});

test('without one that works it is waited for as long as it takes', async () => {
  const scene = await withoutAccess(aConnected({ failure: { cause: 'token-refused' } }));
  scene.now += 24 * 3_600_000;
  await scene.wake();

  expect(scene.record.current.phase).toBe('waiting-for-access');
});
