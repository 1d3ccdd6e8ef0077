import type { Route } from '../../components/app/hash-route.svelte';

const WITHOUT_GAMES = ['guide', 'welcome', 'privacy', 'settings', 'nowhere'] as const;
export type RouteWithoutGames = (typeof WITHOUT_GAMES)[number];

/** True of a page that reads nothing of the games. */
export function isWithoutGames(route: Route): route is Extract<Route, { name: RouteWithoutGames }> {
  return WITHOUT_GAMES.some((name) => name === route.name);
}

/** Pages of the library's games themselves. */
const OF_GAMES = ['library', 'picker', 'game'] as const;

/** What has happened, and what is compared: every other page that reads the library. */
export type RouteOfHistory = Exclude<
  Route,
  { name: (typeof OF_GAMES)[number] | RouteWithoutGames }
>;

export function isOfHistory(route: Route): route is RouteOfHistory {
  return !isWithoutGames(route) && OF_GAMES.every((name) => name !== route.name);
}
