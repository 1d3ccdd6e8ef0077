const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** No rule looks back further. */
const MEMORY = 4 * HOUR;

/**
 * Who wants something of Sony's account host. `player`: a click. `sign-in`: a sign-in has ended in the tab that we
 * opened for it; `late-sign-in`: so long ago that its cookie must be there. `automatic`: a timer, or any other tab,
 * which a web page can navigate as it likes.
 */
export type Asker = 'player' | 'sign-in' | 'late-sign-in' | 'automatic';

/** What was asked of Sony's account host so far. Instants are milliseconds since 1970 by this device's clock. */
export interface SignInLedger {
  /** Each request that nobody clicked for, of whatever kind. */
  requests: number[];
  /** Each look at the session. */
  looks: number[];
  /** Each exchange of the session for tokens. */
  exchanges: number[];
  /** How many exchanges in a row were refused. */
  refusals: number;
  /** Until when Sony asked to be left alone (429): with looks, and with exchanges. */
  pauses: { look: number; exchange: number };
}

export const EMPTY_LEDGER: SignInLedger = {
  requests: [],
  looks: [],
  exchanges: [],
  refusals: 0,
  pauses: { look: 0, exchange: 0 },
};

/** An exchange is a code and the tokens for it. */
const COST = { look: 1, exchange: 2 };

const SIGN_IN_CEILINGS = [
  { within: MINUTE, most: 6 },
  { within: 10 * MINUTE, most: 20 },
];

/** How many requests there may be in a stretch of time, for those that nobody clicked for. */
const CEILINGS: Record<Asker, { within: number; most: number }[]> = {
  player: [],
  'sign-in': SIGN_IN_CEILINGS,
  'late-sign-in': SIGN_IN_CEILINGS,
  // Less, so that the sign-in that is waited for finds room.
  automatic: [
    { within: MINUTE, most: 4 },
    { within: 10 * MINUTE, most: 14 },
  ],
};

/** How long after the last look the next may be, where somebody is there to see what comes of it. */
const LOOK_AFTER: Record<Exclude<Asker, 'automatic'>, number> = {
  player: 2 * SECOND,
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
  kind: 'look' | 'exchange',
  asker: Asker,
  now: number,
): number {
  const own = kind === 'look' ? nextLook(ledger, asker, now) : nextExchange(ledger, now);
  const free = CEILINGS[asker].map(({ within, most }) =>
    instantWithRoom(ledger.requests, within, most - COST[kind]),
  );
  return Math.max(ledger.pauses[kind], own, ...free);
}

function nextLook({ looks, requests }: SignInLedger, asker: Asker, now: number): number {
  const last = looks.at(-1) ?? -Infinity;
  if (asker !== 'automatic') return last + LOOK_AFTER[asker];
  const recent = requests.filter((instant) => instant > now - 10 * MINUTE).length;
  return last + (PACES.find(({ below }) => recent < below)?.after ?? MINUTE);
}

/** A bucket of three that gets one more a minute; each refusal in a row doubles that time, up to an hour. */
function nextExchange({ exchanges, refusals }: SignInLedger, now: number): number {
  const refill = Math.min(HOUR, MINUTE * 2 ** refusals);
  let level = EXCHANGES;
  let at = exchanges[0] ?? now;
  for (const instant of exchanges) {
    // It did pass: where the refill was faster then, there was one left.
    level = Math.max(0, Math.min(EXCHANGES, level + (instant - at) / refill) - 1);
    at = instant;
  }
  return level >= 1 ? at : at + Math.ceil((1 - level) * refill);
}

/** When no more than so many of the requests are within the stretch of time. */
function instantWithRoom(requests: readonly number[], within: number, most: number): number {
  const oldest = requests[requests.length - 1 - most];
  return oldest === undefined ? -Infinity : oldest + within;
}

/** The ledger with one more look or exchange in it. */
export function withAsked(
  ledger: SignInLedger,
  kind: 'look' | 'exchange',
  asker: Asker,
  now: number,
): SignInLedger {
  const asked = asker === 'player' ? [] : Array.from({ length: COST[kind] }, () => now);
  return {
    ...ledger,
    requests: [...ledger.requests, ...asked],
    looks: kind === 'look' ? [...ledger.looks, now] : ledger.looks,
    exchanges: kind === 'exchange' ? [...ledger.exchanges, now] : ledger.exchanges,
  };
}

/** The ledger as of now: what no rule looks at any more is left out, and a clock that was set back forgets nothing. */
export function ledgerAt(ledger: SignInLedger, now: number): SignInLedger {
  const recent = (instants: readonly number[]): number[] =>
    instants.filter((instant) => instant > now - MEMORY).map((instant) => Math.min(instant, now));
  const { look, exchange } = ledger.pauses;
  return {
    requests: recent(ledger.requests),
    looks: recent(ledger.looks),
    exchanges: recent(ledger.exchanges),
    refusals: ledger.refusals,
    pauses: { look: soon(look, now), exchange: soon(exchange, now) },
  };
}

/** No pause of Sony's is longer than an hour: what lies further ahead is of another clock. */
function soon(pause: number, now: number): number {
  return Math.min(pause, now + HOUR);
}
