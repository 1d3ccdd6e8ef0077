import {
  NOTHING_TOUCHED,
  withChoice,
  withoutSaved,
  type Touched,
} from '../../utils/domain/library/touched';
import type { Choice } from '../../utils/domain/library/title';
import type { Snapshot } from '../../utils/domain/sync/snapshot';
import { isOfRest, NO_PROGRESS } from '../../utils/domain/sync/sync-status';

/** The background says itself by then that it asks for what was picked. Milliseconds. */
const SOON = 5_000;

/** What the player has chosen and not saved yet. Other pages and live changes take nothing of it away. */
export class PickDraft {
  #touched = $state.raw(NOTHING_TOUCHED);
  /** At which sync's end something was asked for; null where nobody waits for it to be told. */
  #askedAt = $state.raw<string | null>(null);

  get touched(): Touched {
    return this.#touched;
  }

  choose(ids: readonly string[], choice: Choice): void {
    this.#touched = withChoice(this.#touched, ids, choice);
  }

  saved(saved: Touched): void {
    this.#touched = withoutSaved(this.#touched, saved);
  }

  /** What is saved is to be fetched: it takes the background a moment to say so. */
  asks(snapshot: Snapshot): void {
    const askedAt = restedAt(snapshot);
    this.#askedAt = askedAt;
    setTimeout(() => {
      if (this.#askedAt === askedAt) this.#askedAt = null;
    }, SOON);
  }

  /** What is told of the sync, and until the background tells it, that what was picked is asked for. */
  told(snapshot: Snapshot): Snapshot {
    if (this.#askedAt === null || restedAt(snapshot) !== this.#askedAt) return snapshot;
    return { ...snapshot, sync: { state: 'running', ...NO_PROGRESS, phase: 'trophies' } };
  }
}

/** Since which sync nothing is fetched that the player waits for; null while something is. */
function restedAt({ sync, lastSyncedAt, lastRun }: Snapshot): string | null {
  const isAtRest = sync.state === 'idle' || (sync.state === 'running' && isOfRest(sync));
  return isAtRest ? `${String(lastSyncedAt)} ${String(lastRun?.startedAt)}` : null;
}
