import type { SyncFacts } from '../domain/sync/next-sync-action';
import type { SyncPorts } from './ports';

type Ports = Pick<SyncPorts, 'syncTime' | 'now' | 'isOnline' | 'hasAccess' | 'connectionWorks'>;

/** What decides the next action besides what is stored. Asked at once: it is asked before each request. */
export async function browserFacts(ports: Ports): Promise<Pick<SyncFacts, keyof Ports>> {
  const [syncTime, hasAccess, connectionWorks] = await Promise.all([
    ports.syncTime(),
    ports.hasAccess(),
    ports.connectionWorks(),
  ]);
  const [now, isOnline] = [ports.now(), ports.isOnline()];
  return { syncTime, hasAccess, connectionWorks, now, isOnline };
}
