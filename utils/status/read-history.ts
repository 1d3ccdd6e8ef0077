import type { ConnectionEvent } from '../domain/connection/connection-history';
import { storedConnectionHistory } from './values';

/** What became of the connection, the latest last. */
export function readConnectionHistory(): Promise<readonly ConnectionEvent[]> {
  return storedConnectionHistory.read();
}
