import { isGivenUp, isStarted } from '../library/how-begun';
import { isKnown } from '../library/instant';
import { isGone, type LibraryTitle } from '../library/title';
import {
  isAllEarned,
  isBaseDone,
  isPlatinumPossible,
  isRevised,
  leftOf,
} from '../library/what-is-left';
import { earnedKey } from '../sync/answer-keys';
import { plus } from '../trophies/grades';
import { isFullOfOpen, openTrophiesIn, unpackedOpen } from '../trophies/open-trophies';
import type { TrophySet } from '../trophies/trophy-set';
import { civilDayAt, type ZoneTable } from './civil-time';
import type { NextMarks } from './next-marks';
import type { GameWithOpen } from './next-ranking';
import type { NextGame, OpenTrophy } from './next-reasons';
import { trophyKey } from './not-this';

/** Why nothing of a game is suggested. */
export type NotSuggested =
  | ('gone' | 'hidden' | 'given-up' | 'not-wanted' | 'not-started')
  | ('done' | 'platinum-awaited' | 'not-fetched');

/** Null where its trophies may be suggested: it is begun, and they are here as Sony's list has them. */
export function whyNotSuggested(title: LibraryTitle): NotSuggested | null {
  if (isGone(title)) return 'gone';
  if (title.hidden || title.hide === true) return 'hidden';
  if (isGivenUp(title)) return 'given-up';
  if (title.choice === 'never') return 'not-wanted';
  if (!isStarted(title)) return 'not-started';
  if (isAllEarned(title) === true) return 'done';
  if (isPlatinumAwaited(title)) return 'platinum-awaited';
  const { earned } = title.fetched;
  return earned !== null && earned === earnedKey(title) ? null : 'not-fetched';
}

/**
 * Why there is nothing to suggest at all: nothing fits the mood, the player has left out the rest, nothing is fetched,
 * or not the rest, nothing speaks for what is left, PlayStation lists what was begun no more, or there is none.
 */
export type NothingNext =
  | ('mood' | 'left-out' | 'not-fetched' | 'rest-not-fetched' | 'unspoken')
  | ('platinum-awaited' | 'done' | 'gone' | 'none');

export function whyNothingNext(titles: readonly LibraryTitle[]): NothingNext {
  const reasons = new Set(titles.map(whyNotSuggested));
  if (reasons.has('not-fetched')) {
    return titles.some(({ fetched }) => fetched.earned !== null)
      ? 'rest-not-fetched'
      : 'not-fetched';
  }
  if (titles.some(isLeftOut)) return 'left-out';
  const why = (['platinum-awaited', 'done'] as const).find((each) => reasons.has(each));
  if (why !== undefined) return why;
  return titles.some((title) => isGone(title) && isStarted(title)) ? 'gone' : 'none';
}

/** All else is earned: the platinum comes by itself, and nobody can go on with it. */
function isPlatinumAwaited(title: LibraryTitle): boolean {
  const { platinum, ...others } = leftOf(title);
  return platinum === 1 && Object.values(others).every((left) => left === 0);
}

const LEFT_OUT: ReadonlySet<NotSuggested | null> = new Set(['given-up', 'hidden', 'not-wanted']);

/** It is begun, and not done: but for the player's word something of it would be suggested. */
function isLeftOut(title: LibraryTitle): boolean {
  const isOver = isAllEarned(title) === true || isPlatinumAwaited(title);
  return LEFT_OUT.has(whyNotSuggested(title)) && isStarted(title) && !isOver;
}

/** What a day is, and how editions are told. */
export interface NextGiven {
  zone: ZoneTable;
  /** The civil day that it is. */
  today: number;
  editionOf: (name: string) => string;
}

/** The games of which something may be suggested, each with what of it is open and to be had. */
export function gamesWithOpen(
  titles: readonly LibraryTitle[],
  marks: Pick<NextMarks, 'unobtainable' | 'lostHundred'>,
  given: NextGiven,
): GameWithOpen[] {
  const suggested = titles.filter((title) => whyNotSuggested(title) === null);
  return suggested.map((title) => {
    const { npCommunicationId, open = '', unobtainable } = title;
    const all = unpackedOpen(open);
    return {
      game: nextGameOf(title, marks.lostHundred.has(npCommunicationId), given),
      open: unobtainable === undefined ? all : all.filter(toBeHadOf(npCommunicationId, marks)),
    };
  });
}

function toBeHadOf(npCommunicationId: string, { unobtainable }: Pick<NextMarks, 'unobtainable'>) {
  return ({ trophyId }: OpenTrophy): boolean =>
    !unobtainable.has(trophyKey({ npCommunicationId, trophyId }));
}

/**
 * The games of which more may be missing than is kept with their titles, and not all of that is left to suggest: what
 * comes next of such a game is with its set alone.
 * @param games what there is to rank: without what the player has left out
 */
export function usedUpGames(
  games: readonly GameWithOpen[],
  titles: ReadonlyMap<string, LibraryTitle>,
): string[] {
  return games.flatMap(({ game: { npCommunicationId }, open }) =>
    isFullOfOpen(titles.get(npCommunicationId)?.open ?? '', open.length) ? npCommunicationId : [],
  );
}

/** The games with all that is missing of these sets. */
export function withOpenOf(
  games: readonly GameWithOpen[],
  sets: readonly TrophySet[],
  marks: Pick<NextMarks, 'unobtainable'>,
): readonly GameWithOpen[] {
  if (sets.length === 0) return games;
  const byId = new Map(sets.map((set) => [set.npCommunicationId, set]));
  return games.map((each) => {
    const { npCommunicationId } = each.game;
    const set = byId.get(npCommunicationId);
    if (set === undefined) return each;
    return { ...each, open: openTrophiesIn(set).filter(toBeHadOf(npCommunicationId, marks)) };
  });
}

/**
 * When the player was at it last: played it, or earned a trophy of it. Null where neither is known. When the list of
 * trophies changed is no word of that: it changes with a set too.
 */
export function lastAtIt({
  lastPlayedAt,
  lastPlayedSource,
  tally,
}: Pick<LibraryTitle, 'lastPlayedAt' | 'lastPlayedSource' | 'tally'>): number | null {
  const played = lastPlayedSource === 'played-list' ? lastPlayedAt : -Infinity;
  const last = Math.max(played, tally?.lastEarnedAt ?? -Infinity);
  return isKnown(last) ? last : null;
}

function nextGameOf(
  title: LibraryTitle,
  hasLostHundred: boolean,
  { zone, today, editionOf }: NextGiven,
): NextGame {
  const { npCommunicationId, name, progress, revisedAt, tally } = title;
  const last = lastAtIt(title);
  return {
    npCommunicationId,
    // Asked of the few that come first: a name takes its time.
    get edition() {
      return editionOf(name);
    },
    leftToPlatinum: isPlatinumPossible(title) ? (tally?.leftToPlatinum ?? null) : null,
    leftToHundred: title.unobtainable === undefined ? leftToHundred(title) : null,
    // What was at 100 %, or was revised after the base game was done, had it done.
    isBaseDone: hasLostHundred || revisedAt !== undefined || isBaseDone(title) === true,
    isRevised: isRevised(title) === true,
    hasLostHundred,
    progress,
    lastAt: last,
    daysSince: last === null ? null : today - civilDayAt(zone, Math.floor(last / 1_000)),
  };
}

/** The platinum itself is not counted. Null where one of the counts is not known. */
function leftToHundred(title: LibraryTitle): number | null {
  const { bronze, silver, gold } = leftOf(title);
  return plus(plus(bronze, silver), gold);
}
