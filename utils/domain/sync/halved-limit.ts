/** For how long half of Sony's limit is left to whoever else spends it. */
export const HALVED_FOR = 24 * 60 * 60_000;

/** Until when only half of Sony's limit is used; null where all of it is. A clock that is set back makes it no longer. */
export function halvedAt(halvedUntil: number, now: number): number | null {
  const left = halvedUntil - now;
  return left > 0 && left <= HALVED_FOR ? halvedUntil : null;
}
