import { type Grade, noTrophies, pointsOf } from '../trophies/grades';
import { RARITY_BANDS, type RarityBand, rarityBandOf } from '../trophies/rarity';
import { sumOf, wholeOf } from './rounding';

/**
 * What a trophy is worth by its rarity: how many players without it stand beside one who has it; its grade's points by
 * the root of that rarity; by the share of players who lack it; or by Sony's bands alone.
 */
export const RARITY_FORMULAS = ['inverse', 'root', 'linear', 'bands'] as const;
export type RarityFormula = (typeof RARITY_FORMULAS)[number];

/** What the points of a trophy go by. */
export interface WorthBy {
  grade: Grade | null;
  /** In tenths of a percent; null where nobody knows. */
  rate: number | null;
}

export interface RarityPoints {
  points: number;
  bands: Record<RarityBand, number>;
  /** Trophies of which the rate, or what else the formula goes by, is not known: they are not in it. */
  unknown: number;
}

/** The points of all of them together: as many as those of the bands, each of which is rounded once. */
export function rarityPoints(formula: RarityFormula, trophies: Iterable<WorthBy>): RarityPoints {
  const bands = { 'ultra-rare': 0, 'very-rare': 0, rare: 0, common: 0 };
  let unknown = 0;
  for (const trophy of trophies) {
    const worth = rarityWorth(formula, trophy);
    if (worth === null || trophy.rate === null) unknown += 1;
    else bands[rarityBandOf(trophy.rate)] += worth;
  }
  for (const band of RARITY_BANDS) bands[band] = wholeOf(bands[band]);
  return { points: sumOf(Object.values(bands)), bands, unknown };
}

/** The points of one trophy, not rounded. */
export function rarityWorth(formula: RarityFormula, { grade, rate }: WorthBy): number | null {
  if (rate === null) return null;
  // Sony says 0.0 of what fewer than one in two thousand have.
  const tenths = Math.max(1, rate);
  switch (formula) {
    case 'inverse':
      return Math.floor((1000 - tenths) / tenths);
    case 'root':
      return times(grade, Math.sqrt(1000 / tenths));
    case 'linear':
      return times(grade, 2 - rate / 1000);
    case 'bands':
      return BAND_POINTS[rarityBandOf(rate)];
  }
}

const BAND_POINTS: Record<RarityBand, number> = {
  'ultra-rare': 180,
  'very-rare': 90,
  rare: 30,
  common: 15,
};

function times(grade: Grade | null, factor: number): number | null {
  return grade === null ? null : factor * pointsOf({ ...noTrophies(), [grade]: 1 });
}
