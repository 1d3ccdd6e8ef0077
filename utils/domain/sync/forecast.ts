import { BUDGET, type BudgetAhead } from './budget';

/**
 * How long a request takes in a row of them, in milliseconds: on an ordinary line an answer comes after 350, two are on
 * their way at a time, and what is our own between them adds a little (`docs/decisions/two-requests-at-a-time.md`).
 */
const A_REQUEST = 190;

/**
 * How long so many requests will take, in milliseconds: whenever the budget is spent there is a wait until more
 * of it is free.
 */
export function forecast(
  requests: number,
  { requests: first, aWindow, frees }: BudgetAhead,
): number {
  let at = 0;
  let left = requests;
  const ask = (most: number, from: number): void => {
    const asked = Math.min(left, Math.max(0, most));
    if (asked > 0) at = Math.max(at, from) + asked * A_REQUEST;
    left -= asked;
  };
  for (let window = 0; left > 0; window++) {
    const begins = window * BUDGET.milliseconds;
    ask(first, begins);
    ask(aWindow - first, begins + frees);
  }
  return at;
}
