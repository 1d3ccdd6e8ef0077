import type {
  Ahead,
  ComparedShown,
  ComparedSort,
  ComparedTotals,
} from '../domain/friend/compared-games';
import { shortDay } from '../format/dates';
import { count } from '../format/numbers';
import * as words from './en/friend.json';
import { zone as zoneSaid } from './en/statistics.json';
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

/** The page, by whose library is shown: the player's own where there is no `owner`. So in all that follows. */
export function friendTitle(owner: string | null): string {
  return owner === null ? words.friend : words.friendOf({ owner });
}

export function loadingSaid(owner: string | null): string {
  return owner === null ? words.loadingOwn : words.loadingOf({ owner });
}

/** Who has more of a game. */
export function aheadSaid(ahead: Ahead, friend: string, owner: string | null): string {
  if (ahead === 'mine' && owner !== null) return words.friendAhead({ friend: owner });
  if (ahead === 'theirs' && friend !== words.they) return words.friendAhead({ friend });
  return words.ahead[ahead];
}

/** Which games are shown. Where neither is the player, the friend is called by their name too. */
export function shownSaid(shown: ComparedShown, friend: string, owner: string | null): string {
  if (owner !== null && shown === 'mine') return words.onlyOf({ owner });
  if (owner !== null && shown === 'theirs' && friend !== words.they)
    return words.onlyOf({ owner: friend });
  return words.shown[shown];
}

/** By what they are sorted. */
export function sortSaid(sort: ComparedSort, friend: string, owner: string | null): string {
  const isOfFriend = sort === 'theirs' || sort === 'theirs-ahead';
  if (owner === null || sort === 'name' || (isOfFriend && friend === words.they))
    return words.sorts[sort];
  const whose = { owner: isOfFriend ? friend : owner };
  return sort === 'mine' || sort === 'theirs' ? words.progressOf(whose) : words.leadOf(whose);
}

/** Trophies of the friend's set that are not in the one here. */
export function onlyTheirsSaid(trophies: number, owner: string | null, locale: string): string {
  return owner === null
    ? words.onlyTheirs({ trophies }, locale)
    : words.onlyTheirsOf({ trophies, owner }, locale);
}

export function noTrophiesOf(owner: string | null): string {
  return owner === null ? words.noTrophies : words.noTrophiesOf({ owner });
}

/** How far a game of a friend's year is here. */
export function yearMineSaid(
  progress: string,
  isOtherEdition: boolean,
  owner: string | null,
): string {
  if (owner === null)
    return (isOtherEdition ? words.yearMineEdition : words.yearMine)({ progress });
  return (isOtherEdition ? words.yearOwnerEdition : words.yearOwner)({ progress, owner });
}

/** By which zones the days of the two years are counted. @param theirs empty where the file does not tell */
export function yearZonesSaid(mine: string, theirs: string): string {
  if (theirs === '') return words.yearZoneUntold({ mine });
  return mine === theirs ? zoneSaid({ zone: mine }) : words.yearZones({ mine, theirs });
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
