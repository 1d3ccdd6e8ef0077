/** Where each bar of the spectrum begins, in whole percent: nothing, the first tenth without it, nine tenths, and all. */
export const SPECTRUM = [0, 1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

export interface CompletionSpectrum {
  /** How many games each bar has. */
  games: number[];
  /** Games of which the percent is not known: they are in no bar. */
  unknown: number;
}

/** @param percents Sony's whole percent of each game; null where it is not known */
export function completionSpectrum(percents: readonly (number | null)[]): CompletionSpectrum {
  const games = SPECTRUM.map(() => 0);
  let unknown = 0;
  for (const percent of percents) {
    const bar = percent === null ? -1 : spectrumBarOf(percent);
    if (bar < 0) unknown += 1;
    else games[bar] = (games[bar] ?? 0) + 1;
  }
  return { games, unknown };
}

/** The bar that a percent is in; below 0 where it is none. */
function spectrumBarOf(percent: number): number {
  return SPECTRUM.findLastIndex((least) => percent >= least);
}
