import { FailureError, type Cause } from '../domain/failure';
import { isFull, isFullByNow } from './room';

/** What the browsers' own errors mean for whoever wants to keep something. Any other says that it cannot be kept. */
const CAUSES: Record<string, Cause> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'storage-newer',
  // "Internal error opening backing store": files that are damaged, or not to be read.
  UnknownError: 'storage-damaged',
  DataError: 'storage-damaged',
};

/** The failure behind an error of IndexedDB's or Dexie's; a failure of our own stays what it is. */
export function storageFailure(thrown: unknown): FailureError {
  if (thrown instanceof FailureError) return thrown;
  const cause = namesOf(thrown).flatMap((name) => CAUSES[name] ?? [])[0];
  return new FailureError({ cause: cause ?? 'storage-unavailable' });
}

/** Dexie wraps the browser's error in one of its own. */
function namesOf(thrown: unknown): string[] {
  if (typeof thrown !== 'object' || thrown === null) return [];
  const { name, inner } = thrown as { name?: unknown; inner?: unknown };
  return [...(typeof name === 'string' ? [name] : []), ...namesOf(inner)];
}

/** The same, where the browser names no cause, or calls a full disk damage: Chromium does both. */
export async function explained(thrown: unknown): Promise<FailureError> {
  const failure = storageFailure(thrown);
  const { cause } = failure.failure;
  const isVague = cause === 'storage-unavailable' || cause === 'storage-damaged';
  if (!isVague || !(await isFull().catch(() => false))) return failure;
  return new FailureError({ cause: 'storage-full' });
}

/** Some browsers never answer: whoever comes next tries again. Milliseconds. */
const PATIENCE = 15_000;

/**
 * Waits for the work, but not for ever, and says in our own words why it cannot be stored.
 * @param isUnderWay true where it is known to go on: that is no silence
 */
export async function storable<Value>(
  work: PromiseLike<Value>,
  patience = PATIENCE,
  isUnderWay: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    const fail = async (): Promise<void> => {
      if (await isUnderWay().catch(() => false)) timer = setTimeout(() => void fail(), patience);
      else reject(new FailureError({ cause: 'storage-silent' }));
    };
    timer = setTimeout(() => void fail(), patience);
  });
  try {
    return await Promise.race([work, silence]);
  } catch (thrown) {
    throw await explained(thrown);
  } finally {
    clearTimeout(timer);
  }
}

/** Writes only where there is room: a disk that fills up in the middle of it may cost all that is stored. */
export function writtenWithRoom<Value>(write: () => PromiseLike<Value>): Promise<Value> {
  const work = async (): Promise<Value> => {
    if (await isFullByNow().catch(() => false)) throw new FailureError({ cause: 'storage-full' });
    return write();
  };
  return storable(work());
}
