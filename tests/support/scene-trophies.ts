import type { TrophyDefinition, TrophyState } from '@/utils/domain/trophies/trophy-set';

/** A bronze trophy of no particular kind. */
export function definition(trophyId: number): TrophyDefinition {
  return {
    trophyId,
    groupId: 'default',
    grade: 'bronze',
    hidden: false,
    name: `Trophy ${String(trophyId)}`,
    detail: '',
    iconUrl: null,
    rewardName: null,
    target: null,
  };
}

/** What the player has of it: earned then, or not. */
export function state(trophyId: number, earnedAt: number | null): TrophyState {
  return {
    trophyId,
    earned: earnedAt !== null,
    earnedAt,
    progress: null,
    progressedAt: null,
    rate: 46,
  };
}
