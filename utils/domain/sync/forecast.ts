/** What is left of the request budget, and when more of it comes. */
export interface BudgetLeft {
  /** Requests that may be made at once. */
  requests: number;
  /** How many there are in each window, and how long one lasts in milliseconds. */
  aWindow: number;
  window: number;
}

/** The budget before anything was asked: 300 requests in 15 minutes, less the reserve for the player's clicks. */
export const A_FULL_WINDOW: BudgetLeft = { requests: 280, aWindow: 280, window: 15 * 60_000 };

/** How long Sony takes for one answer, in milliseconds, on an ordinary line. */
const AN_ANSWER = 350;

/**
 * How long so many requests will take, in milliseconds: they go out one after the other, and whenever the budget is
 * spent there is a wait until the next window.
 */
export function forecast(requests: number, budget: BudgetLeft): number {
  const later = Math.max(0, requests - budget.requests);
  const waits = Math.ceil(later / budget.aWindow);
  const inLastWindow = waits === 0 ? requests : later - (waits - 1) * budget.aWindow;
  return waits * budget.window + inLastWindow * AN_ANSWER;
}
