import { yearSpan } from '../../utils/domain/numbers/day-spans';
import { isHidden } from '../../utils/domain/numbers/titles-to-count';
import type { YearFigures } from '../../utils/domain/numbers/year-figures';
import { GRADES, type Grade } from '../../utils/domain/trophies/grades';
import type { LibraryTitle } from '../../utils/domain/library/title';
import { civilDay, firstWeekday, monthName } from '../../utils/format/calendar-names';
import { initialsOf, hueOf } from '../../utils/format/initials';
import { tenthsOfPercent } from '../../utils/format/numbers';
import { streakSaid, yearCount, yearWords as words } from '../../utils/words/year';
import { tiledGames, tilePlaces } from './picture-tiles';
import { titleOf, trophyAt, type StoryTrophy, type YearStory } from './year-story';

/** What of the player's may be told in what goes out of this computer. */
export interface ToldNames {
  /** Null where it is not told, or not known. */
  onlineId: string | null;
  games: boolean;
}

/** A game as a picture has it: its name, or nothing that leads to it. */
export interface ToldGame {
  /** Null where it is not told. */
  name: string | null;
  initials: string;
  hue: number;
}

export interface PictureNumber {
  amount: number;
  value: string;
  label: string;
}

export interface PictureLine {
  label: string;
  value: string;
  detail: string | null;
  grade: Grade | null;
}

/** How many trophies each day of the year has, as far as that has come. */
export interface PictureHeat {
  firstDay: number;
  lastDay: number;
  counts: Map<number, number>;
  weekStart: number;
}

/** Everything that a picture shows, as it is written. What is not told is not in it. */
export interface PictureFacts {
  locale: string;
  year: string;
  lead: string;
  who: string | null;
  numbers: { trophies: PictureNumber; platinums: PictureNumber; hundreds: PictureNumber };
  grades: { grade: Grade; value: string; trophies: number }[];
  /** For each month how many of each grade; null where there are too few for it. */
  months: { short: string; values: number[] }[] | null;
  heat: PictureHeat | null;
  said: string[];
  /** Platinums, or else the games of the year. */
  tiles: { game: ToldGame; isPlatinum: boolean; below: string }[];
  tilesLeft: number;
  lines: PictureLine[];
  /** What a year is drawn with that has too little for all of that. */
  best: Grade | null;
  foot: [string, string];
}

const MOST_ROWS = 2;

export function pictureFacts(
  story: YearStory,
  told: ToldNames,
  of: { zone: string; locale: string },
): PictureFacts {
  const { figures } = story;
  const { locale } = of;
  const { counts, trophies } = figures.earned;
  const numberOf = (value: number): string => yearCount(value, figures, locale);
  const counted = (amount: number, label: string): PictureNumber => ({
    ...{ amount, value: numberOf(amount), label },
  });
  const { months, heat } = chartsOf(figures, locale);
  const { first } = yearSpan(figures.year);
  const span = { first: civilDay(first, locale), last: civilDay(figures.end, locale) };
  return {
    ...{ locale, year: String(figures.year), months, heat },
    lead: figures.isRunning ? words.pictureLeadSoFar : words.pictureLead,
    who: told.onlineId,
    numbers: {
      trophies: counted(trophies, words.trophies),
      platinums: counted(counts.platinum, words.platinums),
      hundreds: counted(figures.hundreds.length, words.hundreds),
    },
    grades: GRADES.toReversed().map((grade) => ({
      ...{ grade, value: numberOf(counts[grade]), trophies: counts[grade] },
    })),
    said: daysSaid(figures, locale),
    ...tilesOf(story, told, locale),
    lines: linesOf(story, told, locale),
    best: GRADES.findLast((grade) => counts[grade] > 0) ?? null,
    foot: [
      words.pictureFoot,
      // A zone tells where the player lives: it stands there with who they are, or not at all.
      told.onlineId === null
        ? words.pictureSpanAlone(span)
        : words.pictureSpan({ ...span, zone: of.zone }),
    ],
  };
}

/** A game that is hidden, here or at PlayStation, is never told of. */
export function toldName(title: LibraryTitle | undefined, { games }: ToldNames): string | null {
  if (!games || title === undefined) return null;
  return isHidden(title) ? null : title.name;
}

