import { addDlc, earnTrophy, setOf } from './accounts/changes.ts';
import type { Control } from './control.ts';
import { browserCookie } from './session-cookie.ts';
import type { Session } from './sessions.ts';
import type { World } from './world.ts';

/** The control of one world. */
export function createControl(world: World): Control {
  return {
    ...sessionCommands(world),
    ...tokenCommands(world),
    ...libraryCommands(world),
    ...networkCommands(world),
    get log() {
      return world.log.entries;
    },
    clearLog: () => void (world.log.entries = []),
    secrets: () => [...world.sessions.npssos, ...world.tokens.issued],
  };
}

function currentSession(world: World): Session {
  if (world.sessions.current === null) throw new Error('Nobody is signed in');
  return world.sessions.current;
}

type SessionCommand =
  | 'signIn'
  | 'signOut'
  | 'switchAccount'
  | 'signedInAccount'
  | 'sessionCookie'
  | 'ageSession'
  | 'setSessionLength'
  | 'allowOldSessions'
  | 'setCookieVariant'
  | 'rotateNpsso'
  | 'setInvalidLoginStatus'
  | 'profileUnfinished';

function sessionCommands(world: World): Pick<Control, SessionCommand> {
  const { sessions, settings, clock, accounts } = world;
  const signIn: Control['signIn'] = (account) =>
    sessions.signIn(accounts.named(account), settings.allowsOldSessions).npsso;
  return {
    signIn,
    switchAccount: signIn,
    signOut: (kind = 'hard') => {
      if (sessions.current !== null) sessions.signOut(sessions.current, kind);
    },
    signedInAccount: () => sessions.current?.account.name ?? null,
    sessionCookie: () => {
      const session = currentSession(world);
      return browserCookie(session.npsso, session.endsAt, settings.cookie);
    },
    ageSession: (days) => void (currentSession(world).endsAt -= days * 86_400_000),
    setSessionLength: (secondsLeft) =>
      void (currentSession(world).endsAt = clock.now() + secondsLeft * 1000),
    allowOldSessions: (keeps) => void (settings.allowsOldSessions = keeps),
    setCookieVariant: (variant) => void Object.assign(settings.cookie, variant),
    rotateNpsso: (rotates) => void (settings.rotatesNpsso = rotates),
    setInvalidLoginStatus: (status) => void (settings.invalidLoginStatus = status),
    profileUnfinished: (isUnfinished) =>
      void (settings.profileUnfinished = isUnfinished === true ? 'at-authorize' : isUnfinished),
  };
}

type TokenCommand =
  | 'chooseRefreshGrant'
  | 'setAccessSeconds'
  | 'setCodeSeconds'
  | 'rotateTokens'
  | 'revokeTokens'
  | 'expireAccessTokens'
  | 'refuseOrigin';

function tokenCommands({ settings, tokens }: World): Pick<Control, TokenCommand> {
  return {
    // One second less than whole days, as in recorded answers: 863999, 5183999.
    chooseRefreshGrant: (life) =>
      void (settings.refreshSeconds = 'days' in life ? life.days * 86_400 - 1 : life.seconds),
    setAccessSeconds: (seconds) => void (settings.accessSeconds = seconds),
    setCodeSeconds: (seconds) => void (settings.codeSeconds = seconds),
    rotateTokens: (rotates) => void (settings.rotatesTokens = rotates),
    revokeTokens: () => tokens.revokeAll(),
    expireAccessTokens: () => tokens.expireAccess(),
    refuseOrigin: (refuses) => void (settings.refusesOrigin = refuses),
  };
}

type LibraryCommand =
  | 'setLanguage'
  | 'setRecordedForms'
  | 'earnTrophy'
  | 'addDlc'
  | 'hideTitle'
  | 'unhideTitle'
  | 'deleteTitle';

function libraryCommands({ accounts, clock, settings }: World): Pick<Control, LibraryCommand> {
  const now = (): number => Math.floor(clock.now() / 1000) * 1000;
  return {
    setLanguage: (language) => void (settings.language = language),
    setRecordedForms: (forms) => void Object.assign(settings.forms, forms),
    earnTrophy: (name, np, trophyId) => {
      const account = accounts.named(name);
      earnTrophy(account, setOf(account, np), trophyId, now());
    },
    addDlc: (name, np) => {
      const account = accounts.named(name);
      addDlc(account, setOf(account, np));
    },
    hideTitle: (name, np) => void (setOf(accounts.named(name), np).hidden = true),
    unhideTitle: (name, np) => void (setOf(accounts.named(name), np).hidden = false),
    deleteTitle: (name, np) => {
      const account = accounts.named(name);
      account.setsById().delete(setOf(account, np).npCommunicationId);
    },
  };
}

type NetworkCommand =
  | 'setRateLimit'
  | 'blockAddress'
  | 'now'
  | 'advanceClock'
  | 'skewDateHeader'
  | 'inject'
  | 'clearFaults';

function networkCommands(world: World): Pick<Control, NetworkCommand> {
  const { clock, faults, rateLimit } = world;
  return {
    setRateLimit: (rule) => {
      rateLimit.rule = rule;
      rateLimit.forget();
    },
    blockAddress: (seconds) => void (world.edgeBlockedUntil = clock.now() + seconds * 1000),
    now: () => clock.now(),
    advanceClock: (milliseconds) => clock.advance(milliseconds),
    skewDateHeader: (milliseconds, host) => {
      if (host === undefined) clock.headerSkew = milliseconds;
      else clock.skewHost(host, milliseconds);
    },
    inject: (injection) => faults.inject(injection),
    clearFaults: () => faults.clear(),
  };
}
