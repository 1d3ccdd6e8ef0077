import { platformsTogether } from '../library/grouping';
import { GRADES } from '../trophies/grades';
import { RARITY_BANDS } from '../trophies/rarity';

/** By what the log can be narrowed. `band` is how rare a trophy is now, `then` how rare it was when it was earned. */
const LOG_FACETS = [
  ...(['grade', 'band', 'then', 'platform', 'year'] as const),
  ...(['month', 'day', 'weekday', 'hour', 'game'] as const),
] as const;
export type LogFacet = (typeof LOG_FACETS)[number];

/** What is chosen among a few options, with how many trophies each would show. */
export const COUNTED_FACETS = [
  ...(['grade', 'band', 'then', 'platform', 'year', 'weekday'] as const),
] as const satisfies readonly LogFacet[];
export type CountedFacet = (typeof COUNTED_FACETS)[number];

/** Monday first, as `weekdayOf` counts them. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** What of the log is shown. All of it stands in the address of the page, so that a chart can lead to it. */
export interface LogFilter {
  /** In names of trophies and of games. */
  words: string;
  /** Games that are hidden, here or on PlayStation, are left out: Sony's sum has them. */
  leavesOutHidden: boolean;
  /** The chosen options of each facet; none chosen leaves everything in. */
  chosen: Readonly<Record<LogFacet, readonly string[]>>;
}

export const ALL_OF_LOG: LogFilter = {
  words: '',
  leavesOutHidden: false,
  chosen: chosenBy(() => []),
};

/** A rarity that nobody knows is an option of its own: it is in no band. */
export const LOG_BANDS = [...RARITY_BANDS, 'unknown'] as const;

/** The option of games of which Sony does not say what they are for: its own words are in capitals. */
export const NO_PLATFORM = 'unknown';

const LONGEST_WORDS = 200;
const FORMS: Record<LogFacet, RegExp> = {
  grade: new RegExp(`^(?:${GRADES.join('|')})$`),
  band: new RegExp(`^(?:${LOG_BANDS.join('|')})$`),
  then: new RegExp(`^(?:${LOG_BANDS.join('|')})$`),
  platform: /^[\p{L}\p{N}][\p{L}\p{N} +./-]{0,31}$/u,
  year: /^20\d\d$/,
  month: /^20\d\d-(?:0[1-9]|1[0-2])$/,
  day: /^20\d\d-\d\d-\d\d(?:\.\.20\d\d-\d\d-\d\d)?$/,
  weekday: new RegExp(`^(?:${WEEKDAYS.join('|')})$`),
  hour: /^(?:\d|1\d|2[0-3])$/,
  game: /^[\w-]{1,64}$/,
};

/** What an address asks for. What it does not know it leaves out. */
export function logFilterOf(query: string): LogFilter {
  const asked = new URLSearchParams(query);
  return {
    words: (asked.get('q') ?? '').slice(0, LONGEST_WORDS),
    leavesOutHidden: asked.get('hidden') === 'out',
    chosen: chosenBy((facet) =>
      [...new Set(asked.getAll(facet).map((option) => asOption(facet, option)))].filter((option) =>
        isOption(facet, option),
      ),
    ),
  };
}

/** Addresses that were kept may have platforms in another order. */
function asOption(facet: LogFacet, option: string): string {
  return facet === 'platform' ? platformsOption(option.split('+')) : option;
}

/** A game of two platforms is of both together, as it counts: once. Of one without any nobody knows. */
export function platformsOption(platforms: readonly string[]): string {
  return platformsTogether({ platforms }).replaceAll(',', '+') || NO_PLATFORM;
}

function isOption(facet: LogFacet, option: string): boolean {
  return FORMS[facet].test(option) && (facet !== 'day' || isSpan(dayEnds(option)));
}

/** The first and the last day of an option, which is one day, or some in a row: `2026-03-01..2026-03-23`. */
export function dayEnds(option: string): [first: string, last: string] {
  const [first = '', last = first] = option.split('..');
  return [first, last];
}

function isSpan([first, last]: [string, string]): boolean {
  return isDay(first) && isDay(last) && first <= last;
}

/** Of February 30 one browser makes March 2, and another nothing. */
function isDay(option: string): boolean {
  const [year = 0, month = 0, day = 0] = option.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The query of an address that asks for this. */
export function logQueryOf({ words, leavesOutHidden, chosen }: LogFilter): string {
  const asked = new URLSearchParams();
  if (words !== '') asked.set('q', words);
  for (const facet of LOG_FACETS) {
    for (const option of chosen[facet]) asked.append(facet, option);
  }
  if (leavesOutHidden) asked.set('hidden', 'out');
  return asked.toString();
}

/** The filter with one option more or one less. */
export function withLogOption(
  filter: LogFilter,
  facet: LogFacet,
  option: string,
  on: boolean,
): LogFilter {
  const others = filter.chosen[facet].filter((each) => each !== option);
  return { ...filter, chosen: { ...filter.chosen, [facet]: on ? [...others, option] : others } };
}

/** Every chosen option with its facet, in the order of the facets. */
export function chosenInLog({ chosen }: LogFilter): { facet: LogFacet; option: string }[] {
  return LOG_FACETS.flatMap((facet) => chosen[facet].map((option) => ({ facet, option })));
}

/** True where all of the log is shown. */
export function isAllOfLog(filter: LogFilter): boolean {
  return filter.words === '' && !filter.leavesOutHidden && chosenInLog(filter).length === 0;
}

function chosenBy(optionsOf: (facet: LogFacet) => readonly string[]): LogFilter['chosen'] {
  return Object.fromEntries(
    LOG_FACETS.map((facet) => [facet, optionsOf(facet)]),
  ) as unknown as LogFilter['chosen'];
}
