import * as words from './en/library.json';

export {
  randomGame as RANDOM_GAME,
  openGame as OPEN_GAME,
  anotherGame as ANOTHER_GAME,
  notShownNow as NOT_SHOWN_NOW,
} from './en/library.json';

export function randomAmong(games: number, locale: string): string {
  return words.randomAmong({ games }, locale);
}
