import { perLocaleAndZone } from '../format/per-locale';

export const SYNCING = 'Syncing';
export const SYNC_HOUR = 'Daily sync';
export const SYNC_HOUR_HINT =
  'Also when no page of Trophy Shelf is open. A sync that was missed is made up for when the browser starts.';
export const BY_HAND = 'Only by hand';
export const EVERY_GAME = 'Fetch the trophies of games that I did not pick too';
export const EVERY_GAME_HINT =
  'After those of the games that you picked. A large library takes hours: Sony allows about 300 requests in 15 minutes.';
export const PICKS_NEW_GAMES = 'Pick new games by itself';
export const PICKS_NEW_GAMES_HINT =
  'A game that is new in your library is fetched like a picked one.';
export const NEWS = 'Tell me about new platinums and lost 100 %';
export const NEWS_HINT =
  'Shows a notification after a sync that found a new platinum, or a game that is no longer complete, and where syncs have fallen short for two days.';
export const NEWS_REFUSED =
  'The browser does not let Trophy Shelf show notifications. What a sync found is in the sync history.';

const times = perLocaleAndZone(
  (locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
);

const DAY = 24 * 3_600_000;

/** An hour of the day in UTC and here the next time, for example `03:00 UTC, 04:00 here`. */
export function hourOfDay(hour: number, now: number, locale: string): string {
  const today = new Date(now).setUTCHours(hour, 0, 0, 0);
  const next = today > now ? today : today + DAY;
  return `${String(hour).padStart(2, '0')}:00 UTC, ${times(locale).format(next)} here`;
}
