import type { Ahead, ComparedTotals } from '../domain/friend/compared-games';
import { shortDay } from '../format/dates';
import { count } from '../format/numbers';
import * as words from './en/friend.json';
import { isInstant, written } from './unknown';

export * as friendWords from './en/friend.json';

/** How many trophies one of the two has of a game, for example `46 of 80 trophies`. */
export function trophiesOfSide(earned: number | null, of: number | null, locale: string): string {
  const said = (value: number | null): string => written(value, (known) => count(known, locale));
  return words.trophiesOf({ earned: said(earned), all: said(of) });
}

/** The platinum, or else the last trophy, with its day; null where there is neither, or it is not known. */
export function latestOfSide(
  side: { platinum: boolean | null; platinumAt: number | null; lastEarnedAt: number | null },
  locale: string,
): string | null {
  const { platinum, platinumAt, lastEarnedAt } = side;
  if (platinum === true) {
    return isInstant(platinumAt)
      ? words.platinumOn({ day: shortDay(platinumAt, locale) })
      : words.platinum;
  }
  return isInstant(lastEarnedAt) ? words.lastOn({ day: shortDay(lastEarnedAt, locale) }) : null;
}

/** Who has more of a game. */
export function aheadSaid(ahead: Ahead, friend: string): string {
  if (ahead === 'theirs' && friend !== words.they) return words.friendAhead({ friend });
  return words.ahead[ahead];
}

/** Whether one of the two has a trophy, and since when. */
export function earnedBySide(
  { earned, at }: { earned: boolean | null; at: number | null },
  locale: string,
): string {
  if (earned !== true) return written(earned, () => words.open);
  return isInstant(at) ? shortDay(at, locale) : words.earned;
}

/** How many games are in common, and of how many nobody has more; as far as all of them can be read. */
export function inCommonSaid(
  { common, level, unknown, mine, theirs }: ComparedTotals,
  locale: string,
): string {
  const phrases = [
    words.inCommon({ games: common }, locale),
    words.levelGames({ games: level }, locale),
    words.untold({ games: unknown }, locale),
  ];
  const said = phrases.filter((phrase) => phrase !== '').join(', ');
  return mine.lacksGames || theirs.lacksGames ? words.ofReadable({ said }) : said;
}
