/** What is stored over time, of a library and beside it, in the order of their weight. */
export const STORED_KINDS = [
  'games',
  'made',
  'playDays',
  'setVersions',
  'trophyEvents',
  'syncRuns',
  'connectionHistory',
] as const;
export type StoredKind = (typeof STORED_KINDS)[number];

/**
 * How much of each is kept: so many of the latest, and null for all of it until it is erased. Play times, and what a
 * set was before, cannot be had from Sony later: what limits them is only that nothing may grow for ever.
 */
export const RETENTION = {
  games: null,
  made: null,
  playDays: null,
  setVersions: 20_000,
  trophyEvents: 20_000,
  syncRuns: 100,
  connectionHistory: 100,
} as const satisfies Record<StoredKind, number | null>;

/** What an earlier build has kept more of goes with the next syncs, so much with each: none ends late for it. */
export const PRUNED_AT_ONCE = 500;

/** For so many days it is told what was asked of Sony; what is older is forgotten. */
export const ASKED_DAYS = 7;
