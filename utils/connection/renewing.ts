import {
  aliveOf,
  isSameSession,
  withSeen,
  type Connected,
  type Session,
} from '../domain/connection/connection';
import { failureOf, isOfAccount, type Failure } from '../domain/failure';
import { isOfAsking, nextCheckAfter, withRefused } from '../domain/connection/failed-check';
import { withNobodySeen, withSomebodySeen } from '../domain/connection/gone-session';
import {
  gotBack,
  isTooEarly,
  isTriedUnseen,
  isTryLater,
  withLastingCause,
  withTry,
} from '../domain/connection/recovery';
import {
  isCheckDue,
  isWorthRenewing,
  isWorthTrying,
  sinceSeen,
  withCheckAt,
} from '../domain/connection/token-life';
import { isUnasked } from '../domain/connection/sign-in-limits';
import { HOUR } from '../domain/time-units';
import type {
  Asker,
  ConnectionRecord,
  Exclusively,
  PsnSession,
  SessionCheck,
  PsnTokens,
  SettingsRecord,
  Tokens,
  Vault,
} from './ports';
import { NotTraded, Trading } from './trading';

/** A check that was made for another reason a moment ago will do. */
const JUST_CHECKED = 10_000;

interface Needs {
  session: PsnSession;
  tokens: PsnTokens;
  vault: Vault;
  record: ConnectionRecord;
  settings: SettingsRecord;
  exclusively: Exclusively;
  now: () => number;
}

/**
 * Keeps a connection alive from the sign-in at PlayStation, without a word to the player: only the exchange of a
 * living session gives a refresh token that lasts longer. Never takes another account's.
 */
export class Renewing {
  readonly #needs: Needs;
  /** Sooner than a moment later a check, or what follows it, would only fail again. */
  #failedAt = -Infinity;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Looks at the session, and renews where that gives a later end, if the player lets it. Safe to repeat. */
  async renew(asker: Asker = 'automatic'): Promise<void> {
    await this.#checkIf((connection) => !this.#isJustChecked(connection), asker);
  }

  /** The same when the last check says nothing: the player has just signed in, or wants it from now on. */
  async renewAtOnce(asker: Asker): Promise<void> {
    await this.#checkIf(() => true, asker);
  }

