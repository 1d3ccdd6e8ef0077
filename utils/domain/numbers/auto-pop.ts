/**
 * So many trophies of one set within a minute were not earned one by one: they were taken over from another edition, or
 * came together, as those of all difficulties do with the hardest. Which of them it was is known where another edition had the
 * same ones before: see `taken-over.ts`.
 */
const MANY = 5;
const WITHIN = 60;

/**
 * Which trophies of a set came in such a number at once.
 * @param at when each was earned, in seconds since 1970, the earliest first; 0 where it has no date
 */
export function autoPopped(at: ArrayLike<number>): boolean[] {
  const popped = Array.from({ length: at.length }, () => false);
  for (let first = 0; first + MANY <= at.length; first += 1) {
    const [from, to] = [at[first] ?? 0, at[first + MANY - 1] ?? 0];
    if (from > 0 && to - from <= WITHIN) popped.fill(true, first, first + MANY);
  }
  return popped;
}
