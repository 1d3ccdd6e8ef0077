import type { Account } from './accounts/account.ts';
import type { Answer } from './answer.ts';
import { json } from './answer.ts';
import { hexOf } from './random.ts';
import type { Call } from './route.ts';
import type { World } from './world.ts';

/** Who the token belongs to, and the consoles of whoever has any. */
export function devices(_call: Call, _world: World, caller: Account): Answer {
  const { accountId } = caller;
  if (caller.games.length === 0) return json({ accountId });
  const device = {
    deviceId: hexOf(`${accountId}/device`, 64),
    deviceType: 'PS5',
    activationType: 'PRIMARY',
    activationDate: '2021-05-14T17:22:05.000Z',
    accountDeviceVector: hexOf(`${accountId}/vector`, 32),
  };
  return json({ accountId, accountDevices: [device] });
}
