import { count } from '../format/numbers';
import { plural } from '../format/plurals';

/** How many stored games cannot be read, for example `2 games cannot be read here. Sync now to fetch them again.` */
export function unreadableGames(games: number, locale: string): string {
  const words = plural(games, { one: 'game cannot', other: 'games cannot' }, locale);
  const them = plural(games, { one: 'it', other: 'them' }, locale);
  return `${count(games, locale)} ${words} be read here. Sync now to fetch ${them} again.`;
}
