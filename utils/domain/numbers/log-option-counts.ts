import { GRADES } from '../trophies/grades';
import { dateOf, weekdayOf } from './civil-time';
import { LOG_BANDS, WEEKDAYS, type LogFilter } from './log-filter';
import {
  bandOf,
  matchingTrophies,
  platformsOption,
  type LoggedTitle,
  type WordMatches,
} from './matching-trophies';
import type { CivilColumns, TrophyLog } from './trophy-log';

/** What is chosen among a few options, with how many trophies each would show. */
export const COUNTED_FACETS = ['grade', 'band', 'platform', 'year', 'weekday'] as const;
export type CountedFacet = (typeof COUNTED_FACETS)[number];
export type LogOptionCounts = Readonly<Record<CountedFacet, ReadonlyMap<string, number>>>;

/** How many trophies each option would show beside all that is chosen of the other facets. */
export function logOptionCounts(
  log: TrophyLog,
  civil: CivilColumns,
  filter: LogFilter,
  titles: readonly LoggedTitle[],
  words: WordMatches | null,
): LogOptionCounts {
  const optionOf = optionsOf(log, civil, titles);
  const found = (chosen: LogFilter['chosen']): Uint32Array =>
    matchingTrophies(log, civil, { ...filter, chosen }, titles, words);
  const all = found(filter.chosen);
  const counted = COUNTED_FACETS.map((facet) => {
    const isOpen = filter.chosen[facet].length === 0;
    const places = isOpen ? all : found({ ...filter.chosen, [facet]: [] });
    return [facet, countsOf(places, optionOf[facet])];
  });
  return Object.fromEntries(counted) as LogOptionCounts;
}

/** Of each facet the option that a trophy is of, as a number, and the options by their numbers. */
interface Options {
  numberOf: (place: number) => number;
  nameOf: (number: number) => string;
}

function optionsOf(
  { grade, rate, set, sets, undated }: TrophyLog,
  { day }: CivilColumns,
  titles: readonly LoggedTitle[],
): Record<CountedFacet, Options> {
  const byId = new Map(titles.map((title) => [title.npCommunicationId, title]));
  const yearOf = remembered((civilDay) => dateOf(civilDay).year);
  const knownBand = remembered(bandOf);
  return {
    grade: { numberOf: (place) => grade[place]!, nameOf: (number) => GRADES[number] ?? '' },
    band: {
      numberOf: (place) => knownBand(rate[place]!),
      nameOf: (number) => LOG_BANDS[number] ?? '',
    },
    platform: {
      numberOf: (place) => set[place]!,
      nameOf: (number) =>
        platformsOption(byId.get(sets[number]?.npCommunicationId ?? '')?.platforms ?? []),
    },
    year: {
      numberOf: (place) => (place < undated ? 0 : yearOf(day[place]!)),
      nameOf: (number) => (number === 0 ? '' : String(number)),
    },
    weekday: {
      numberOf: (place) => (place < undated ? WEEKDAYS.length : weekdayOf(day[place]!)),
      nameOf: (number) => WEEKDAYS[number] ?? '',
    },
  };
}

function countsOf(places: Uint32Array, { numberOf, nameOf }: Options): Map<string, number> {
  const byNumber: number[] = [];
  for (const place of places) {
    const number = numberOf(place);
    byNumber[number] = (byNumber[number] ?? 0) + 1;
  }
  const counts = new Map<string, number>();
  // Of what no number has there is nothing to visit.
  byNumber.forEach((count, number) => {
    const name = nameOf(number);
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + count);
  });
  return counts;
}

/** What is asked for thousands of times has a few answers. */
function remembered(answer: (value: number) => number): (value: number) => number {
  const known: (number | undefined)[] = [];
  return (value) => (known[value] ??= answer(value));
}
