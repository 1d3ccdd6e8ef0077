import { shortDay } from '../format/dates';
import * as words from './en/app.json';

/** What stands in the place of the games: where there are none, none yet, or none any more. */
export {
  emptyTitle as EMPTY_TITLE,
  empty as EMPTY,
  noLibraryTitle as NO_LIBRARY_TITLE,
  noLibrary as NO_LIBRARY,
  lostTitle as LOST_TITLE,
  gotIt as GOT_IT,
  unfilledTitle as UNFILLED_TITLE,
  unfilled as UNFILLED,
  upgradingTitle as UPGRADING_TITLE,
  upgrading as UPGRADING,
  fillingTitle as FILLING_TITLE,
  filling as FILLING,
} from './en/app.json';

/** What became of a library that was found to be lost then. Nobody knows what the player had made in it. */
export function lost(lostAt: number, locale: string): string {
  return words.lost({ day: shortDay(lostAt, locale) });
}
