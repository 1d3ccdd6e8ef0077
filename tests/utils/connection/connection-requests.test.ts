import { expect, test, vi } from 'vitest';
import { ConnectionRequests } from '@/utils/connection/connection-requests';
import { DISCONNECTED } from '@/utils/domain/connection/connection';

const nothing = (): Promise<null> => Promise.resolve(null);

/** What a page asks for, with a loop that does as it is told here. */
function requestsWith(carryOn: () => Promise<void>, wakeSync: () => Promise<void>) {
  return new ConnectionRequests({
    loop: { ask: () => Promise.resolve(), carryOn },
    record: {
      read: () => Promise.resolve(DISCONNECTED),
      change: (u) => Promise.resolve(u(DISCONNECTED)),
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
