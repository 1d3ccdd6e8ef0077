import { isSpell } from '../domain/failure';
import type { Pause } from '../domain/sync/next-sync-action';
import type { Cursor, OpenLibrary, SyncPorts } from './ports';
import { retryInstant } from './resume-instant';

/** The end of a sync that has done all it could: what it found is told, and what it could not get is put off. */
export class SyncEnd {
  readonly #ports: Pick<SyncPorts, 'announce' | 'now' | 'settings'>;
  readonly #library: Pick<OpenLibrary, 'sync'>;
  readonly #signal: AbortSignal;

  constructor(
    ports: Pick<SyncPorts, 'announce' | 'now' | 'settings'>,
    library: Pick<OpenLibrary, 'sync'>,
    signal: AbortSignal,
  ) {
    this.#ports = ports;
    this.#library = library;
    this.#signal = signal;
  }

  async carryOut(done: Cursor): Promise<void> {
    const { sync } = this.#library;
    await sync.joinPlayedGames();
    // Before the last word is stored: told twice is better than never told.
    const news = await sync.news(done).catch(() => null);
    this.#signal.throwIfAborted();
    // Words that fail keep no sync from its end.
    if (news !== null) await this.#ports.announce(news).catch(() => undefined);
    await sync.finish(done, this.#againAfter(done), await this.#ports.settings());
    // It has ended: what is only tidied takes that back no more, and the next one tidies, too.
    await sync.prune().catch(() => this.#signal.throwIfAborted());
  }

  /** When what could not be got is tried again, where waiting may help: later each time. */
  #againAfter({ gaps, again }: Cursor): Pause | null {
    const failure = gaps.map((gap) => gap.failure).find(isSpell);
    if (failure === undefined) return null;
    const resumesAt = retryInstant(failure, again, this.#ports.now());
    return { failure, resumesAt, isOfConnection: false };
  }
}
