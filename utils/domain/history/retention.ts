/**
 * How much of what is collected over time is kept: so many of the latest, and null for all of it until it is erased.
 * Play times and what a set was before cannot be had from Sony later.
 */
export const RETENTION = {
  syncRuns: 100,
  connectionHistory: 100,
  trophyEvents: 20_000,
  setVersions: 20_000,
  playDays: null,
} as const;

/** More than this is deleted by the next syncs: no sync ends late because of what is old. */
export const PRUNED_AT_ONCE = 500;
