import { readStored, type StoredStatus } from './stored-status';

declare global {
  /** The stored status, on its way while what draws it is loaded. */
  var firstStatus: Promise<StoredStatus> | undefined;
}

/** Begins to read what is stored: before all else that a page runs. */
export function beginToRead(): Promise<StoredStatus> {
  return (globalThis.firstStatus ??= readStored());
}

/** What was begun then, for the one that shows it first; whoever comes after, or without it, reads anew. */
export function firstRead(): Promise<StoredStatus> {
  const begun = beginToRead();
  globalThis.firstStatus = undefined;
  return begun;
}
