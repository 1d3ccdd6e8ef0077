import { onDatabaseChange, type WhichDatabases } from '../../utils/database/database-changes';
import { pacedTo } from './paced';

/** A sync writes all the time, and what is counted here is read whole. Milliseconds. */
const REST = 2_000;

/** Has something that no query follows read anew once any page or worker has changed one of these databases. */
export function readAgainAfter(which: () => WhichDatabases, read: () => unknown): void {
  $effect(() => {
    const { say, forget } = pacedTo<null>(() => void read(), REST);
    const stop = onDatabaseChange(which(), () => say(null));
    return () => {
      stop();
      forget();
    };
  });
}
