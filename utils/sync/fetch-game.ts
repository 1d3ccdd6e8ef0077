import { costsItself, FailureError, failureOf, isSpell } from '../domain/failure';
import type { SyncProgress } from '../domain/sync/sync-status';
import { requestsForOpened } from '../domain/sync/sync-plan';
import type { StoredRequest } from '../domain/sync/next-sync-action';
import { askOfSet } from './ask-of-set';
import type { Cursor } from './cursor';
import type { PsnLibrary, SyncPorts, TrophyStore } from './ports';

/** How often a game is tried for that may be had a little later. */
const TRIES = 3;

interface Sources {
  psn: PsnLibrary;
  trophies: TrophyStore;
  ports: Pick<SyncPorts, 'now' | 'budget'>;
  isOnline: () => boolean;
  /** The cursor with the requests made since. */
  counted: (cursor: Cursor) => Cursor;
  isToGoOn: () => Promise<boolean>;
}

/** Fetches one game's trophies beside a sync that is stopped, whose cursor stays as it is. */
export class FetchGame {
  static readonly PROGRESS: SyncProgress = {
    phase: 'trophies',
    done: 0,
    total: 1,
    requestsLeft: null,
    endsAt: null,
  };
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /**
   * Fetches what is missing; false where the account is another meanwhile. Fails where it has to wait; where Sony does
   * not have it, that is noted.
   */
  async carryOut(asked: StoredRequest, stopped: Cursor): Promise<boolean> {
    const { psn, trophies, ports } = this.#sources;
    const title = await trophies.title(asked.npCommunicationId ?? '');
    let cursor = stopped;
    const reader = { now: ports.now(), language: psn.language() };
    for (const request of title === null ? [] : requestsForOpened(title, reader)) {
      if (request.kind === 'matching') continue;
      if (!(await this.#sources.isToGoOn())) return false;
      try {
        await this.#checkRoom();
        const { store } = await askOfSet(request, this.#sources, ports.now());
        cursor = this.#sources.counted(cursor);
        await store(cursor);
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (!costsItself(failure)) throw thrown;
        const { npCommunicationId: id } = request;
        // No trophy waits for the names of add-ons.
        if (request.kind === 'groups') {
          cursor = this.#sources.counted(cursor);
          await trophies.storeGroupsRefusal(id, failure, cursor);
          continue;
        }
        if (isSpell(failure) && asked.tries + 1 < TRIES) throw thrown;
        // Half of it would only be asked for in vain.
        await trophies.storeRefusal(id, failure, this.#sources.counted(cursor));
        return true;
      }
    }
    return true;
  }

  async #checkRoom(): Promise<void> {
    const { ports, isOnline } = this.#sources;
    if (!isOnline()) throw new FailureError({ cause: 'offline', during: 'trophies' });
    const budget = await ports.budget();
    if (budget.requests > 0) return;
    const until = budget.freesAt(1);
    throw new FailureError({ cause: 'own-pause', during: 'trophies', until });
  }
}