  /** Tries to get back a connection that Sony has ended, where that is due. True where it works again. */
  async restore(): Promise<boolean> {
    const connection = await this.#needs.record.read();
    if (connection.phase !== 'connected') return false;
    if (connection.failure === null) return true;
    if (isTryLater(connection.recovery, this.#needs.now())) return false;
    await this.renewAtOnce('automatic');
    const after = await this.#needs.record.read();
    return after.phase === 'connected' && after.failure === null;
  }

  /** One exchange of the living sign-in, if the player lets it. True where that gave tokens. */
  async recover(asker: Asker): Promise<boolean> {
    const { settings, record, exclusively } = this.#needs;
    if (!(await settings.read()).renewal) return false;
    return exclusively('connecting', async () => {
      const connection = await record.read();
      if (connection.phase !== 'connected') return false;
      try {
        return await this.#recoverFrom(connection, asker);
      } catch (thrown) {
        const failure = await this.#noteFailure(thrown);
        if (isOfAccount(failure)) await this.#change((own) => withLastingCause(own, failure));
        return false;
      }
    });
  }

  /** Renews where the next check is due, or the refresh token has come to its end: a grant can be short. */
  async renewIfDue(): Promise<void> {
    await this.#checkIf((connection) => {
      const { tokenLife, recovery } = connection;
      const now = this.#needs.now();
      const isOver = tokenLife.refreshTokenEndsAt <= now && !isTryLater(recovery, now);
      return isCheckDue(tokenLife, now) || (isOver && !this.#isJustChecked(connection));
    }, 'automatic');
  }

  /**
   * Looks at the session and renews, whatever the settings say: the player asked for it. To be called under the
   * connection's lock. Says why it came to nothing, where it did; `sign-in-pause` where it is too early for a check.
   */
  async renewAsked(connection: Connected, asker: Asker): Promise<Failure | null> {
    try {
      const check = await this.#check(connection, asker);
      if (check.state === 'signed-in') await this.#weigh(connection, check.endsAt, asker);
      else if (check.state === 'signed-out') await this.#noteNobody(connection, asker);
      else if (isTriedUnseen(connection, asker, this.#needs.now()))
        await this.#try(connection, aliveOf(connection)?.endsAt ?? null, asker);
      else await this.#checkAgainAt(this.#needs.now() + HOUR);
      return null;
    } catch (thrown) {
      return this.#noteFailure(thrown);
    }
  }

  async #checkIf(isDue: (connection: Connected) => boolean, asker: Asker): Promise<void> {
    const { record, settings, exclusively } = this.#needs;
    if (!(await settings.read()).renewal) return;
    const before = await record.read();
    if (before.phase !== 'connected' || !isDue(before)) return;
    await exclusively('connecting', async () => {
      const connection = await record.read();
      if (connection.phase === 'connected' && isDue(connection)) {
        const failure = await this.renewAsked(connection, asker);
        // Too early for a check that somebody wanted: it is made up for.
        if (failure?.cause === 'sign-in-pause')
          await this.#checkAgainAt(failure.until ?? this.#needs.now());
      }
    });
  }

  #isJustChecked({ tokenLife }: Connected): boolean {
    const now = this.#needs.now();
    return Math.min(sinceSeen(tokenLife, now), Math.abs(now - this.#failedAt)) <= JUST_CHECKED;
  }

  /** Whom Sony names has not gone, whatever comes of it. */
  async #check({ tokenLife }: Connected, asker: Asker): Promise<SessionCheck> {
    const check = await this.#needs.session.check(asker);
    if (check.state === 'signed-in' && tokenLife.session.goneSince !== undefined)
      await this.#changeSession(withSomebodySeen);
    return check;
  }

  #noteNobody({ failure, renewal, recovery }: Connected, asker: Asker): Promise<void> {
    const now = this.#needs.now();
    // What was ended, or is about to be by the player, is no surprise.
    const isLost = failure !== null || recovery?.token === 'spent';
    const isExplained = isLost || renewal !== null || asker === 'page';
    return this.#changeSession((session) => withNobodySeen(session, now, isExplained));
  }

  /** What says nothing of the session leaves it as it is known; what Sony refuses says that it gives no more time. */
  async #noteFailure(thrown: unknown): Promise<Failure> {
    const failure = failureOf(thrown);
    if (failure.cause === 'sign-in-pause') return failure;
    const now = (this.#failedAt = this.#needs.now());
    const wait = nextCheckAfter(failure);
    const traded = thrown instanceof NotTraded ? thrown : null;
    if (wait === null) await this.#changeSession((session) => withRefused(session, now, traded));
    else await this.#checkAgainAt(now + wait);
    return failure;
  }

  async #recoverFrom(connection: Connected, asker: Asker): Promise<boolean> {
    const { session } = connection.tokenLife;
    const living = await this.#living(connection, asker);
    if (living === null) return false;
    const isOther =
      session.state === 'other-account' && isSameSession(session.endsAt, living.endsAt);
    return !isOther && (await this.#exchange(living.endsAt, asker));
  }

  /** The sign-in, or null where there is none. One that is known does where it cannot be checked, or not so soon again. */
  async #living(connection: Connected, asker: Asker): Promise<Pick<Session, 'endsAt'> | null> {
    const known = aliveOf(connection);
    try {
      const check = await this.#check(connection, asker);
      if (check.state === 'signed-in') return check;
      if (check.state === 'unknown') return known;
      await this.#noteNobody(connection, asker);
      return null;
    } catch (thrown) {
      if (!isOfAsking(failureOf(thrown)) || known === null) throw thrown;
      return known;
    }
  }

