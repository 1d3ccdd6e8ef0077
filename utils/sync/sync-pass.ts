import { failureOf, type Failure } from '../domain/failure';
import type { SyncStatus } from '../domain/sync/sync-status';
import {
  nextSyncAction,
  requestsOf,
  type StoredRequest,
  type SyncAction,
} from '../domain/sync/next-sync-action';
import { isToSync } from './at-rest';
import { browserFacts } from './browser-facts';
import {
  afterGamePause,
  backAtTitles,
  beginning,
  beginningAfter,
  beginningAgain,
  goingOn,
  statusOf,
  type Cursor,
  type Remaining,
} from './cursor';
import { FetchGame } from './fetch-game';
import { LibrarySync } from './library-sync';
import type { OpenLibrary, SeenTo, StoredSync, SyncPorts } from './ports';
import { hasSameWaits, resumeInstant } from './resume-instant';
import { SilentStorage } from './silent-storage';
import { SyncAccess } from './sync-access';
import { SyncEnd } from './sync-end';
import { SyncReports } from './sync-reports';

/** How long a running sync may be silent before a wake-up looks after it. */
const HEARTBEAT = 60_000;

/**
 * What is done between two rests, under the lock and for one account: an action at a time, each decided by what is
 * stored then.
 */
export class SyncPass {
  readonly #ports: SyncPorts;
  readonly #accountId: string;
  readonly #library: OpenLibrary;
  readonly #signal: AbortSignal;
  readonly #reports: SyncReports;
  readonly #access: SyncAccess;
  readonly #silence: SilentStorage;
  #sync: LibrarySync;
  #heartbeatAt = 0;
  #isPrepared = false;
  /** Requests of this worker that are counted in the cursor. */
  #made: number;

  constructor(ports: SyncPorts, accountId: string, library: OpenLibrary, signal: AbortSignal) {
    this.#ports = ports;
    this.#accountId = accountId;
    this.#library = library;
    this.#signal = signal;
    this.#access = new SyncAccess(ports, accountId);
    this.#silence = new SilentStorage(library.sync);
    this.#reports = new SyncReports(ports, library.sync, signal);
    this.#sync = this.#newSync();
    this.#made = ports.requestsMade();
  }

