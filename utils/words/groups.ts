import type { GameGroup } from '../domain/library/grouping';
import type { Grouping } from '../domain/library/library-view';
import * as words from './en/library.json';
import { STATUS_NAMES } from './game-status';
import { platformNames } from './platforms';

export { groupBy as GROUP_BY, noGroups as NO_GROUPS } from './en/library.json';

export const GROUPING_NAMES: Record<Grouping, string> = words.groupings;

const NOTHING: Record<Grouping, string> = {
  platform: words.platformUnknown,
  'trophy-year': words.noTrophyYet,
  'completed-year': words.notComplete,
  status: STATUS_NAMES.none,
};

const UNKNOWN: Record<Grouping, string> = {
  platform: words.platformUnknown,
  'trophy-year': words.yearUnknown,
  'completed-year': words.yearUnknown,
  status: STATUS_NAMES.none,
};

/** What stands above a group, for example `PS4 · PS Vita`. */
export function groupName(key: string, grouping: Grouping): string {
  if (key === 'none') return NOTHING[grouping];
  if (key === 'unknown') return UNKNOWN[grouping];
  if (grouping === 'platform') return platformNames(key.split(','));
  const statuses: Readonly<Record<string, string>> = STATUS_NAMES;
  return grouping === 'status' ? (statuses[key] ?? key) : key;
}

/** How many games stand in it, and of how many the year is a bound. */
export function groupGames({ stacks, mayBeEarlier }: GameGroup, locale: string): string {
  const games = stacks.length;
  return mayBeEarlier === 0
    ? words.gamesInGroup({ games }, locale)
    : words.gamesMaybeEarlier({ games, earlier: mayBeEarlier }, locale);
}
