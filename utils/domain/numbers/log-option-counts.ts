import { GRADES } from '../trophies/grades';
import { dateOf, weekdayOf } from './civil-time';
import {
  COUNTED_FACETS,
  LOG_BANDS,
  platformsOption,
  WEEKDAYS,
  type CountedFacet,
} from './log-filter';
import { bandOf, type LoggedTitle } from './matching-trophies';
import type { CivilColumns, TrophyLog } from './trophy-log';

export type LogOptionCounts = Readonly<Record<CountedFacet, ReadonlyMap<string, number>>>;

/** Of each facet the option that a trophy is of, as a number, and the options by their numbers. */
interface Options {
  numberOf: (place: number) => number;
  nameOf: (number: number) => string;
}

/** Counts how many trophies each option would show: one after the other, so that nobody waits for all. */
export class OptionCounting {
  readonly #options: readonly Options[];
  /** Of each facet by the numbers of its options. */
  readonly #counts: readonly number[][] = COUNTED_FACETS.map(() => []);

  constructor(log: TrophyLog, civil: CivilColumns, titles: readonly LoggedTitle[]) {
    const options = optionsOf(log, civil, titles);
    this.#options = COUNTED_FACETS.map((facet) => options[facet]);
  }

  /** @param facet its number */
  add(facet: number, place: number): void {
    const counts = this.#counts[facet]!;
    const number = this.#options[facet]!.numberOf(place);
    counts[number] = (counts[number] ?? 0) + 1;
  }

  addToAll(place: number): void {
    for (let facet = 0; facet < COUNTED_FACETS.length; facet += 1) this.add(facet, place);
  }

  get counts(): LogOptionCounts {
    const counted = COUNTED_FACETS.map((facet, index) => {
      return [facet, byName(this.#counts[index]!, this.#options[index]!.nameOf)];
    });
    return Object.fromEntries(counted) as LogOptionCounts;
  }
}

function optionsOf(
  { grade, rate, then, set, sets, undated }: TrophyLog,
  { day }: CivilColumns,
  titles: readonly LoggedTitle[],
): Record<CountedFacet, Options> {
  // Asked for once all is counted.
  let byId: ReadonlyMap<string, LoggedTitle> | undefined;
  const titleOf = (id: string): LoggedTitle | undefined => {
    byId ??= new Map(titles.map((title) => [title.npCommunicationId, title]));
    return byId.get(id);
  };
  const yearOf = remembered((civilDay) => dateOf(civilDay).year);
  const knownBand = remembered(bandOf);
  const ofBands = (column: Uint16Array): Options => ({
    numberOf: (place) => knownBand(column[place]!),
    nameOf: (number) => LOG_BANDS[number] ?? '',
  });
  return {
    grade: { numberOf: (place) => grade[place]!, nameOf: (number) => GRADES[number] ?? '' },
    band: ofBands(rate),
    then: ofBands(then),
    platform: {
      numberOf: (place) => set[place]!,
      nameOf: (number) =>
        platformsOption(titleOf(sets[number]?.npCommunicationId ?? '')?.platforms ?? []),
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

function byName(byNumber: readonly number[], nameOf: Options['nameOf']): Map<string, number> {
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
