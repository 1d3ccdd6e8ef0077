import type { TimeLeft } from '../../domain/connection/token-life';
import type { WarnedZone } from '../../domain/connection/warning';
import { listed } from '../../format/lists';
import type { BackgroundWords } from './catalogue';

/** What a sync has found that is worth a notification: games by their names, and how many more there are. */
interface News {
  platinums: readonly string[];
  lostHundreds: readonly string[];
  unnamed: { platinums: number; lostHundreds: number };
}

/** A notification has room for so many names. */
const NAMED = 5;

interface Notice {
  title: string;
  message: string;
}

/** The notification of a sync, or null where there is nothing to tell: new platinums first, then lost 100%. */
export function newsOf(
  words: BackgroundWords,
  { platinums, lostHundreds, unnamed }: News,
  locale: string,
): Notice | null {
  const games = named(words, platinums, unnamed.platinums, locale);
  const lost = named(words, lostHundreds, unnamed.lostHundreds, locale);
  if (platinums.length > 0) {
    return {
      title: words.newPlatinum({ games: platinums.length }, locale),
      message: lost === '' ? words.ofGames({ games }) : words.platinumsAndLost({ games, lost }),
    };
  }
  return lost === '' ? null : { title: words.lostHundred, message: words.ofGames({ games: lost }) };
}

/** For example `Ash, Bly, Cor, Dune, Eld and 40 more`. */
function named(
  words: BackgroundWords,
  games: readonly string[],
  unnamed: number,
  locale: string,
): string {
  const more = Math.max(0, games.length - NAMED) + unnamed;
  // One more takes no more room than its count.
  if (more <= 1 && unnamed === 0) return listed(games, locale);
  return listed([...games.slice(0, NAMED), words.moreGames({ more }, locale)], locale);
}

/** The notification of a zone, for example `Your PlayStation connection: 14 days left`. */
export function warningOf(
  words: BackgroundWords,
  { zone, renews, left }: { zone: WarnedZone; renews: boolean; left: TimeLeft },
  locale: string,
): Notice {
  return {
    title:
      zone === 'expired'
        ? words.connectionEnded
        : words.connectionLeft[left.unit]({ left: left.value }, locale),
    message: renews || zone === 'expired' ? words.whatToDo[zone] : words.renewalOff,
  };
}
