import { HOUR, MINUTE, SECOND } from '../time-units';

/** No rule counts more of a kind. By their number, and not by their age: that is only as right as the clock is. */
const MEMORY = 24;

/**
 * Who wants something of Sony's account host. `player`: a click. `page`: a page has loaded in the tab that we opened,
 * where a sign-out may have ended. `sign-in`: a sign-in has ended there; `late-sign-in`: so long ago that its cookie
 * must be there. `automatic`: a timer, or any other tab, which a web page can navigate as it likes.
 */
export type Asker = 'player' | 'page' | 'sign-in' | 'late-sign-in' | 'automatic';

/** True where nobody has clicked or signed in for it. */
export function isUnasked(asker: Asker): boolean {
  return asker === 'automatic' || asker === 'page';
}

/** What was asked of Sony's account host so far. Instants are milliseconds since 1970 by this device's clock. */
export interface SignInLedger {
  /** Each request that nobody clicked for, of whatever kind. */
  requests: number[];
  /** Each check of the session. */
  sessions: number[];
  /** Each exchange of the session for tokens. */
  exchanges: number[];
  /** How many exchanges in a row were refused. */
  refusals: number;
  /** Until when Sony asked to be left alone (429): with checks, and with exchanges. */
  pauses: { session: number; exchange: number };
}

export const EMPTY_LEDGER: SignInLedger = {
  requests: [],
  sessions: [],
  exchanges: [],
  refusals: 0,
  pauses: { session: 0, exchange: 0 },
};

/** An exchange is a code and the tokens for it. */
const COST = { session: 1, exchange: 2 };

const SIGN_IN_CEILINGS = [
  { within: MINUTE, most: 11 },
  { within: 10 * MINUTE, most: 20 },
];

/** How many requests there may be in a stretch of time, for those that nobody clicked for. */
const CEILINGS: Record<Asker, { within: number; most: number }[]> = {
  player: [],
  // Each less than the one before, so that what is waited for finds room: a sign-in is a check and an exchange.
  'sign-in': SIGN_IN_CEILINGS,
  'late-sign-in': SIGN_IN_CEILINGS,
  page: [
    { within: MINUTE, most: 8 },
    { within: 10 * MINUTE, most: 17 },
  ],
  automatic: [
    { within: MINUTE, most: 4 },
    { within: 10 * MINUTE, most: 14 },
  ],
};

/** A pause that Sony asked for without saying how long. */
export const UNSAID_PAUSE = MINUTE;

/** How long after the last check the next may be, where somebody is there to see what comes of it. */
const CHECK_AFTER: Record<Exclude<Asker, 'automatic'>, number> = {
  player: 2 * SECOND,
  page: SECOND,
  'sign-in': SECOND,
  'late-sign-in': SECOND,
};
/** For timers: often enough to be noticed, seldom enough for Sony; by the requests of the last ten minutes. */
const PACES = [
  { below: 2, after: 12 * SECOND },
  { below: 6, after: 30 * SECOND },
  { below: Infinity, after: MINUTE },
];

const EXCHANGES = 3;

/**
 * When this may be asked: now or earlier where it may be asked at once. Milliseconds since 1970, by the device's clock.
 */
export function allowedAt(
  ledger: SignInLedger,
  kind: 'session' | 'exchange',
  asker: Asker,
  now: number,
): number {
  const own = kind === 'session' ? nextCheck(ledger, asker, now) : nextExchange(ledger, asker, now);
  const free = CEILINGS[asker].map(({ within, most }) =>
    instantWithRoom(ledger.requests, within, most - COST[kind]),
  );
  return Math.max(ledger.pauses[kind], own, ...free);
}

function nextCheck({ sessions, requests }: SignInLedger, asker: Asker, now: number): number {
  const last = sessions.at(-1) ?? -Infinity;
  if (asker !== 'automatic') return last + CHECK_AFTER[asker];
  const recent = requests.filter((instant) => instant > now - 10 * MINUTE).length;
  return last + (PACES.find(({ below }) => recent < below)?.after ?? MINUTE);
}

/** A bucket of three that gets one more a minute; each refusal in a row doubles that time, up to an hour. */
function nextExchange({ exchanges, refusals }: SignInLedger, asker: Asker, now: number): number {
  // Who has just signed in for us brings another sign-in than the one that was refused.
  const isOurTab = asker !== 'player' && asker !== 'automatic';
  const refill = isOurTab ? MINUTE : Math.min(HOUR, MINUTE * 2 ** refusals);
  // What goes by itself leaves one to the player.
  const needed = asker === 'automatic' ? 2 : 1;
  let level = EXCHANGES;
  let at = exchanges[0] ?? now;
  for (const instant of exchanges) {
    // It did pass: where the refill was faster then, there was one left.
    level = Math.max(0, Math.min(EXCHANGES, level + (instant - at) / refill) - 1);
    at = instant;
  }
  return level >= needed ? at : at + Math.ceil((needed - level) * refill);
}

/** When no more than so many of the requests are within the stretch of time. */
function instantWithRoom(requests: readonly number[], within: number, most: number): number {
  const oldest = requests[requests.length - 1 - most];
  return oldest === undefined ? -Infinity : oldest + within;
}

/** The ledger with one more check or exchange in it. */
export function withAsked(
  ledger: SignInLedger,
  kind: 'session' | 'exchange',
  asker: Asker,
  now: number,
): SignInLedger {
  const asked = asker === 'player' ? [] : Array.from({ length: COST[kind] }, () => now);
  const latest = (...instants: number[]): number[] => instants.slice(-MEMORY);
  return {
    ...ledger,
    requests: latest(...ledger.requests, ...asked),
    sessions: latest(...ledger.sessions, ...(kind === 'session' ? [now] : [])),
    exchanges: latest(...ledger.exchanges, ...(kind === 'exchange' ? [now] : [])),
  };
}

/** The ledger as of now: a clock that was set back forgets nothing. */
export function ledgerAt(ledger: SignInLedger, now: number): SignInLedger {
  return shifted(ledger, 0, now);
}

/**
 * The ledger once the device's clock is known to have leapt ahead: what seems long past was a moment ago.
 * @param ahead by how much, in milliseconds
 */
export function shifted(ledger: SignInLedger, ahead: number, now: number): SignInLedger {
  const past = (instants: readonly number[]): number[] =>
    instants.map((instant) => Math.min(instant + ahead, now));
  const { session, exchange } = ledger.pauses;
  // None is none, whatever the clock.
  const pause = (end: number): number => (end === 0 ? 0 : soon(end + ahead, now));
  return {
    requests: past(ledger.requests),
    sessions: past(ledger.sessions),
    exchanges: past(ledger.exchanges),
    refusals: ledger.refusals,
    pauses: { session: pause(session), exchange: pause(exchange) },
  };
}

/** No pause of Sony's is longer than a day: what lies beyond is of another clock. */
function soon(pause: number, now: number): number {
  return Math.min(pause, now + 24 * HOUR);
}
