import { NO_PROGRESS, type SyncStatus } from '../domain/sync/sync-status';
import { cursorProgress, statusOf, type Cursor, type Remaining } from './cursor';
import type { SyncPorts, SyncStore } from './ports';
import { MINUTE } from '../domain/time-units';

/** How often it is told how far a sync has come. */
const TOLD_EVERY = 1_000;

/** What pages are told of a sync. */
export class SyncReports {
  readonly #ports: Pick<SyncPorts, 'budget' | 'publish' | 'snapshot' | 'now' | 'settings'>;
  readonly #store: Pick<SyncStore, 'excerpt'>;
  readonly #signal: AbortSignal;
  #told: { what: string; at: number } | null = null;

  constructor(
    ports: Pick<SyncPorts, 'budget' | 'publish' | 'snapshot' | 'now' | 'settings'>,
    store: Pick<SyncStore, 'excerpt'>,
    signal: AbortSignal,
  ) {
    this.#ports = ports;
    this.#store = store;
    this.#signal = signal;
  }

  async report(sync: SyncStatus): Promise<void> {
    const settings = await this.#ports.settings();
    // What cannot be read to be told keeps nothing from being fetched: it is told as it was.
    const excerpt = await this.#store.excerpt(settings).catch(() => this.#ports.snapshot());
    const now = await this.#ports.budget();
    this.#signal.throwIfAborted();
    // To the minute: what was reckoned a moment later is no news.
    const fullAt = Math.ceil(now.freesAt(now.aWindow) / MINUTE) * MINUTE;
    const budget = { requests: now.requests, fullAt };
    const { halvedUntil } = now;
    await this.#ports.publish({ ...excerpt, sync, halvedUntil, budget });
  }

  /** How far a running sync has come. What begins or ends is told at once, what is between at most once a second. */
  async progress(sync: SyncStatus): Promise<void> {
    const at = this.#ports.now();
    const what = 'phase' in sync ? JSON.stringify([sync.phase, sync.isRest]) : '';
    const past = this.#told === null ? TOLD_EVERY : at - this.#told.at;
    if (past >= 0 && past < TOLD_EVERY && this.#told?.what === what) return;
    await this.report(sync);
    this.#told = { what, at };
  }

  /** What is left of it was told when it was stopped, and is not planned anew at every wake-up. */
  async rest(cursor: Cursor | null, remaining: () => Promise<Remaining | null>): Promise<void> {
    if (cursor === null) return this.report({ state: 'idle' });
    const told = (await this.#ports.snapshot()).sync;
    const isTold = told.state === 'stopped' && told.done === cursor.done;
    await this.report(isTold ? told : statusOf(cursor, await remaining()));
  }

  /** The browser does not let us reach Sony. */
  async noAccess(cursor: Cursor | null): Promise<void> {
    const progress = cursor === null ? NO_PROGRESS : cursorProgress(cursor, null);
    await this.report({ state: 'blocked', ...progress, failure: { cause: 'permission-missing' } });
  }

  /**
   * What is waited for is told once. The worker that began to wait may have died before that, and access that was
   * withdrawn may be given again: then something else is told.
   */
  async wait(cursor: Cursor, remaining: () => Promise<Remaining | null>): Promise<void> {
    const { sync } = await this.#ports.snapshot();
    if (waitIn(sync) === waitIn(statusOf(cursor, null))) return;
    await this.report(statusOf(cursor, await remaining()));
  }
}

/** What of a status says that something is waited for. */
function waitIn(sync: SyncStatus): string {
  const failure = 'failure' in sync ? sync.failure.cause : null;
  const until = 'resumesAt' in sync ? sync.resumesAt : null;
  return JSON.stringify([sync.state, failure, until]);
}
