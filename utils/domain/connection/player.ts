import { withSaidBefore } from '../library/said-before';
import { GRADES, type PartialCounts } from '../trophies/grades';

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
function withKnownProfile(said: SaidPlayer, before: Player | null): Player {
  const known = withSaidBefore<SaidPlayer>(said, before, ['onlineId', 'avatarUrl', 'isPlus']);
  return { ...known, isPlus: known.isPlus ?? false };
}

/** The player as they are known after an answer, and when it was read: one that Sony could not give is asked for again by the next sync. */
export function playerAfter(
  said: SaidPlayer,
  before: Player | null,
  now: number,
): { player: Player; profileAt: number | null } {
  return { player: withKnownProfile(said, before), profileAt: said.onlineId === null ? null : now };
}

/** Sony's own sum over all trophies of the account, hidden titles included. Null is what it has not said. */
export interface TrophySummary {
  trophyLevel: number | null;
  /** Whole percent on the way to the next level. */
  progress: number | null;
  tier: number | null;
  earned: PartialCounts;
}

/** Sony's sum as it is known after an answer, and when it was read: what lacks something is asked for at the next sync. */
export function summaryAfter(
  said: TrophySummary,
  before: TrophySummary | null,
  now: number,
): { summary: TrophySummary; summaryAt: number | null } {
  const { earned, ...level } = said;
  const isWhole = ![...Object.values(level), ...Object.values(earned)].includes(null);
  return { summary: withKnownSummary(said, before), summaryAt: isWhole ? now : null };
}

/** What it leaves out is as it was said before: the way to the next level, and the tier, where it is the same level. */
function withKnownSummary(said: TrophySummary, before: TrophySummary | null): TrophySummary {
  if (before === null) return said;
  const earned = withSaidBefore(said.earned, before.earned, GRADES);
  if (said.trophyLevel === null) return { ...before, earned };
  const isSameLevel = said.trophyLevel === before.trophyLevel;
  const level = isSameLevel ? withSaidBefore(said, before, ['progress', 'tier']) : said;
  return { ...level, earned };
}
