import type { Segment, PickProgress } from '../domain/library/picking';
import { roughly } from './durations';
import { count } from '../format/numbers';
import { plural } from '../format/plurals';
import { gamesWord } from './library';

export const INTRODUCTION =
  'Tick the games whose trophies you want to see here. The others stay in your library, with their numbers alone.';

/** On a phone, where the games come first: what opens the sentence above and the rules. */
export const HOW_IT_WORKS = 'How picking works';

export const SHOWN_PICKS = 'Show';
export const PLATFORM = 'Platform';
export const PICK_PROGRESS = 'Progress';
export const ANY_PLATFORM = 'All platforms';
export const ANY_PROGRESS = 'Any progress';

export const SEGMENT_NAMES: Record<Segment, string> = {
  all: 'All',
  ticked: 'Ticked',
  never: 'Never',
};

export const PICK_PROGRESS_NAMES: Record<PickProgress, string> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  complete: '100%',
};

/** One option of a filter and how many games it would show, for example `PS5 (412)`. */
export function withCount(name: string, value: number, locale: string): string {
  return `${name} (${count(value, locale)})`;
}

export const SELECT_VISIBLE = 'Select visible';
export const CLEAR_VISIBLE = 'Clear visible';
export const KEYS_HINT =
  'Arrow keys move, Space ticks, Shift and Space or Shift and a click tick a range, / searches.';

export const NEVER = 'Never';
export const ALLOW = 'Allow again';

export function neverImport(game: string): string {
  return `Never import ${game}`;
}

export function allowAgain(game: string): string {
  return `Allow again: ${game}`;
}

export const NEVER_HINT = 'It will never be picked by itself.';

/** The number here and on the button stand side by side and are written alike: digits and nothing else. */
export function tickedGames(value: number, locale: string): string {
  return `${value} ${gamesWord(value, locale)} ticked`;
}

export function importGames(value: number, locale: string): string {
  return `Import ${value} ${gamesWord(value, locale)}`;
}

export const UNSAVED = 'not saved yet';
export const NOTHING_TICKED = 'No trophies will be fetched.';
export const ALL_HERE = 'Everything of these games is here already.';
export const AFTER_CONNECTING = 'It begins when you have connected again.';

/**
 * What importing takes, for example `84 requests to Sony, about 30 seconds`.
 * @param limit what Sony allows, where it is waited for
 */
export function cost(
  requests: number,
  milliseconds: number,
  limit: { requests: number; milliseconds: number } | null,
  locale: string,
): string {
  const asked = `${count(requests, locale)} ${plural(requests, { one: 'request', other: 'requests' }, locale)}`;
  const time = roughly(milliseconds, locale);
  if (limit === null) return `${asked} to Sony, ${time}`;
  const allowed = `${count(limit.requests, locale)} in ${count(limit.milliseconds / 60_000, locale)} minutes`;
  return `${asked}, ${time}: Sony allows about ${allowed}. It goes on by itself, also when this page is closed.`;
}

export const PICKS_NEW_HINT =
  'A game that is new in your library is ticked, unless you have pressed “Never” at it.';

export const MISSING_GAME =
  'Missing a game? It appears once its trophies were synced from the console.';
export const MISSING_WAYS: readonly { consoles: string; way: string }[] = [
  {
    consoles: 'PS5 and PS4',
    way: 'Open Trophies, press the Options button and choose to sync with PlayStation Network.',
  },
  {
    consoles: 'PS3',
    way: 'Open Trophy Collection, press the triangle button and choose to sync with the server.',
  },
  { consoles: 'PS Vita', way: 'Open the Trophies app: it syncs by itself, or from its menu.' },
];
export const MISSING_THEN =
  'Then press “Sync now” in the library. A game without trophies never appears.';

export const NO_PICK_TITLE = 'No game fits';
export const NEVER_EMPTY_TITLE = 'No game is on this list';
export const NEVER_EMPTY =
  'Press “Never” at a game that is not to be picked by itself, and it stands here.';
export const CLEAR_PICK_FILTERS = 'Clear filters';
