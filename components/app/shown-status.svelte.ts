import { DISCONNECTED } from '../../utils/domain/connection/connection';
import {
  libraryShown,
  MADE_UP,
  ownAccount,
  type ShownLibrary,
} from '../../utils/domain/library/shown-library';
import type { Settings } from '../../utils/domain/settings';
import type { Snapshot } from '../../utils/domain/sync/snapshot';
import type { Status } from '../../utils/status/status';
import { countDaysIn } from '../../utils/format/per-locale';
import { here } from './time-zone.svelte';

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
  /** What is switched while looking around is tried out, and none of the player's settings. */
  #tried = $state.raw<Partial<Settings>>({});
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
      : {
          ...status,
          connection: DISCONNECTED,
          snapshot,
          settings: this.settings ?? status.settings,
        };
  });

  constructor(sources: Sources) {
    this.#sources = sources;
    $effect.pre(() => {
      countDaysIn(this.settings?.zone);
      here.follow();
    });
  }

  /** Null until it is known. */
  get kind(): ShownLibrary['kind'] | null {
    return this.#library?.kind ?? null;
  }

  get isOwn(): boolean {
    return this.kind === 'own';
  }

  /** Another account's library is all there is, as after a copy was restored: connecting is what comes next. */
  get isAlone(): boolean {
    const status = this.#sources.status();
    return status !== 'loading' && this.kind === 'other' && ownAccount(status) === null;
  }

  get accountId(): string | null {
    return this.#library?.accountId ?? null;
  }

  /** As this page goes by them; null until they are known. */
  get settings(): Settings | null {
    const status = this.#sources.status();
    if (status === 'loading') return null;
    return this.kind === MADE_UP ? { ...status.settings, ...this.#tried } : status.settings;
  }

  /** True where that is all that becomes of a setting. */
  tries(change: Partial<Settings>): boolean {
    if (this.kind !== MADE_UP) return false;
    this.#tried = { ...this.#tried, ...change };
    return true;
  }

  get current(): Status | 'loading' {
    return this.#current;
  }
}
