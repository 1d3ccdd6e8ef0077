/** What the player does with a game, as they say themselves. It says nothing of what is fetched, or shown. */
export const GAME_STATUSES = ['playing', 'backlog', 'done', 'retired'] as const;
export type GameStatus = (typeof GAME_STATUSES)[number];
