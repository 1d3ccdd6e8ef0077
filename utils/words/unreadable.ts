import * as words from './en/app.json';

/** How many stored games cannot be read, for example `2 games cannot be read here. Sync now to fetch them again.` */
export function unreadableGames(games: number, locale: string): string {
  return words.unreadableGames({ games }, locale);
}
