import { onDatabaseChange, type WhichDatabases } from '../../utils/database/database-changes';
import { pacedTo } from './paced';

/** A sync writes all the time, and what is counted here is read whole. Milliseconds. */
const REST = 2_000;

/**
 * Has something that no query follows read, and read anew once any page or worker has changed one of these databases: one
 * reading after the other, so that what was read last is said last.
 */
export function readAgainAfter(which: () => WhichDatabases, read: () => unknown): void {
  $effect(() => {
    let reading: unknown = read();
    let isOwed = false;
    const { say, forget } = pacedTo<null>(() => void readNext(), REST);
    const stop = onDatabaseChange(which(), () => say(null));

    async function readNext(): Promise<void> {
      if (isOwed) return;
      isOwed = true;
      await reading;
      if (!isOwed) return;
      isOwed = false;
      reading = read();
    }

    return () => {
      stop();
      forget();
      isOwed = false;
    };
  });
}
