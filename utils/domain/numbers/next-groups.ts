import type { NextCandidate } from './next-ranking';
import type { NextReason } from './next-reasons';

/** What stands together where there is room for columns: what is nearly there, games to go back to, and by rarity. */
export const NEXT_GROUPS = ['close', 'back', 'odds'] as const;
export type NextGroup = (typeof NEXT_GROUPS)[number];

const GROUP_OF: Record<NextReason, NextGroup> = {
  ...({ counter: 'close', platinum: 'close', hundred: 'close' } as const),
  ...({ 'lost-hundred': 'back', revised: 'back', dormant: 'back', lately: 'back' } as const),
  ...({ common: 'odds', rare: 'odds' } as const),
};

export function nextGroupOf({ reasons: [main = 'common'] }: NextCandidate): NextGroup {
  return GROUP_OF[main];
}
