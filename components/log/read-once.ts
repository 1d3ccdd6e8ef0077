import type { Source } from '../../utils/database/queries';

/** What fails so often is not to be read. Silence is told twice, and waited for: a restore may hold what is stored. */
const TRIES = 5;

/** What a source finds first; nothing where it finds none, or cannot be read. */
export function readOnce<Value>(source: Source<Value>): Promise<Value | null> {
  return new Promise((resolve) => {
    const end = (value: Value | null): void => {
      resolve(value);
      // Not from inside the call: a source may call before `subscribe` has returned.
      queueMicrotask(() => following.unsubscribe());
    };
    let failures = 0;
    const following = source.subscribe({
      next: end,
      missing: () => end(null),
      // It is tried again, and what comes then is told.
      failed: () => {
        failures += 1;
        if (failures === TRIES) end(null);
      },
    });
  });
}
