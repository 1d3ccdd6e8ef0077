import type { Segment, PickProgress } from '../domain/library/picking';
import type { PicksBegin } from '../domain/sync/pick-prospect';
import { clock } from '../format/dates';
import { roughly } from './durations';
import * as words from './en/picker.json';

export {
  introduction as INTRODUCTION,
  introductionAmongAll as INTRODUCTION_AMONG_ALL,
  introductionReadOnly as INTRODUCTION_READ_ONLY,
  /** On a phone, where the games come first: what opens the sentence above and the rules. */
  howItWorks as HOW_IT_WORKS,
  shownPicks as SHOWN_PICKS,
  platform as PLATFORM,
  pickProgress as PICK_PROGRESS,
  anyPlatform as ANY_PLATFORM,
  anyProgress as ANY_PROGRESS,
  selectVisible as SELECT_VISIBLE,
  clearVisible as CLEAR_VISIBLE,
  keysHint as KEYS_HINT,
  never as NEVER,
  allow as ALLOW,
  neverHint as NEVER_HINT,
  unsaved as UNSAVED,
  afterConnecting as AFTER_CONNECTING,
  leaveTitle as LEAVE_TITLE,
  leave as LEAVE,
  leaveAnyway as LEAVE_ANYWAY,
  stay as STAY,
  picksNewHint as PICKS_NEW_HINT,
  missingGame as MISSING_GAME,
  missingWays as MISSING_WAYS,
  missingThen as MISSING_THEN,
  noPickTitle as NO_PICK_TITLE,
  neverEmptyTitle as NEVER_EMPTY_TITLE,
  neverEmpty as NEVER_EMPTY,
  clearFilters as CLEAR_PICK_FILTERS,
} from './en/picker.json';

export const SEGMENT_NAMES: Record<Segment, string> = words.segments;
export const PICK_PROGRESS_NAMES: Record<PickProgress, string> = words.progresses;

/** One option of a filter and how many games it would show, for example `PS5 (412)`. */
export function withCount(name: string, games: number, locale: string): string {
  return words.withCount({ name, games }, locale);
}

export function neverFetch(game: string): string {
  return words.neverFetch({ game });
}

export function allowAgain(game: string): string {
  return words.allowAgain({ game });
}

export function tickedGames(games: number, locale: string): string {
  return words.ticked({ games }, locale);
}

/** What is to be saved. */
export interface PickSaving {
  ticked: number;
  /** Ticked here, or what was ticked cleared here. */
  added: number;
  removed: number;
  isUnsaved: boolean;
  /** False while all that is ticked was ticked for the player, who has it still to be saved. */
  hasChosen: boolean;
  /** Trophies are fetched of every game that is not never to be fetched. */
  everyGame: boolean;
}

/** What importing takes. */
export interface PickCost {
  requests: number;
  milliseconds: number;
  /** What Sony allows, where it is waited for. */
  limit: { requests: number; milliseconds: number } | null;
}

/** What the player may do with what is ticked. */
export interface PickOffer {
  /** What the button says that it does; null where there is nothing to do. */
  save: string | null;
  /** Whether there is something to do as soon as something is ticked. */
  isIdle: boolean;
  /** What that takes, or why there is nothing to do. */
  price: string;
}

/** Whether the button has anything fetched: what was picked before is on its way without it. */
export function hasFetched(
  { added, isUnsaved }: Pick<PickSaving, 'added' | 'isUnsaved'>,
  requests: number,
): boolean {
  return requests > 0 && (added > 0 || !isUnsaved);
}

/** The button and what stands beside it: they speak of one thing. */
export function pickOffer(saving: PickSaving, cost: PickCost, locale: string): PickOffer {
  const { ticked, isUnsaved, hasChosen } = saving;
  const isDone = ticked > 0 && !isUnsaved && cost.requests === 0 && hasChosen;
  return {
    save: isDone ? null : savePicks(saving, locale),
    isIdle: ticked === 0 && !isUnsaved,
    price: hasFetched(saving, cost.requests)
      ? withRequests(cost, locale)
      : withoutRequests(saving, cost.requests > 0),
  };
}

/** What the button does: importing what is ticked, removing what was, or neither. */
export function savePicks(
  { ticked, added, removed, isUnsaved }: Omit<PickSaving, 'hasChosen' | 'everyGame'>,
  locale: string,
): string {
  if (removed === 0)
    return added === 0 && isUnsaved ? words.save : words.importGames({ games: ticked }, locale);
  if (added > 0) return words.importAndRemove({ games: ticked, removed }, locale);
  return words.removeGames({ games: removed }, locale);
}

/**
 * What it takes, where nothing has to be fetched for it.
 * @param areAwaited trophies of picked games are on their way
 */
function withoutRequests(
  { ticked, added, removed, everyGame, ...saving }: PickSaving,
  areAwaited: boolean,
): string {
  if (added > 0) return words.atOnce;
  if (removed > 0) return everyGame ? words.afterRemovingAmongAll : words.afterRemoving;
  if (areAwaited) return everyGame ? words.nothingTickedAmongAll : words.asksNothing;
  if (ticked > 0) return saving.hasChosen ? words.allHere : words.atOnce;
  if (!saving.isUnsaved) return words.tickFirst;
  return everyGame ? words.nothingTickedAmongAll : words.nothingTicked;
}

/** For example `84 requests to Sony, about 30 seconds`. */
function withRequests({ requests, milliseconds, limit }: PickCost, locale: string): string {
  const time = roughly(milliseconds, locale);
  if (limit === null) return words.cost({ requests, time }, locale);
  const minutes = limit.milliseconds / 60_000;
  return words.costAndWaits({ requests, time, limit: limit.requests, minutes }, locale);
}

/** When it begins, where that is not at once. */
export function picksBegin(begins: PicksBegin, now: number, locale: string): string | null {
  if (begins.when === 'at') return words.begins.at({ time: clock(begins.at, now, locale) });
  return begins.when === 'at-once' ? null : words.begins[begins.when];
}

/**
 * All of them ticked in one click, and what that takes: `Tick all 42 games: 84 requests, about 30 seconds`.
 * @param milliseconds null where nobody knows what is asked for before
 */
export function allGames(
  games: number,
  requests: number,
  milliseconds: number | null,
  locale: string,
): string {
  if (requests === 0) return words.allGamesHere({ games }, locale);
  if (milliseconds === null) return words.allGamesLater({ games, requests }, locale);
  const time = roughly(milliseconds, locale);
  return words.allGames({ games, requests, time }, locale);
}
