import { DAY } from '../time-units';

/** Sony counts about 300 requests for data in 15 minutes, per account. */
export const BUDGET = { requests: 300, milliseconds: 15 * 60_000 };

/** Requests that are left for the player's next click: what is fetched ahead does not touch them. */
export const RESERVE = 20;

/**
 * How much of each window is left to what the player will pick, for as long as they have picked nothing: half of it.
 * What nobody has asked for does not spend what their choice will need.
 */
export function leftToPicks(
  aWindow: number,
  { hasChosen, everyGame }: { hasChosen: boolean; everyGame: boolean },
): number {
  return hasChosen || everyGame ? 0 : aWindow / 2;
}

/** What is fetched ahead leaves so many requests: to picks that are still to come, and always to the next click. */
export function leftByAhead(toPicks: number): number {
  return Math.max(RESERVE, toPicks);
}

/** For how long half of Sony's limit is left to whoever else spends it. */
export const HALVED_FOR = DAY;

/** What the budget goes by. Instants are milliseconds since 1970. */
export interface CountedRequests {
  /** When data was asked for last, by this device's clock. */
  instants: readonly number[];
  /** Until when only half of Sony's limit is used, by Sony's. */
  halvedUntil: number;
}

/** Until when only half of Sony's limit is used; null where all of it is. A clock that is set back makes it no longer. */
export function halvedAt(halvedUntil: number, now: number): number | null {
  const left = halvedUntil - now;
  return left > 0 && left <= HALVED_FOR ? halvedUntil : null;
}

/** How much of Sony's limit is used now. */
export function limitAt(halvedUntil: number | null, now: number): number {
  const isHalved = halvedUntil !== null && halvedAt(halvedUntil, now) !== null;
  return isHalved ? BUDGET.requests / 2 : BUDGET.requests;
}

/** The budget as pages are told of it: what could be made at once, and when all of it can be again. */
export interface ToldBudget {
  requests: number;
  fullAt: number;
}

export const UNSPENT: ToldBudget = { requests: BUDGET.requests, fullAt: 0 };

/** What of the budget is there to fetch ahead with. */
export interface BudgetAhead {
  /** Requests that may be made at once. */
  requests: number;
  /** How many there are in each window. */
  aWindow: number;
  /** How long until those of a window that are spent may be made again, in milliseconds. */
  frees: number;
}

/** What there is to fetch ahead with, by what was told last of the budget. */
export function budgetAhead(
  { budget, halvedUntil }: { budget: ToldBudget; halvedUntil: number | null },
  now: number,
): BudgetAhead {
  const aWindow = limitAt(halvedUntil, now) - RESERVE;
  const frees = Math.min(budget.fullAt - now, BUDGET.milliseconds);
  if (frees <= 0) return { requests: aWindow, aWindow, frees: 0 };
  const requests = Math.min(Math.max(0, budget.requests - RESERVE), aWindow);
  return { requests, aWindow, frees };
}
