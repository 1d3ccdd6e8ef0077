import type { Failure } from '../domain/failure';
import type { LibraryDatabase } from './database';
import { EARLIER_VERSION, type FoundLibrary } from './open-library';
import { explained } from './storage-failure';

/** How long a page waits, in milliseconds. */
export interface Patience {
  /** For the browser to open a database. */
  open: number;
  /** For the first answer of a query, the opening included. */
  answer: number;
  /** Before what is missing or failed is tried again. */
  retry: number;
  /** Before rows that change all the time are read again. */
  rest: number;
}

export const PATIENCE: Patience = { open: 5_000, answer: 15_000, retry: 2_000, rest: 250 };

/** Who follows what a query finds. None of these calls is the last one. */
export interface Follower<Value> {
  next: (value: Value) => void;
  /** There is no library yet, or not any more; or only one of an earlier version, which will be brought up to date. */
  missing: (isEarlier: boolean) => void;
  failed: (failure: Failure) => void;
}

/** Gets what is found, again and again, until it ends with an error. */
export interface Observer<Value> {
  next: (value: Value) => void;
  error: (thrown: unknown) => void;
}

/** How a library that is open is followed. Returns what ends it. */
export type Query<Value> = (library: LibraryDatabase, observer: Observer<Value>) => () => void;

/** What an attempt needs of who makes one after the other. */
interface Attempting {
  again: () => void;
  /** True while the library is being brought up to date. */
  isUpgrading: () => Promise<boolean>;
}

type Timer = ReturnType<typeof setTimeout>;

/**
 * One try to follow a query. Silence is told as a failure, and what comes after it all the same: Dexie says nothing
 * at all of a database that does not open.
 */
export class QueryAttempt<Value> {
  readonly #query: Query<Value>;
  readonly #follower: Follower<Value>;
  readonly #patience: Patience;
  readonly #again: () => void;
  readonly #isUpgrading: () => Promise<boolean>;
  readonly #limits: Timer[];
  #retry: Timer | undefined;
  #stop: (() => void) | undefined;
  #waitsFor: 'opening' | 'answer' | 'nothing' = 'opening';
  #isOver = false;

  constructor(
    query: Query<Value>,
    follower: Follower<Value>,
    patience: Patience,
    { again, isUpgrading }: Attempting,
  ) {
    this.#query = query;
    this.#follower = follower;
    this.#patience = patience;
    this.#again = again;
    this.#isUpgrading = isUpgrading;
    this.#limits = [
      setTimeout(() => void this.#tellSilence(() => this.#waitsFor === 'opening'), patience.open),
      setTimeout(() => void this.#tellSilence(() => this.#waitsFor !== 'nothing'), patience.answer),
    ];
  }

  async begin(opening: Promise<FoundLibrary>): Promise<void> {
    try {
      const database = await opening;
      clearTimeout(this.#limits[0]);
      this.#waitsFor = 'answer';
      if (database === null || database === EARLIER_VERSION)
        this.#end(() => this.#follower.missing(database !== null));
      else if (!this.#isOver) this.#follow(database);
    } catch (thrown) {
      await this.#fail(thrown);
    }
  }

  end(): void {
    this.#isOver = true;
    this.#limits.forEach(clearTimeout);
    clearTimeout(this.#retry);
    this.#stop?.();
  }

  /** An upgrade that began when the opening was waited for already is tried again after, and is no silence. */
  async #tellSilence(isSilent: () => boolean): Promise<void> {
    const isUpgrading = await this.#isUpgrading().catch(() => false);
    // It may have answered meanwhile.
    if (this.#isOver || !isSilent()) return;
    if (isUpgrading) this.#end(() => this.#follower.missing(true));
    else this.#follower.failed({ cause: 'storage-silent' });
  }

  #follow(database: LibraryDatabase): void {
    this.#stop = this.#query(database, {
      next: (value) => {
        this.#limits.forEach(clearTimeout);
        this.#waitsFor = 'nothing';
        this.#follower.next(value);
      },
      error: (thrown: unknown) => void this.#fail(thrown),
    });
  }

  async #fail(thrown: unknown): Promise<void> {
    const { failure } = await explained(thrown);
    this.#end(() => this.#follower.failed(failure));
  }

  /** It came to nothing: this is told, and tried again later. */
  #end(tell: () => void): void {
    if (this.#isOver) return;
    this.end();
    this.#retry = setTimeout(this.#again, this.#patience.retry);
    tell();
  }
}
