import { Renewing } from '@/utils/connection/renewing';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { aConnected } from './connections';
import { FakeSony } from './fake-sony';
import { FakeRecord, FakeVault, newLocks } from './fake-worker-storage';

const DAY = 24 * 3_600_000;

/** A connected player who is signed in for sixty days more, and what renews the connection. */
export function aLivingSession(): { sony: FakeSony; record: FakeRecord; renewing: Renewing } {
  const sony = new FakeSony();
  sony.session = { state: 'signed-in', endsAt: 60 * DAY };
  const record = new FakeRecord();
  record.current = aConnected();
  const renewing = new Renewing({
    ...{ session: sony, tokens: sony, vault: new FakeVault(), record, exclusively: newLocks() },
    settings: { read: () => Promise.resolve(DEFAULT_SETTINGS) },
    now: () => sony.now,
  });
  return { sony, record, renewing };
}
