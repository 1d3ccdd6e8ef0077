import {
  commonWeight,
  counterWeight,
  rareWeight,
  type OpenTrophy,
} from '../trophies/open-trophies';
import { wholeOf } from './rounding';

export type { OpenTrophy } from '../trophies/open-trophies';

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
  /** When that was, in milliseconds since 1970. */
  lastAt: number | null;
}

/** Why a trophy may be the next one. */
const NEXT_REASONS = [
  ...(['counter', 'platinum', 'hundred', 'lost-hundred', 'revised'] as const),
  ...(['dormant', 'common', 'rare', 'lately'] as const),
] as const;
export type NextReason = (typeof NEXT_REASONS)[number];

/** It says how many players have the trophy. */
export function isOfRate(reason: NextReason | undefined): boolean {
  return reason === 'common' || reason === 'rare';
}

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

/** Weighs trophies for what the player is in the mood for: a library has tens of thousands of them. */
export class NextScoring {
  /** How much each reason counts, in their order. */
  readonly #times: readonly number[];
  readonly #isForRare: boolean;

  /** @param moods one after the other: what two of them say of a reason is multiplied */
  constructor(moods: readonly NextMood[]) {
    this.#times = NEXT_REASONS.map((reason) =>
      moods.reduce((times, mood) => times * (BY_MOOD[mood][reason] ?? 1), 1),
    );
    this.#isForRare = moods.includes('rare');
  }

  /** Null where nothing speaks for it, or nothing but that the game was played lately. */
  scoreOf(game: NextGame, trophy: OpenTrophy): number | null {
    const weights = this.#weightsOf(game, trophy);
    const lately = weights[LATELY]!;
    let [sum, largest] = [0, 0];
    for (const weight of weights) {
      sum += weight;
      if (weight > largest) largest = weight;
    }
    return sum > lately ? wholeOf(largest + REST * (sum - largest)) : null;
  }

  /** What speaks for it, the strongest first, but never that it was played lately. */
  reasonsOf(game: NextGame, trophy: OpenTrophy): NextReason[] {
    const reasons = this.#weightsOf(game, trophy)
      .map((weight, at) => ({ weight, reason: NEXT_REASONS[at]! }))
      .filter(({ weight }) => weight > 0)
      .sort((one, other) => other.weight - one.weight)
      .map(({ reason }) => reason);
    const main = reasons.find((reason) => reason !== 'lately');
    return main === undefined ? [] : [main, ...reasons.filter((reason) => reason !== main)];
  }

  /** In the order of the reasons. */
  #weightsOf(game: NextGame, { share, rate, isBase }: OpenTrophy): number[] {
    const { isBaseDone, hasLostHundred, isRevised } = game;
    const times = this.#times;
    return [
      times[0]! * counterWeight(share),
      times[1]! * (isBase ? leftWeight(30, game.leftToPlatinum) : 0),
      times[2]! * leftWeight(20, game.leftToHundred),
      times[3]! * (isBaseDone && hasLostHundred ? 22 : 0),
      times[4]! * (isBaseDone && isRevised && !hasLostHundred ? 22 : 0),
      times[5]! * (isDormant(game) ? 14 : 0),
      times[6]! * commonWeight(rate),
      times[7]! * (this.#isForRare ? rareWeight(rate) : 0),
      times[8]! * latelyWeight(game.daysSince),
    ];
  }
}

const LATELY = NEXT_REASONS.indexOf('lately');

/** Of the last five. */
function leftWeight(most: number, left: number | null): number {
  return left === null || left < 1 || left > 5 ? 0 : (most * (6 - left)) / 5;
}

function isDormant({ daysSince, progress }: NextGame): boolean {
  return daysSince !== null && daysSince >= 365 && progress !== null && progress >= 80;
}

function latelyWeight(days: number | null): number {
  return days === null || days >= 30 ? 0 : 10 * (1 - Math.max(0, days) / 30);
}
