import type { Route } from '../../components/app/hash-route.svelte';

const WITHOUT_GAMES = ['guide', 'welcome', 'privacy', 'settings', 'nowhere'] as const;
export type RouteWithoutGames = (typeof WITHOUT_GAMES)[number];

/** True of a page that reads nothing of the games. */
export function isWithoutGames(route: Route): route is Extract<Route, { name: RouteWithoutGames }> {
  return WITHOUT_GAMES.some((name) => name === route.name);
}

const OF_HISTORY = ['syncs', 'log', 'statistics', 'next', 'year'] as const;

/** What has happened: pages that read more of the library than its games. */
export type RouteOfHistory = Extract<Route, { name: (typeof OF_HISTORY)[number] }>;

export function isOfHistory(route: Route): route is RouteOfHistory {
  return OF_HISTORY.some((name) => name === route.name);
}
