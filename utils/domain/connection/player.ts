import { withSaidBefore } from '../library/said-before';
import type { PartialCounts } from '../trophies/grades';

/** The connected account's public face. */
export interface Player {
  /** Decimal, 15 to 19 digits: beyond what a number holds exactly. */
  accountId: string;
  /** Null where Sony did not say: it is asked again at the next sync. */
  onlineId: string | null;
  avatarUrl: string | null;
  isPlus: boolean;
}

/** The same as Sony says it: null where it does not say. */
export interface SaidPlayer extends Omit<Player, 'isPlus'> {
  isPlus: boolean | null;
}

/** The player with what Sony leaves out as it was said before. */
export function withKnownProfile(said: SaidPlayer, before: Player | null): Player {
  const known = withSaidBefore<SaidPlayer>(said, before, ['onlineId', 'avatarUrl', 'isPlus']);
  return { ...known, isPlus: known.isPlus ?? false };
}

/** Sony's own sum over all trophies of the account, hidden titles included. Null is what it has not said. */
export interface TrophySummary {
  trophyLevel: number | null;
  /** Whole percent on the way to the next level. */
  progress: number | null;
  tier: number | null;
  earned: PartialCounts;
}
