import { Dexie, RangeSet, type ObservabilitySet } from 'dexie';

/** Stands for every key of the table. */
const ANY = Symbol('any');

/** Keys that changed, each with the number of its latest change. */
type Changes = ReadonlyMap<string | typeof ANY, number>;

/** Which rows of a table have changed, made by whatever page or worker, until somebody says that they were read. */
export class ChangedKeys {
  readonly #place: string;
  readonly #changes = new Map<string | typeof ANY, number>();
  readonly #heard: () => void;
  #latest = 0;

  /** @param heard called after something has changed */
  constructor(database: string, table: string, heard: () => void) {
    this.#heard = heard;
    this.#place = `idb://${database}/${table}/`;
    Dexie.on('storagemutated', this.#note);
  }

  /** What has to be read, told before it is: a change that comes meanwhile is another one. */
  get unread(): Changes {
    return new Map(this.#changes);
  }

  wereRead(read: Changes): void {
    for (const [key, number] of read) {
      if (this.#changes.get(key) === number) this.#changes.delete(key);
    }
  }

  stop(): void {
    Dexie.on.storagemutated.unsubscribe(this.#note);
  }

  readonly #note = (places: ObservabilitySet): void => {
    this.#latest += 1;
    if ('all' in places) this.#changes.set(ANY, this.#latest);
    const changed = places[this.#place];
    if (changed === undefined && !('all' in places)) return;
    // Many keys at once come as one range, which is not worth taking apart.
    for (const { from, to } of changed === undefined ? [] : new RangeSet().add(changed)) {
      this.#changes.set(from === to && typeof from === 'string' ? from : ANY, this.#latest);
    }
    this.#heard();
  };
}

/** The keys, or null where it may be any. */
export function keysOf(changes: Changes): string[] | null {
  const keys = [...changes.keys()].filter((key) => key !== ANY);
  return keys.length === changes.size ? keys : null;
}
