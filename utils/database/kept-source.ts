import type { Follower } from './followed-query';
import type { Source } from './read-library';

/** What is told to whoever follows next, as it was told last. */
type Telling<Value> = (follower: Follower<Value>) => void;

interface Keeping {
  /** For how long, in milliseconds, it goes on without anybody. */
  keptFor: number;
  /** Only until it changes: nobody waits for it, and it is read as a whole at each change. */
  untilChange?: boolean;
}

/**
 * One following for all who follow, which goes on for a while after the last of them: whoever goes from a page to
 * another has at hand what the one before had read.
 */
export class KeptSource<Value> implements Source<Value> {
  readonly #sourceIn: () => Source<Value>;
  readonly #keeping: Keeping;
  readonly #followers = new Set<Follower<Value>>();
  #last: Telling<Value> | null = null;
  #following: { unsubscribe: () => void } | null = null;
  #ending: ReturnType<typeof setTimeout> | undefined;

  /** @param sourceIn makes it, when it is first followed */
  constructor(sourceIn: () => Source<Value>, keeping: Keeping) {
    this.#sourceIn = sourceIn;
    this.#keeping = keeping;
  }

  isAtHand(): boolean {
    return this.#last !== null;
  }

  subscribe(follower: Follower<Value>): { unsubscribe: () => void } {
    clearTimeout(this.#ending);
    // The same one may follow twice.
    const own = { ...follower };
    this.#followers.add(own);
    this.#last?.(own);
    this.#following ??= this.#sourceIn().subscribe({
      next: (value) => this.#tell(({ next }) => next(value)),
      missing: (isEarlier) => this.#tell(({ missing }) => missing(isEarlier)),
      failed: (failure) => this.#tell(({ failed }) => failed(failure)),
    });
    return {
      unsubscribe: () => {
        if (!this.#followers.delete(own) || this.#followers.size > 0) return;
        this.#ending = setTimeout(() => this.forget(), this.#keeping.keptFor);
      },
    };
  }

  /** Nothing of it is at hand any more. */
  forget(): void {
    clearTimeout(this.#ending);
    this.#following?.unsubscribe();
    this.#following = null;
    this.#last = null;
  }

  #tell(telling: Telling<Value>): void {
    if (this.#keeping.untilChange && this.#followers.size === 0) return this.forget();
    this.#last = telling;
    for (const follower of [...this.#followers]) {
      if (this.#followers.has(follower)) telling(follower);
    }
  }
}
