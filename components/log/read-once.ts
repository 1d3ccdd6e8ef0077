import type { Source } from '../../utils/database/queries';

/** What a source finds first; nothing where it finds none. */
export function readOnce<Value>(source: Source<Value>): Promise<Value | null> {
  return new Promise((resolve) => {
    const end = (value: Value | null): void => {
      resolve(value);
      // Not from inside the call: a source may call before `subscribe` has returned.
      queueMicrotask(() => following.unsubscribe());
    };
    const following = source.subscribe({
      next: end,
      missing: () => end(null),
      failed: () => end(null),
    });
  });
}
