import {
  ALL_OF_LOG,
  logQueryOf,
  platformsOption,
  WEEKDAYS,
  withLogOption,
  type LogFacet,
  type LogFilter,
} from '../../utils/domain/numbers/log-filter';
import { dayOption, daysOption } from '../../utils/domain/numbers/log-picks';
import {
  DEFAULT_VIEW,
  OPTIONS,
  PERCENT_BANDS,
  queryOf,
  STARTED,
  type Filters,
  type LibraryView,
} from '../../utils/domain/library/library-view';
import { libraryAddress, logAddress } from '../app/hash-route.svelte';
import { leftOutOfLinks } from './left-out.svelte';

type Options = Partial<Record<LogFacet, string>>;

/** The log narrowed to one option of each of these facets. */
export function logWith(options: Options): string {
  return logNarrowed(allOfLog(), options);
}

/** The same of what PlayStation counts: with hidden games, whatever the statistics leave out. */
export function logAsCounted(options: Options): string {
  return logNarrowed(ALL_OF_LOG, options);
}

/** The log as it is narrowed already, of these facets to one option alone. */
export function logNarrowedTo(filter: LogFilter, options: Options): string {
  const only = Object.entries(options).map(([facet, option]) => [facet, [option]]);
  const chosen = {
    ...filter.chosen,
    ...(Object.fromEntries(only) as Partial<LogFilter['chosen']>),
  };
  return logAddress(logQueryOf({ ...filter, chosen }));
}

/** The log of a civil day. */
export function logOfDay(civilDay: number): string {
  return logWith({ day: dayOption(civilDay) });
}

/** The log of some civil days, both in it; of a game alone where one is said. */
export function logOfDays(first: number, last: number, game?: string): string {
  return logWith({ day: daysOption(first, last), ...(game === undefined ? {} : { game }) });
}

/** The log of a month, from 1. */
export function logOfMonth(year: number, month: number): string {
  return logWith({ month: monthOption(year, month) });
}

/** The log of an hour, of a weekday (0 for Sunday), or of both; of a year alone where one is said. */
export function logOfHour(
  { weekday, hour }: { weekday?: number; hour?: number },
  year?: number,
): string {
  const name = weekday === undefined ? undefined : WEEKDAYS[(weekday + 6) % 7];
  return logWith({
    ...(year === undefined ? {} : { year: String(year) }),
    ...(name === undefined ? {} : { weekday: name }),
    ...(hour === undefined ? {} : { hour: String(hour) }),
  });
}

/** The log of sets for these platforms together, as `totalsByPlatform` has them. */
export function logOfPlatforms(platforms: string): string {
  return logAsCounted({ platform: platformsOption(platforms.split(',').filter(Boolean)) });
}

/** What the library has besides the games that are counted, and of these what it leaves out by itself. */
export interface Uncounted {
  /** PlayStation lists some no more. */
  hasGone: boolean;
  /** The player has hidden some. */
  hasOwnHidden: boolean;
}

/** All games that are counted, from one percent to another, the furthest first. */
export function libraryOfPercents(from: number, to: number, uncounted: Uncounted): string {
  const percent = PERCENT_BANDS.filter((option) => {
    const [first = 0, last = first] = option.split('-').map(Number);
    return first <= to && last >= from;
  });
  return libraryWith({ percent }, uncounted);
}

/** All games that are counted and have a platinum, earned or not. */
export function libraryOfPlatinums(uncounted: Uncounted): string {
  const view = allOfLibrary(uncounted);
  const platinum = OPTIONS.platinum.filter((option) => option !== 'none');
  return libraryAddress(queryOf({ ...view, filters: { ...view.filters, platinum } }));
}

/** All games that are counted and have a trophy, the furthest first. */
export function libraryOfStarted(uncounted: Uncounted): string {
  return libraryWith({ percent: [STARTED] }, uncounted);
}

/** All games that are counted and not given up, the furthest first. */
export function libraryOfKept(uncounted: Uncounted): string {
  return libraryWith({ status: ['kept'], unobtainable: ['no'] }, uncounted);
}

/** All games that are counted. */
export function libraryOfAll(uncounted: Uncounted): string {
  return libraryAddress(queryOf(allOfLibrary(uncounted)));
}

function libraryWith(filters: Partial<Filters>, uncounted: Uncounted): string {
  const view = allOfLibrary(uncounted);
  const narrowed = { ...view.filters, ...filters };
  return libraryAddress(queryOf({ ...view, sort: 'progress', filters: narrowed }));
}

function logNarrowed(all: LogFilter, options: Options): string {
  const filter = (Object.entries(options) as [LogFacet, string][]).reduce(
    (narrowed, [facet, option]) => withLogOption(narrowed, facet, option, true),
    all,
  );
  return logAddress(logQueryOf(filter));
}

/** As much of the log and of the library as the statistics count. */
function allOfLog(): LogFilter {
  return { ...ALL_OF_LOG, leavesOutHidden: leftOutOfLinks.current.hidden };
}

function allOfLibrary({ hasGone, hasOwnHidden }: Uncounted): LibraryView {
  const { hidden, otherEditions } = leftOutOfLinks.current;
  const filters = {
    ...DEFAULT_VIEW.filters,
    ...(hasGone && { gone: ['no'] }),
    ...(hidden ? { hidden: ['no'] } : hasOwnHidden && { hide: ['yes', 'no'] }),
  };
  return { ...DEFAULT_VIEW, scope: 'all', isStacked: otherEditions, filters };
}

export function monthOption(year: number, month: number): string {
  return `${String(year)}-${twoDigits(month)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
