import { describe, expect, test, vi } from 'vitest';
import { ConnectionRequests } from '@/utils/connection/connection-requests';
import type { Asker } from '@/utils/connection/ports';
import { connectedTo, DISCONNECTED, type Connection } from '@/utils/domain/connection/connection';
import { failureOf } from '@/utils/domain/failure';
import { AN_ATTEMPT } from '../../support/connections';

const nothing = (): Promise<null> => Promise.resolve(null);

/** What a page asks for, with a loop that does as it is told here. */
function requestsWith(
  carryOn: (asker: Asker) => Promise<void>,
  wakeSync: () => Promise<void>,
  connection: Connection = DISCONNECTED,
  deleteLibrary: (accountId: string) => Promise<void> = () =>
    Promise.reject(new Error('not asked for')),
) {
  return new ConnectionRequests({
    loop: { ask: () => Promise.resolve(), carryOn, checkIfDone: () => Promise.resolve() },
    record: {
      read: () => Promise.resolve(connection),
      change: (u) => Promise.resolve(u(connection)),
    },
    leftovers: { count: () => Promise.reject(new Error('not asked for')), deleteLibrary },
    browser: { hostsAllowed: () => Promise.resolve(true) },
    exclusively: (_, work) => work(),
    pasted: { read: nothing },
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
    await expect.poll(() => wakeSync).toHaveBeenCalledOnce();
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

describe('the library of an account', () => {
  const TOKEN_LIFE = {
    ...{ grant: 1, refreshTokenEndsAt: 2, provedAt: 0 },
    session: { state: 'unknown', endsAt: null, seenAt: 0 },
  } as const;
  const CONNECTED = connectedTo('1', TOKEN_LIFE);
  const COMING: Connection = {
    ...AN_ATTEMPT,
    ...({ phase: 'connecting', step: 'profile' } as const),
    ...{ accountId: '2', tokenLife: TOKEN_LIFE, former: CONNECTED },
  };

  async function erased(accountId: string, connection: Connection): Promise<string[]> {
    const gone: string[] = [];
    const requests = requestsWith(
      () => Promise.resolve(),
      () => Promise.resolve(),
      connection,
      (id) => Promise.resolve(void gone.push(id)),
    );
    await requests.eraseLibrary(accountId, false).catch((thrown: unknown) => {
      expect(failureOf(thrown)).toEqual({ cause: 'library-connected' });
    });
    return gone;
  }

  test.each([
    ['that is connected', '1', CONNECTED],
    ['that is connected, while another is checked', '1', COMING],
    ['that is being connected', '2', COMING],
  ] as const)('%s is not erased alone', async (_, accountId, connection) => {
    expect(await erased(accountId, connection)).toEqual([]);
  });

  test.each([
    ['beside a connection', CONNECTED],
    ['beside an attempt', COMING],
    ['without a connection', DISCONNECTED],
  ] as const)('that another has left is erased %s', async (_, connection) => {
    expect(await erased('3', connection)).toEqual(['3']);
  });
});
