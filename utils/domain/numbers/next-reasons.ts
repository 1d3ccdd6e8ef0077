import type { TrophyCount } from '../trophies/trophy-list';
import { sumOf, wholeOf } from './rounding';

/** A trophy that is missing. */
export interface OpenTrophy {
  trophyId: number;
  /** In tenths of a percent; null where nobody knows. */
  rate: number | null;
  /** How far it is counted; null where it is not. */
  count: TrophyCount | null;
  /** It is of the base game. */
  isBase: boolean;
}

/** A game that is begun, and what is known of it as a whole. */
export interface NextGame {
  npCommunicationId: string;
  /** What its editions have in common: `editionKey`. */
  edition: string;
  /** Trophies that are missing, the platinum itself not counted: of the base game, and of all. Null where it is not to be reached, or not known. */
  leftToPlatinum: number | null;
  leftToHundred: number | null;
  /** The player has done the base game; since then the set became another one, or an add-on took the 100 %. */
  isBaseDone: boolean;
  isRevised: boolean;
  hasLostHundred: boolean;
  /** Sony's whole percent. */
  progress: number | null;
  /** Days since it was played, or a trophy of it earned, whichever is later; null where neither is known. */
  daysSince: number | null;
}

/** Why a trophy may be the next one. */
const NEXT_REASONS = [
  ...(['counter', 'platinum', 'hundred', 'lost-hundred', 'revised'] as const),
  ...(['dormant', 'common', 'rare', 'lately'] as const),
] as const;
export type NextReason = (typeof NEXT_REASONS)[number];

/** What the player is in the mood for. */
export const NEXT_MOODS = ['short', 'platinum', 'rare', 'old-game'] as const;
export type NextMood = (typeof NEXT_MOODS)[number];

/** How much a reason counts in a mood, where that is not as much as ever. */
const BY_MOOD: Record<NextMood, Partial<Record<NextReason, number>>> = {
  short: { counter: 1.5, common: 1.5 },
  platinum: { platinum: 2 },
  rare: { common: 0 },
  'old-game': { dormant: 2.5, lately: 0 },
};

/** So much of what speaks for a trophy besides its main reason is added. */
const REST = 0.35;

export interface NextScore {
  score: number;
  /** The main one, then the others, the stronger first. */
  reasons: NextReason[];
}

/** Null where nothing speaks for it, or nothing but that the game was played lately. */
export function nextScoreOf(
  game: NextGame,
  trophy: OpenTrophy,
  mood: NextMood | null,
): NextScore | null {
  const weights = weightsOf(game, trophy, mood)
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const [largest] = weights;
  const reasons = weights.map(({ reason }) => reason);
  const main = reasons.find((reason) => reason !== 'lately');
  if (largest === undefined || main === undefined) return null;
  const all = sumOf(weights.map(({ weight }) => weight));
  return {
    score: wholeOf(largest.weight + REST * (all - largest.weight)),
    reasons: [main, ...reasons.filter((reason) => reason !== main)],
  };
}

interface WeighedReason {
  reason: NextReason;
  weight: number;
}

function weightsOf(game: NextGame, trophy: OpenTrophy, mood: NextMood | null): WeighedReason[] {
  const times = mood === null ? {} : BY_MOOD[mood];
  const { isBaseDone, hasLostHundred, isRevised } = game;
  const weights: Partial<Record<NextReason, number>> = {
    counter: counterWeight(trophy.count),
    platinum: trophy.isBase ? leftWeight(30, game.leftToPlatinum) : 0,
    hundred: leftWeight(20, game.leftToHundred),
    'lost-hundred': isBaseDone && hasLostHundred ? 22 : 0,
    revised: isBaseDone && isRevised && !hasLostHundred ? 22 : 0,
    dormant: isDormant(game) ? 14 : 0,
    ...rarityWeights(trophy.rate, mood),
    lately: latelyWeight(game.daysSince),
  };
  return NEXT_REASONS.map((reason) => ({
    reason,
    weight: (weights[reason] ?? 0) * (times[reason] ?? 1),
  }));
}

function counterWeight(count: TrophyCount | null): number {
  if (count === null || count.done === null) return 0;
  const share = count.done / count.target;
  return share >= 0.5 ? 36 * share ** 2 : 0;
}

/** Of the last five. */
function leftWeight(most: number, left: number | null): number {
  return left === null || left < 1 || left > 5 ? 0 : (most * (6 - left)) / 5;
}

function isDormant({ daysSince, progress }: NextGame): boolean {
  return daysSince !== null && daysSince >= 365 && progress !== null && progress >= 80;
}

function rarityWeights(
  rate: number | null,
  mood: NextMood | null,
): { common: number; rare: number } {
  const root = rate === null ? null : Math.sqrt(rate / 1000);
  if (root === null) return { common: 0, rare: 0 };
  return { common: 24 * root, rare: mood === 'rare' ? 24 * (1 - root) : 0 };
}

function latelyWeight(days: number | null): number {
  return days === null || days >= 30 ? 0 : 10 * (1 - Math.max(0, days) / 30);
}
