import {
  backFrom,
  isAttempt,
  withFormerSeen,
  type Session,
  type Attempting,
  type Connection,
  type WaitingForSignIn,
} from '../domain/connection/connection';
import { isSameWait, type AttemptWait } from '../domain/connection/attempt-wait';
import type { Failure } from '../domain/failure';
import { attemptOf } from './attempt-rules';
import type { ConnectionRecord } from './ports';

/** The record has another attempt by now, or none: whoever worked on this one is to stop. */
export class Superseded extends Error {}

/** The record, as far as one attempt may change it: only while the attempt is what the record says. */
export class AttemptRecord {
  readonly #record: ConnectionRecord;
  readonly #id: string;

  constructor(record: ConnectionRecord, { id }: Attempting) {
    this.#record = record;
    this.#id = id;
  }

  /** Where the attempt stands. Fails with `Superseded` where it is over. */
  async read(): Promise<Attempting> {
    return this.#own(await this.#record.read());
  }

  /** Writes the next step of the attempt. */
  async advance(change: (attempt: Attempting) => Connection): Promise<void> {
    let own = false;
    await this.#record.change((current) => {
      own = this.#isOwn(current);
      return own ? change(current as Attempting) : current;
    });
    if (!own) throw new Superseded();
  }

  /** The same while a sign-in is waited for; otherwise it stays as it is. */
  advanceWaiting(change: (waiting: WaitingForSignIn) => WaitingForSignIn): Promise<void> {
    return this.advance((attempt) =>
      attempt.phase === 'waiting-for-sign-in' ? change(attempt) : attempt,
    );
  }

  /** It waits from now on. */
  noteWait(wait: AttemptWait): Promise<void> {
    return this.advance((attempt) =>
      isSameWait(attempt.storage, wait) ? attempt : { ...attempt, storage: wait },
    );
  }

  /** It waits no more: what the player was waited for meanwhile begins anew. */
  noteWaitOver(now: number): Promise<void> {
    return this.advance((attempt) => ({
      ...attempt,
      ...('since' in attempt && { since: now }),
      ...(attempt.storage && { storage: { ...attempt.storage, failure: null } }),
    }));
  }

  /** Shows a page, and notes it once it is done: one that is shown twice is better than one that never is. */
  async show(page: () => Promise<void>): Promise<void> {
    await page();
    await this.advance((current) =>
      'isShown' in current ? { ...current, isShown: true } : current,
    );
  }

  /** Notes what was seen of the sign-in, for the connection that is gone back to. */
  noteSeen(state: Session['state'], endsAt: number | null, now: number): Promise<void> {
    return this.advance((attempt) => withFormerSeen(attempt, state, endsAt, now));
  }

  /** Back to what was before. */
  giveUp(failure: Failure | null): Promise<void> {
    return this.advance((attempt) => backFrom(attempt, failure));
  }

  #isOwn(current: Connection): boolean {
    return isAttempt(current) && current.id === this.#id;
  }

  #own(current: Connection): Attempting {
    if (!isAttempt(current) || current.id !== this.#id) throw new Superseded();
    return current;
  }
}

/** Does it where nobody has superseded the attempt meanwhile. */
export async function ifOwn(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!(thrown instanceof Superseded)) throw thrown;
  }
}

/** Writes each step of trading before it is taken. */
export function atStep(record: AttemptRecord) {
  return (step: 'code' | 'tokens'): Promise<void> =>
    record.advance((current) => ({ ...attemptOf(current), phase: 'connecting', step }));
}
