import { expect, test, vi } from 'vitest';
import { ConnectionRequests } from '@/utils/connection/connection-requests';
import type { Asker } from '@/utils/connection/ports';
import { DISCONNECTED, type Connection } from '@/utils/domain/connection/connection';
import { AN_ATTEMPT } from '../../support/connections';

const nothing = (): Promise<null> => Promise.resolve(null);

/** What a page asks for, with a loop that does as it is told here. */
function requestsWith(
  carryOn: (asker: Asker) => Promise<void>,
  wakeSync: () => Promise<void>,
  connection: Connection = DISCONNECTED,
) {
  return new ConnectionRequests({
    loop: { ask: () => Promise.resolve(), carryOn, checkIfDone: () => Promise.resolve() },
    record: {
      read: () => Promise.resolve(connection),
      change: (u) => Promise.resolve(u(connection)),
    },
    leftovers: { count: () => Promise.reject(new Error('not asked for')) },
    browser: { hostsAllowed: () => Promise.resolve(true) },
    exclusively: (_, work) => work(),
    pasted: { read: nothing, write: () => Promise.resolve() },
    transfer: { send: () => Promise.resolve(), receive: nothing },
    readNpsso: () => Promise.reject(new Error('not asked for')),
    wakeSync,
  });
}

test.each([
  ['has come to its end', () => Promise.resolve()],
  ['has failed', () => Promise.reject(new Error('full'))],
] as const)(
  'a sync that was asked for during an attempt is seen to once that %s',
  async (_, ends) => {
    const end = Promise.withResolvers<void>();
    const wakeSync = vi.fn(() => Promise.resolve());

    await requestsWith(() => end.promise.then(ends), wakeSync).ask('cancel');
    expect(wakeSync).not.toHaveBeenCalled();

    end.resolve();
    await vi.waitFor(() => expect(wakeSync).toHaveBeenCalledOnce());
  },
);

test('what Sony wants first is tried at once where the player may have done it, and nothing else is', async () => {
  const waiting = {
    ...AN_ATTEMPT,
    phase: 'waiting-for-sign-in',
    ...{ since: 0, laterThan: null, isShown: true, tries: 3, nextAt: 1e15 },
  } as const;
  const carryOn = vi.fn(() => Promise.resolve());
  const atOnce = (connection: Connection) =>
    requestsWith(carryOn, () => Promise.resolve(), connection).carryOnAtOnce();

  for (const connection of [DISCONNECTED, waiting]) await atOnce(connection);
  expect(carryOn).not.toHaveBeenCalled();

  await atOnce({ ...waiting, wanted: { cause: 'terms-to-accept' } });
  expect(carryOn).toHaveBeenCalledWith('player');
});
