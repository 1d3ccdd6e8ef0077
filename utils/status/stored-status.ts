import { readLocalNow, readLocalAtRest, type Values } from '../browser/local-reading';
import { STATUS_KEYS } from './status';

/** What is stored of the status, as it lies there. */
export type StoredStatus = Values;

export async function readStored(): Promise<StoredStatus> {
  const found = await readLocalNow(STATUS_KEYS);
  const isBlank = Object.values(found).every((value) => value === undefined);
  // Whoever is disconnecting is not somebody who has never been here, and a click there would be lost.
  return isBlank ? readLocalAtRest(STATUS_KEYS) : found;
}
