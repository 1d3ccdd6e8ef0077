import type { Trophy, TrophySet } from '@/utils/domain/trophies/trophy-set';

/** A trophy of which only what matters to the test is said. */
export function aTrophy(said: Partial<Trophy> = {}): Trophy {
  return {
    trophyId: 1,
    groupId: 'default',
    grade: 'bronze',
    hidden: false,
    name: 'First Light',
    detail: 'Light the first lantern.',
    iconUrl: null,
    rewardName: null,
    target: null,
    earned: false,
    earnedAt: null,
    progress: null,
    progressedAt: null,
    rates: [],
    ...said,
  };
}

/** A trophy set of which only what matters to the test is said. */
export function aTrophySet(said: Partial<TrophySet> = {}): TrophySet {
  return { npCommunicationId: 'NPWR00001_00', groups: [], trophies: [aTrophy()], ...said };
}