  async #weigh(connection: Connected, endsAt: number, asker: Asker): Promise<void> {
    const { tokenLife, failure } = connection;
    const { state, endsAt: knownEnd, seenAt } = tokenLife.session;
    const isKnown = isSameSession(knownEnd, endsAt) && state !== 'unknown';
    const now = this.#needs.now();
    if (isKnown && state === 'other-account') return this.#note('other-account', endsAt);
    // After an outage it is the same sign-in: there again, it is tried at once, and waits like any other from then on.
    const isBack = isKnown && state === 'signed-out';
    if (isBack) await this.#note('alive', endsAt);
    // A page that loads is no sign-in yet: what was refused is left to the one that is to come.
    else if (isUnasked(asker) && isKnown && isTooEarly(connection, now)) {
      return this.#note(state, endsAt, failure === null ? seenAt : now);
    }
    const isRefused = isKnown && state === 'refused';
    // A click wants to know whose it is, or whether what was refused has been put right since.
    const isWorth =
      isKnown && !isRefused
        ? isWorthRenewing(tokenLife, endsAt, now)
        : asker === 'player' || isWorthTrying(tokenLife, endsAt, now);
    if (!isWorth && failure === null) {
      if (isRefused) return this.#note('refused', endsAt);
      return this.#note(isKnown ? 'alive' : 'unknown', endsAt);
    }
    await this.#try(connection, endsAt, asker);
  }

  async #try({ failure, recovery }: Connected, endsAt: number | null, asker: Asker): Promise<void> {
    // Written first: a worker that dies in a try has had it.
    if (failure !== null || recovery !== null)
      await this.#change((own) => withTry(own, this.#needs.now()));
    await this.#exchange(endsAt, asker);
  }

  /** True where that gave tokens, which are stored. */
  async #exchange(endsAt: number | null, asker: Asker): Promise<boolean> {
    const { session, tokens, vault, exclusively } = this.#needs;
    // Tokens that cannot be stored are better not asked for.
    await exclusively('refresh', () => vault.prove());
    try {
      const granted = await new Trading(session, tokens).tradeAtOnce(asker);
      return await exclusively('refresh', () => this.#take(granted, endsAt, asker));
    } catch (thrown) {
      throw new NotTraded(failureOf(thrown), endsAt);
    }
  }

  /** The old token is replaced by the storing of the new one, and by nothing before it. */
  async #take(granted: Tokens, endsAt: number | null, asker: Asker): Promise<boolean> {
    const { record, vault, now } = this.#needs;
    const connection = await record.read();
    if (connection.phase !== 'connected') return false;
    if (granted.accountId !== connection.accountId) {
      await this.#note('other-account', endsAt);
      return false;
    }
    await vault.store(granted);
    const tokenLife = {
      grant: granted.refreshTokenEndsAt - now(),
      refreshTokenEndsAt: granted.refreshTokenEndsAt,
      provedAt: now(),
      session: { state: 'alive' as const, endsAt, seenAt: now(), aliveAt: now() },
    };
    const recovery = asker === 'automatic' ? gotBack : () => null;
    await record.change((current) =>
      current.phase === 'connected' && current.accountId === granted.accountId
        ? { ...current, failure: null, recovery: recovery(current), refused: null, tokenLife }
        : current,
    );
    return true;
  }

  #checkAgainAt(checkAt: number): Promise<void> {
    return this.#changeSession((session) => withCheckAt(session, checkAt, this.#needs.now()));
  }

  async #note(state: Session['state'], endsAt: number | null, seenAt?: number): Promise<void> {
    const now = this.#needs.now();
    const seen = { state, endsAt, seenAt: seenAt ?? now };
    await this.#changeSession((session) => withSeen(session, seen, now));
  }

  #changeSession(change: (session: Session) => Session): Promise<void> {
    return this.#change(({ tokenLife, ...own }) => ({
      ...own,
      tokenLife: { ...tokenLife, session: change(tokenLife.session) },
    }));
  }

  async #change(change: (connection: Connected) => Connected): Promise<void> {
    await this.#needs.record.change((current) =>
      current.phase === 'connected' ? change(current) : current,
    );
  }
}