function chartsOf(
  { year, months, days, sections, end }: YearFigures,
  locale: string,
): Pick<PictureFacts, 'months' | 'heat'> {
  const { first } = yearSpan(year);
  return {
    months: sections.includes('months')
      ? months.map(({ month, earned }) => ({
          short: monthName(month - 1, 'narrow', locale),
          values: [
            ...GRADES.map((grade) => earned?.counts[grade] ?? 0),
            (earned?.trophies ?? 0) -
              GRADES.reduce((sum, grade) => sum + (earned?.counts[grade] ?? 0), 0),
          ],
        }))
      : null,
    heat: sections.includes('days')
      ? {
          ...{ firstDay: first, lastDay: end },
          counts: new Map(days.map(({ day, trophies }) => [day, trophies])),
          weekStart: firstWeekday(locale),
        }
      : null,
  };
}

/** Where some is not fetched it is at least so much, and in which month there was the most nobody knows. */
function daysSaid(figures: YearFigures, locale: string): string[] {
  const { bestMonth, busiest, streak, days, sections, isAtLeast } = figures;
  const said: string[] = [];
  if (sections.includes('months') && bestMonth !== null && !isAtLeast) {
    said.push(words.pictureMonths({ month: monthName(bestMonth.month - 1, 'long', locale) }));
  }
  if (!sections.includes('days')) return said;
  said.push(
    (isAtLeast ? words.pictureDaysAtLeast : words.pictureDays)({ days: days.length }, locale),
  );
  if (streak !== null && streak.days > 1) {
    said.push(words.pictureStreak({ streak: streakSaid(figures, locale) ?? '' }));
  }
  if (busiest !== null) {
    const { trophies, day } = busiest;
    const say = isAtLeast ? words.pictureBusiestAtLeast : words.pictureBusiest;
    said.push(say({ trophies, day: civilDay(day, locale) }, locale));
  }
  return said;
}

function tilesOf(
  story: YearStory,
  told: ToldNames,
  locale: string,
): Pick<PictureFacts, 'tiles' | 'tilesLeft'> {
  const all = tiledGames(story);
  const { shown } = tilePlaces(all.length, MOST_ROWS);
  return {
    tiles: all.slice(0, shown).map((each, index) => ({
      game: toldGame(titleOf(story, each.game), told, { index, locale }),
      isPlatinum: 'day' in each,
      below: 'day' in each ? '' : words.points({ points: each.points }, locale),
    })),
    tilesLeft: all.length - shown,
  };
}

/** A hue goes by the name: where that is not told, by the place. */
function toldGame(
  title: LibraryTitle | undefined,
  told: ToldNames,
  { index, locale }: { index: number; locale: string },
): ToldGame {
  const name = toldName(title, told);
  if (name === null) return { name, initials: '', hue: (index * 47 + 210) % 360 };
  return { name, initials: initialsOf(name, locale), hue: hueOf(name) };
}

/** Where some is not fetched nobody knows which is the first, the rarest or the most. */
function linesOf(story: YearStory, told: ToldNames, locale: string): PictureLine[] {
  const { rarest, games, first, sections, isAtLeast } = story.figures;
  if (isAtLeast) return [];
  const lines: PictureLine[] = [];
  const [top] = games;
  const best = top === undefined ? null : toldName(titleOf(story, top.game), told);
  // The game of the year is a name, or nothing.
  if (top !== undefined && best !== null && sections.includes('games')) {
    lines.push({
      ...{ label: words.pictureTop, grade: null },
      value: best,
      detail: words.points({ points: top.points }, locale),
    });
  }
  const [rare] = rarest;
  if (rare !== undefined && rare.rate !== null) {
    const trophy = trophyAt(story, rare.place);
    lines.push({
      ...{ label: words.pictureRarest, grade: trophy.grade, value: trophyTold(trophy, told) },
      detail: tenthsOfPercent(rare.rate, locale),
    });
  }
  if (first !== null && lines.length < 2) {
    const trophy = trophyAt(story, first);
    lines.unshift({
      label: story.figures.earned.trophies === 1 ? words.pictureOnly : words.pictureFirst,
      ...{ grade: trophy.grade, value: trophyTold(trophy, told) },
      detail: civilDay(trophy.day, locale),
    });
  }
  return lines;
}

/** A trophy's name would tell its game. */
export function trophyTold(trophy: StoryTrophy, told: ToldNames): string {
  const game = toldName(trophy.title, told);
  const grade = words.aTrophy[trophy.grade ?? 'unknown'];
  if (game === null) return grade;
  return words.trophyOfGame({ trophy: isolated(trophy.name || grade), game: isolated(game) });
}

/** A name in its own direction, whatever stands beside it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
