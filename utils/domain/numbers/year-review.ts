import { GRADES, noTrophies, pointsOf } from '../trophies/grades';
import type { DaySpan } from './day-spans';
import { earnedTogether, type EarnedCount, type TrophyDay } from './trophy-days';

/** What there is to tell of a year. */
export interface YearFacts {
  /** Trophies of it that have a date; and those of them that have a rate. */
  dated: number;
  rated: number;
  monthsWithTrophies: number;
  daysWithTrophies: number;
  gamesWithTrophies: number;
  platinumsAndHundreds: number;
  gamesBegun: number;
  /** 1 where for how long games were played is known of any day of it. */
  hasHours: number;
}

/** The sections of a year, each with what it takes at the least: one about less says nothing. */
const SECTIONS = {
  totals: ['dated', 1],
  months: ['monthsWithTrophies', 2],
  rarest: ['rated', 1],
  games: ['gamesWithTrophies', 3],
  days: ['daysWithTrophies', 2],
  gallery: ['platinumsAndHundreds', 1],
  'hours-of-week': ['dated', 20],
  begun: ['gamesBegun', 1],
  'played-hours': ['hasHours', 1],
} as const satisfies Record<string, [keyof YearFacts, number]>;
export type YearSection = keyof typeof SECTIONS;

/** The sections that a year has, in their order. */
export function yearSections(facts: YearFacts): YearSection[] {
  return (Object.keys(SECTIONS) as YearSection[]).filter((section) => {
    const [fact, least] = SECTIONS[section];
    return facts[fact] >= least;
  });
}

/** What was earned within some days. */
export function earnedWithin(days: readonly TrophyDay[], { first, last }: DaySpan): EarnedCount {
  return earnedTogether(days.filter(({ day }) => first <= day && day <= last));
}

/** What one game brought. */
export interface GamePoints {
  game: number;
  points: number;
  trophies: number;
}

/**
 * The games by the points that were earned in them, the most first, then by trophies, then by their numbers.
 * @param games which game each trophy is of
 * @param grades the place of each in `GRADES`; any other number where it is not known, and brings no points
 */
export function gamesByPoints(games: ArrayLike<number>, grades: ArrayLike<number>): GamePoints[] {
  const byGame = new Map<number, GamePoints>();
  for (let place = 0; place < games.length; place += 1) {
    const game = games[place] ?? -1;
    const points = byGame.get(game) ?? { game, points: 0, trophies: 0 };
    byGame.set(game, points);
    points.points += POINTS[grades[place] ?? -1] ?? 0;
    points.trophies += 1;
  }
  return [...byGame.values()].sort(
    (one, other) =>
      other.points - one.points || other.trophies - one.trophies || one.game - other.game,
  );
}

const POINTS = GRADES.map((grade) => pointsOf({ ...noTrophies(), [grade]: 1 }));
