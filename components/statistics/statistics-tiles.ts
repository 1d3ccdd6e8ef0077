import { GRADES, sumOfGrades, type Grade } from '../../utils/domain/trophies/grades';
import type { Streak } from '../../utils/domain/numbers/streaks';
import { civilDay } from '../../utils/format/calendar-names';
import { count, tenthsOfPercent } from '../../utils/format/numbers';
import {
  averageCounts,
  completedCounts,
  currentStreakCounts,
  longestStreakCounts,
  statisticsWords as words,
  sumCounts,
  withoutUnknown,
} from '../../utils/words/statistics';
import { gradeName } from '../../utils/words/trophies';
import { atLeast } from '../../utils/words/at-least';
import { UNKNOWN_SIGN, written } from '../../utils/words/unknown';
import type { LibraryFigures } from './library-figures.svelte';
import {
  libraryOfAll,
  libraryOfKept,
  libraryOfPercents,
  libraryOfPlatinums,
  libraryOfStarted,
  logAsCounted,
  logOfDays,
} from './log-links';

/** One number of the page. */
interface Tile {
  id: string;
  name: string;
  /** Null while it is read. */
  value: string | null;
  counts: string;
  grade?: Grade;
  href?: string;
}

/** The rarest first, and their sum. */
export function gradeTiles(
  { totals, gone }: Pick<LibraryFigures, 'totals' | 'gone'>,
  locale: string,
): Tile[] {
  const { counts, unknown } = totals;
  const numberOf = (value: number): string => sumSaid(value, unknown, locale);
  const countsOf = (said: string, goneOfIt: number): string =>
    sumCounts(
      // The log behind the tile has them.
      goneOfIt === 0 ? said : words.gradeGone({ counts: said, trophies: goneOfIt }, locale),
      unknown,
      locale,
    );
  // A count of nothing leads to nothing; the log has those that are gone too.
  const logOf = (here: number, picked: Parameters<typeof logAsCounted>[0]): Pick<Tile, 'href'> =>
    here > 0 ? { href: logAsCounted(picked) } : {};
  return [
    ...GRADES.toReversed().map((grade) => ({
      ...{ id: grade, name: gradeName(grade), grade },
      ...logOf(counts[grade] + gone.counts[grade], { grade }),
      value: numberOf(counts[grade]),
      counts: countsOf(words.gradeCounts[grade], gone.counts[grade]),
    })),
    {
      ...{ id: 'trophies', name: words.trophies },
      ...logOf(sumOfGrades(counts) + sumOfGrades(gone.counts), {}),
      value: numberOf(sumOfGrades(counts)),
      counts: countsOf(words.trophiesCount, sumOfGrades(gone.counts)),
    },
  ];
}

/** How far the games are. */
export function gameTiles(figures: LibraryFigures, locale: string): Tile[] {
  const { average, completed, platinumShare: share, unearned, uncounted } = figures;
  const { hasGivenUp, hasMarks, unreadable } = figures;
  const percent = (value: number): string => tenthsOfPercent(value, locale);
  const { games } = completed;
  const all = libraryOfAll(uncounted);
  return [
    {
      ...{ id: 'games', name: words.games, href: all },
      value: sumSaid(games, unreadable, locale),
      counts: sumCounts(words.gamesCount, unreadable, locale),
    },
    {
      ...{ id: 'completed', name: words.completed },
      ...(completed.completed > 0 ? { href: libraryOfPercents(100, 100, uncounted) } : {}),
      value: sumSaid(completed.completed, completed.unknown, locale),
      counts: sumCounts(completedCounts(completed, locale), completed.unknown, locale),
    },
    {
      ...{ id: 'completion', name: words.completion, href: all },
      value: written(average.all, percent),
      counts: games + unreadable === 0 ? words.noGames : averageCounts(average, locale),
    },
    {
      ...{ id: 'completion-started', name: words.completionOther },
      href: libraryOfStarted(uncounted),
      value: written(average.started, percent),
      counts: withoutUnknown(words.completionOtherCount, average.unknown, locale),
    },
    // Which trophies are given up is known later: its place is kept.
    ...(hasGivenUp
      ? [
          {
            ...{ id: 'completion-without', name: words.completionRetired },
            href: libraryOfKept(uncounted),
            value: hasMarks ? written(average.withoutGivenUp, percent) : null,
            counts: withoutUnknown(words.completionRetiredCount, average.unknown, locale),
          },
        ]
      : []),
    {
      ...{ id: 'completion-points', name: words.completionPoints, href: all },
      value: written(average.byPoints, percent),
      counts: withoutUnknown(words.completionPointsCount, average.pointsUnknown, locale),
    },
    {
      ...{ id: 'platinum-share', name: words.platinumShare },
      href: libraryOfPlatinums(uncounted),
      value: written(share.share, percent),
      counts:
        share.share === null
          ? share.unknown === 0
            ? words.noPlatinum
            : words.percentUnknown
          : withoutUnknown(
              words.platinumShareCount({ earned: share.earned, games: share.games }, locale),
              share.unknown,
              locale,
            ),
    },
    {
      ...{ id: 'unearned', name: words.unearned, href: libraryOfPercents(0, 99, uncounted) },
      value: sumSaid(
        sumOfGrades(unearned.started.counts),
        unearned.started.unknown + unreadable,
        locale,
      ),
      counts: sumCounts(
        words.unearnedCount({ all: sumOfGrades(unearned.all.counts) }, locale),
        unearned.all.unknown + unreadable,
        locale,
      ),
    },
    ...streakTiles(figures, locale),
  ];
}

/** @param unknown of so many games it is not known: there may be more */
function sumSaid(value: number, unknown: number, locale: string): string {
  return unknown === 0 ? count(value, locale) : atLeast(value, locale);
}

function streakTiles({ streaks, hasFailed, knownUntil }: LibraryFigures, locale: string): Tile[] {
  const awaited = hasFailed ? UNKNOWN_SIGN : null;
  const [longest, current] = [streaks?.longest ?? null, streaks?.current ?? null];
  const isAtLeast = streaks?.isAtLeast === true;
  const days = (streak: Streak | null, mayBeMore: boolean): string =>
    (mayBeMore ? atLeast : count)(streak?.days ?? 0, locale);
  return [
    {
      ...{ id: 'longest-streak', name: words.longestStreak, ...leadTo(longest) },
      value: streaks === null ? awaited : days(longest, isAtLeast || streaks.hasGrownMaybe),
      counts:
        streaks === null ? words.streakNone : longestStreakCounts(streaks, knownUntil, locale),
    },
    {
      ...leadTo(current),
      id: 'current-streak',
      name:
        knownUntil === null
          ? words.currentStreak
          : words.streakUntil({ day: civilDay(knownUntil, locale) }),
      value: streaks === null ? awaited : days(current, isAtLeast),
      counts:
        streaks === null
          ? words.currentStreakCount
          : currentStreakCounts(streaks, knownUntil === null),
    },
  ];
}

/** To the trophies of its days. */
function leadTo(streak: Streak | null): Pick<Tile, 'href'> {
  return streak === null ? {} : { href: logOfDays(streak.first, streak.last) };
}
