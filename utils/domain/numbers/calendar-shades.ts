/** From how many trophies on a day of the calendar has each shade: the same in all years, whatever the best day was. */
export const SHADES = [0, 1, 2, 4, 8, 16];

/** The shade of a day, 0 to 5. */
export function shadeOf(trophies: number): number {
  return SHADES.findLastIndex((least) => trophies >= least);
}
