import { firstRead } from './first-read';
import { readStored, type StoredStatus } from './stored-status';
import { trustedStatus } from './trusted';
import type { Status } from './status';

/** The stored status, all of one moment. For pages: what a worker does is not waited for by a first frame. */
export async function readStatus(): Promise<Status> {
  return statusIn(await readStored());
}

/** The same for a page's first frame: it has been on its way for as long as the page. */
export async function readFirstStatus(): Promise<Status> {
  return statusIn(await firstRead());
}

async function statusIn(stored: StoredStatus): Promise<Status> {
  const trusted = trustedStatus(stored);
  if (trusted !== null) return trusted;
  // Of another build, or of none: the schemas are a third of what a popup would load.
  const { parseStatus } = await import('./parse');
  return parseStatus(stored);
}