  /** Does what is to be done now. Ends where nothing is left, something has to wait, or the account is another. */
  async carryOut(): Promise<void> {
    while (await isToSync(this.#ports, this.#accountId)) {
      this.#signal.throwIfAborted();
      const stored = await this.#library.sync.read();
      const action = nextSyncAction({ ...stored, ...(await browserFacts(this.#ports)) });
      if (!(await this.#isToGoOnAfter(action, stored))) return;
    }
  }

  /** Resolves once nothing is asked of Sony any more. */
  settled(): Promise<void> {
    return this.#sync.settled();
  }

  /** Does it, and answers whether there may be more. */
  async #isToGoOnAfter(action: SyncAction, stored: StoredSync): Promise<boolean> {
    const [{ sync }, { cursor }] = [this.#library, stored];
    switch (action.kind) {
      case 'begin':
        return this.#begin(beginningAfter(cursor, this.#ports.now(), action.trigger), stored);
      case 'begin-planned':
        return this.#beginPlanned(beginning(this.#ports.now(), action.trigger, []), stored);
      case 'begin-again':
        return this.#beginAgain(action.request, stored);
      case 'queue-games':
        await sync.queueGames(requestsOf(stored.requests, 'game'));
        return true;
      case 'stop':
        return this.#stop(stored);
      case 'await-access':
        await this.#stopWaking();
        await this.#reports.noAccess(cursor);
        return false;
      case 'rest':
        await (action.until === null ? this.#stopWaking() : this.#wakeAt(action.until));
        await this.#reports.rest(cursor, () => this.#remainingOf(cursor));
        return false;
      case 'wait':
        await this.#wakeAt(action.until);
        if (cursor !== null) await this.#reports.wait(cursor, () => this.#remainingOf(cursor));
        return false;
      case 'resume':
        return cursor !== null && this.#resume(cursor, stored);
      case 'release':
        return cursor !== null && this.#release(cursor);
      case 'fetch-game':
        return cursor !== null && this.#fetchGame(action.request, cursor, stored);
      case 'go-on':
        return cursor !== null && this.#goOn(cursor);
    }
  }

  /** Stored before the first request: a worker that dies in it is followed by one that knows. */
  async #begin(cursor: Cursor, seenTo: SeenTo, sync = this.#newSync()): Promise<boolean> {
    await this.#library.sync.begin(cursor, seenTo, await this.#ports.settings());
    await this.#startAnew(sync);
    return true;
  }

  #beginAgain(request: StoredRequest, { gaps, opened }: StoredSync): Promise<boolean> {
    const cursor = beginningAgain(this.#ports.now(), request.tries, gaps);
    return this.#begin(cursor, { requests: [request], opened });
  }

  /** Where nothing is to be fetched no sync is begun, and so none is reported. */
  async #beginPlanned(cursor: Cursor, seenTo: SeenTo): Promise<boolean> {
    const sync = this.#newSync();
    const remaining = await sync.remaining(cursor);
    if (remaining?.requestsLeft === 0) {
      await this.#library.sync.drop(seenTo);
      return true;
    }
    return this.#begin(cursor, seenTo, sync);
  }

  async #resume(cursor: Cursor, seenTo: SeenTo): Promise<boolean> {
    const isRunning = cursor.pause === null && !cursor.byPlayer;
    await this.#library.sync.resume(goingOn(cursor), seenTo);
    // What a running sync could not get it has not got for the player's next click either.
    if (isRunning) this.#sync.replan();
    else await this.#startAnew();
    return true;
  }

  async #release(stopped: Cursor): Promise<boolean> {
    const cursor = { ...stopped, byPlayer: false };
    await this.#library.sync.storeCursor(cursor);
    await this.#reports.report(statusOf(cursor, null));
    return true;
  }

  async #stop({ cursor, requests }: StoredSync): Promise<boolean> {
    const stopped = cursor && { ...this.#counted(cursor), byPlayer: true };
    await this.#library.sync.stop(stopped, requestsOf(requests, 'stop'));
    await this.#library.sync.joinPlayedGames();
    if (stopped === null || requests.some(({ kind }) => kind !== 'stop')) return true;
    await this.#stopWaking();
    await this.#reports.report(statusOf(stopped, await this.#remainingOf(stopped)));
    return false;
  }

  async #goOn(cursor: Cursor): Promise<boolean> {
    try {
      await this.#prepare(statusOf(cursor, this.#sync.lastRemaining));
      const step = await this.#sync.ask(cursor);
      if (step === null) return await this.#end(cursor);
      await this.#access.noteTaken(step);
      const next = this.#counted(step.next);
      await step.store(next);
      await this.#reports.progress(statusOf(next, step.remaining));
      return true;
    } catch (thrown) {
      return this.#isReconnectedAfter(thrown, cursor.stops, () =>
        this.#pause(cursor, failureOf(thrown)),
      );
    }
  }

  /** Everything is done: but for the titles, where the sync has gone on without them. */
  async #end(cursor: Cursor): Promise<boolean> {
    if (cursor.awaited === null) {
      const done = this.#counted(await this.#sync.done(cursor));
      await new SyncEnd(this.#ports, this.#library, this.#signal).carryOut(done);
      return true;
    }
    await this.#pause(backAtTitles(cursor, cursor.awaited), cursor.awaited.failure);
    return false;
  }

  async #fetchGame(request: StoredRequest, cursor: Cursor, stored: StoredSync): Promise<boolean> {
    const fetching = new FetchGame({
      ...this.#sources(),
      isOnline: () => this.#ports.isOnline(),
      counted: (known) => this.#counted(known),
      isToGoOn: () => isToSync(this.#ports, this.#accountId),
    });
    try {
      await this.#prepare({ state: 'running', ...FetchGame.PROGRESS });
      const isDone = await fetching.carryOut(request, cursor);
      if (isDone) await this.#library.sync.drop({ requests: [request], opened: [] });
      return true;
    } catch (thrown) {
      return this.#isReconnectedAfter(thrown, request.tries, async () => {
        const failure = failureOf(thrown);
        const resumesAt = resumeInstant(failure, request.tries, this.#ports.now());
        const pause = await this.#access.pauseUntil(resumesAt, failure);
        const stopped = this.#counted(afterGamePause(cursor, pause));
        await this.#library.sync.postpone(request, pause, stopped);
        const others = requestsOf(stored.requests, 'game').filter((each) => each !== request);
        await this.#wakeAt(Math.min(resumesAt, ...others.flatMap((o) => o.pause?.resumesAt ?? [])));
        await this.#reports.report(statusOf(cursor, null));
      });
    }
  }

  /** A connection that has ended may be got back, once; storage may have answered. Otherwise it has to wait. */
  async #isReconnectedAfter(
    thrown: unknown,
    stops: number,
    wait: () => Promise<void>,
  ): Promise<boolean> {
    this.#signal.throwIfAborted();
    // The connection has become another one meanwhile: that is no fault of the sync's.
    if ((await this.#ports.accountToSync()) !== this.#accountId) return false;
    const failure = failureOf(thrown);
    const isStored = await this.#silence.hasAnsweredAfter(failure);
    if (isStored) this.#sync.replan();
    const isRestored = isStored || (await this.#access.isRestoredAfter(failure, stops));
    if (isRestored) this.#isPrepared = false;
    await (isRestored ? this.#sync.forgetFailed() : wait());
    return isRestored;
  }

  async #prepare(status: SyncStatus): Promise<void> {
    if (this.#heartbeatAt - this.#ports.now() < HEARTBEAT / 2) {
      this.#heartbeatAt = this.#ports.now() + HEARTBEAT;
      await this.#wakeAt(this.#heartbeatAt);
    }
    if (this.#isPrepared || !this.#ports.isOnline()) return;
    this.#isPrepared = true;
    await this.#ports.prepare();
    await this.#reports.report(status);
  }

  async #pause(cursor: Cursor, failure: Failure): Promise<void> {
    const before = hasSameWaits(cursor.stoppedBy, failure.cause) ? cursor.stops : 0;
    const resumesAt = resumeInstant(failure, before, this.#ports.now(), cursor.stoppedBy);
    const pause = await this.#access.pauseUntil(resumesAt, failure);
    const stop = { stops: before + 1, stoppedBy: failure.cause, pause };
    const paused = this.#counted({ ...this.#sync.standing(cursor), ...stop });
    await this.#library.sync.storeCursor(paused);
    await this.#library.sync.joinPlayedGames();
    await this.#wakeAt(resumesAt);
    await this.#reports.report(statusOf(paused, await this.#remainingOf(paused)));
  }

  readonly #remainingOf = async (cursor: Cursor | null): Promise<Remaining | null> =>
    cursor && this.#sync.remaining(cursor);

  async #wakeAt(instant: number): Promise<void> {
    this.#signal.throwIfAborted();
    await this.#ports.wakeAt(instant);
  }

  async #stopWaking(): Promise<void> {
    this.#signal.throwIfAborted();
    await this.#ports.stopWaking();
  }

  /** The cursor with the requests that were made since the last one. */
  #counted(cursor: Cursor): Cursor {
    const made = this.#ports.requestsMade();
    const requests = cursor.requests + made - this.#made;
    this.#made = made;
    return { ...cursor, requests };
  }

  async #startAnew(sync = this.#newSync()): Promise<void> {
    await this.#sync.settled();
    this.#sync = sync;
  }

  #newSync(): LibrarySync {
    return new LibrarySync(this.#sources());
  }

  #sources() {
    return {
      ...this.#library,
      psn: this.#ports.psn(this.#accountId, this.#signal),
      player: () => this.#ports.player(this.#accountId, this.#signal),
      ports: this.#ports,
      storeCursor: (cursor: Cursor) => this.#library.sync.storeCursor(cursor),
    };
  }
}
