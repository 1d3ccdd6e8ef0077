import type { Connection, Disconnected } from './connection';

/** A record that a later version wrote, in a way that cannot be read here: nothing of it is thrown away. */
export const UNREADABLE: Disconnected = {
  phase: 'disconnected',
  failure: { cause: 'storage-newer' },
};

/** A record that nobody has written like this: the browser has lost some of it. */
export const DAMAGED: Disconnected = {
  phase: 'disconnected',
  failure: { cause: 'storage-damaged', during: 'record' },
};

/** A record of the earlier build's: what it stands for is carried over, which ends with this very record. */
export const CARRIED: Disconnected = {
  phase: 'disconnected',
  failure: { cause: 'storage-renewed' },
};

/** True where what is stored cannot be read, whatever that is due to. */
export function isUnreadable(connection: Connection): boolean {
  if (connection.phase !== 'disconnected') return false;
  const { cause, during } = connection.failure ?? {};
  return cause === 'storage-newer' || (cause === 'storage-damaged' && during === 'record');
}
