import { randomBytes } from 'node:crypto';
import type { Account } from './accounts/account.ts';
import type { Clock } from './clock.ts';

const DAY = 86_400_000;
/** Seconds that a new session has; Sony counts down from about 60 days and never adds any. */
const SESSION_SECONDS = 5_184_000;

export type SignOutKind = 'hard' | 'soft' | 'half-dead';

/** One sign-in at Sony, known by its NPSSO. */
export interface Session {
  npsso: string;
  account: Account;
  endsAt: number;
  usedAt: number;
  /** Replaced by another sign-in, or ended at once. */
  isDead: boolean;
  /** When the player signed out on the website; the NPSSO itself dies later. */
  signedOutAt: number | null;
  /** `ssocookie` still names it, `authorize` refuses it. */
  isHalfDead: boolean;
}

export class Sessions {
  readonly #clock: Clock;
  readonly #sessions = new Map<string, Session>();
  /** Who is signed in now, as the simulated browser sees it. */
  current: Session | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get npssos(): string[] {
    return [...this.#sessions.keys()];
  }

  get all(): Session[] {
    return [...this.#sessions.values()];
  }

  signIn(account: Account, othersStay: boolean): Session {
    if (!othersStay) for (const session of this.all) session.isDead = true;
    const now = this.#clock.now();
    const session: Session = {
      npsso: newNpsso(),
      account,
      endsAt: now + SESSION_SECONDS * 1000,
      usedAt: now,
      isDead: false,
      signedOutAt: null,
      isHalfDead: false,
    };
    this.#sessions.set(session.npsso, session);
    this.current = session;
    return session;
  }

  /** A new NPSSO for the same sign-in; the old one is no longer known. */
  rotate(session: Session): Session {
    const rotated = { ...session, npsso: newNpsso() };
    session.isDead = true;
    this.#sessions.set(rotated.npsso, rotated);
    if (this.current === session) this.current = rotated;
    return rotated;
  }

  /**
   * Soft is what the website does: the browser loses its cookie, while the NPSSO lives on until it is
   * unused for a day, seven days at most.
   */
  signOut(session: Session, kind: SignOutKind): void {
    if (kind === 'hard') session.isDead = true;
    if (kind === 'soft') session.signedOutAt = this.#clock.now();
    if (kind === 'half-dead') session.isHalfDead = true;
    else if (this.current === session) this.current = null;
  }

  /** The session behind an NPSSO, if it is still good for anything. */
  alive(npsso: string | undefined): Session | null {
    const session = this.#sessions.get(npsso ?? '');
    if (session === undefined || session.isDead || this.secondsLeft(session) <= 0) return null;
    return session;
  }

  /** What `authorize` does with it: using it keeps a signed-out session from idling to death. */
  use(npsso: string | undefined): Session | null {
    const session = this.alive(npsso);
    if (session === null || session.isHalfDead) return null;
    session.usedAt = this.#clock.now();
    return session;
  }

  endOf(session: Session): number {
    if (session.signedOutAt === null) return session.endsAt;
    const idleEnd = Math.max(session.usedAt, session.signedOutAt) + DAY;
    return Math.min(session.endsAt, idleEnd, session.signedOutAt + 7 * DAY);
  }

  secondsLeft(session: Session): number {
    return Math.floor((this.endOf(session) - this.#clock.now()) / 1000);
  }
}

/** 64 letters and digits, as in the samples that people show. */
function newNpsso(): string {
  return randomBytes(48).toString('base64url').replaceAll('-', 'a').replaceAll('_', 'Z');
}
