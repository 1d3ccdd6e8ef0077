import { DISCONNECTED } from '../../utils/domain/connection/connection';
import { libraryShown, type ShownLibrary } from '../../utils/domain/library/shown-library';
import type { Snapshot } from '../../utils/domain/sync/snapshot';
import type { Status } from '../../utils/status/status';

interface Sources {
  status: () => Status | 'loading';
  /** What the library that is shown says of itself; null until that is read. */
  snapshot: () => Snapshot | null;
  /** What says whose it is can be drawn: no game is, before that is. */
  isMarked: () => boolean;
}

/** Which library is shown, and how things stand with it: nothing is asked of Sony for one that is only read. */
export class ShownStatus {
  readonly #sources: Sources;
  readonly #library = $derived.by((): ShownLibrary | null => {
    const status = this.#sources.status();
    return status === 'loading' ? null : libraryShown(status);
  });
  readonly #current = $derived.by((): Status | 'loading' => {
    const status = this.#sources.status();
    if (status === 'loading' || this.isOwn) return status;
    const snapshot = this.#sources.snapshot();
    return snapshot === null || !this.#sources.isMarked()
      ? 'loading'
      : { ...status, connection: DISCONNECTED, snapshot };
  });

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Null until it is known. */
  get kind(): ShownLibrary['kind'] | null {
    return this.#library?.kind ?? null;
  }

  get isOwn(): boolean {
    return this.kind === 'own';
  }

  get accountId(): string | null {
    return this.#library?.accountId ?? null;
  }

  get current(): Status | 'loading' {
    return this.#current;
  }
}
