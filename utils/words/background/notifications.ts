import type { TimeLeft } from '../../domain/connection/token-life';
import type { WarnedZone } from '../../domain/connection/warning';
import { listed } from '../../format/lists';
import { count } from '../../format/numbers';
import { plural } from '../../format/plurals';
import { timeLeftWords } from '../token-life';

/** What a sync has found that is worth a notification: games by their names, and how many more there are. */
interface News {
  platinums: readonly string[];
  lostHundreds: readonly string[];
  unnamed: { platinums: number; lostHundreds: number };
}

/** A notification has room for so many names. */
const NAMED = 5;

/** The notification of a sync, or null where there is nothing to tell: new platinums first, then lost 100 %. */
export function newsOf(
  { platinums, lostHundreds, unnamed }: News,
  locale: string,
): { title: string; message: string } | null {
  const lost = named(lostHundreds, unnamed.lostHundreds, locale);
  if (platinums.length > 0) {
    const forms = { one: 'A new platinum', other: 'New platinums' };
    const message = `${named(platinums, unnamed.platinums, locale)}.`;
    return {
      title: plural(platinums.length, forms, locale),
      message: lost === '' ? message : `${message} No longer at 100 %: ${lost}.`,
    };
  }
  return lost === '' ? null : { title: 'No longer at 100 %', message: `${lost}.` };
}

/** For example `Ash, Bly, Cor, Dune, Eld and 40 more`. */
function named(games: readonly string[], unnamed: number, locale: string): string {
  const more = Math.max(0, games.length - NAMED) + unnamed;
  // One more takes no more room than its count.
  if (more <= 1 && unnamed === 0) return listed(games, locale);
  return listed([...games.slice(0, NAMED), `${count(more, locale)} more`], locale);
}

/** The notification of daily syncs that have fallen short for two days. */
export const SHORTFALL = {
  title: 'Not fully synced for two days',
  message: 'Click to see what keeps Trophy Shelf from it, and what helps.',
};

const CONNECTION = 'Your PlayStation connection';

const WHAT_TO_DO: Record<WarnedZone, string> = {
  amber: 'Sign in at PlayStation some time before, and it renews itself.',
  red: 'Sign in at PlayStation now, and it renews itself.',
  expired: 'Your library stays readable. Click to connect again.',
};

const WITHOUT_RENEWAL = 'Renewal is switched off: click to connect again before it ends.';

/** The notification of a zone, for example `Your PlayStation connection: 14 days left`. */
export function warningOf(zone: WarnedZone, left: TimeLeft, renews: boolean, locale: string) {
  return {
    title:
      zone === 'expired'
        ? `${CONNECTION} has ended`
        : `${CONNECTION}: ${timeLeftWords(left, locale)}`,
    message: renews || zone === 'expired' ? WHAT_TO_DO[zone] : WITHOUT_RENEWAL,
  };
}
