import { BUDGET, type BudgetAhead } from './budget';

/** How long Sony takes for one answer, in milliseconds, on an ordinary line. */
const AN_ANSWER = 350;

/**
 * How long so many requests will take, in milliseconds: they go out one after the other, and whenever the budget is
 * spent there is a wait until more of it is free.
 */
export function forecast(
  requests: number,
  { requests: first, aWindow, frees }: BudgetAhead,
): number {
  let at = 0;
  let left = requests;
  const ask = (most: number, from: number): void => {
    const asked = Math.min(left, Math.max(0, most));
    if (asked > 0) at = Math.max(at, from) + asked * AN_ANSWER;
    left -= asked;
  };
  for (let window = 0; left > 0; window++) {
    const begins = window * BUDGET.milliseconds;
    ask(first, begins);
    ask(aWindow - first, begins + frees);
  }
  return at;
}
