import { browser } from 'wxt/browser';
import { readLocalNow } from '../browser/local-reading';
import { NO_COPIES, type CopiesRecord } from '../domain/copies/copies-record';
import { isOfThisShape } from './stored-shape';

/** What became of copies that make themselves. What this build has written is taken as it lies there, as the status is. */
export async function readCopies(): Promise<CopiesRecord> {
  const { copies } = await readLocalNow(['copies']);
  if (copies === undefined) return NO_COPIES;
  if (isOfThisShape(copies)) return copies as CopiesRecord;
  const { storedCopies } = await import('./copies');
  return storedCopies.parse(copies);
}

/** Hands out how things are, and again at each change. Returns what ends it. */
export function followCopies(tell: (copies: CopiesRecord) => void): () => void {
  const read = (): void => void readCopies().then(tell, () => undefined);
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && 'copies' in changes) read();
  };
  browser.storage.onChanged.addListener(listener);
  read();
  return () => browser.storage.onChanged.removeListener(listener);
}
