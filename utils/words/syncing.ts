import { timeOfDay } from '../format/dates';
import * as words from './en/settings.json';

export {
  syncing as SYNCING,
  syncHour as SYNC_HOUR,
  syncHourHint as SYNC_HOUR_HINT,
  byHand as BY_HAND,
  everyGame as EVERY_GAME,
  everyGameHint as EVERY_GAME_HINT,
  picksNewGames as PICKS_NEW_GAMES,
  picksNewGamesHint as PICKS_NEW_GAMES_HINT,
  news as NEWS,
  newsHint as NEWS_HINT,
  newsRefused as NEWS_REFUSED,
} from './en/settings.json';

const DAY = 24 * 3_600_000;

/** An hour of the day in UTC and here the next time, for example `03:00 UTC, 04:00 here`. */
export function hourOfDay(hour: number, now: number, locale: string): string {
  const today = new Date(now).setUTCHours(hour, 0, 0, 0);
  const next = today > now ? today : today + DAY;
  const utc = `${String(hour).padStart(2, '0')}:00`;
  return words.hourOfDay({ utc, here: timeOfDay(next, locale) });
}
