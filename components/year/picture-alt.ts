import { GRADES } from '../../utils/domain/trophies/grades';
import { civilDay } from '../../utils/format/calendar-names';
import { listed, sideBySide } from '../../utils/format/lists';
import { tenthsOfPercent } from '../../utils/format/numbers';
import { streakSaid, yearWords as words } from '../../utils/words/year';
import { monthInFull } from '../statistics/time-charts';
import { toldName, trophyTold, type ToldNames } from './picture-facts';
import { tiledGames, tilePlaces, tileRows } from './picture-tiles';
import { titleOf, trophyAt, type YearStory } from './year-story';

interface AltOf {
  shape: 'portrait' | 'landscape';
  locale: string;
}

/** The picture for those who do not see it: by the same figures, and with no name that it does not show. */
export function pictureAlt(story: YearStory, told: ToldNames, of: AltOf): string {
  const { locale } = of;
  const { figures } = story;
  const { bestMonth, streak, busiest, days, sections, rarest, isAtLeast } = figures;
  const sentences = [totalsSaid(story, told, locale), ...gradesSaid(story, locale)];
  if (sections.includes('months') && bestMonth !== null && !isAtLeast) {
    const month = monthInFull(figures.year, bestMonth.month, locale);
    sentences.push(words.altMonths({ month, trophies: bestMonth.earned?.trophies ?? 0 }, locale));
  }
  if (sections.includes('days')) {
    const sayDays = isAtLeast ? words.altDaysAtLeast : words.altDays;
    sentences.push(sayDays({ days: days.length }, locale));
    if (streak !== null && streak.days > 1) {
      sentences.push(words.altStreak({ streak: streakSaid(figures, locale) ?? '' }));
    }
    if (busiest !== null) {
      const day = civilDay(busiest.day, locale);
      const say = isAtLeast ? words.altBusiestAtLeast : words.altBusiest;
      sentences.push(say({ day, trophies: busiest.trophies }, locale));
    }
  }
  const { knownUntil } = figures;
  if (knownUntil !== null) {
    sentences.splice(1, 0, words.altUntil({ day: civilDay(knownUntil, locale) }));
  }
  const [rare] = rarest;
  if (rare !== undefined && rare.rate !== null && !isAtLeast) {
    const trophy = trophyTold(trophyAt(story, rare.place), told);
    sentences.push(words.altRarest({ trophy, rate: tenthsOfPercent(rare.rate, locale) }));
  }
  sentences.push(...gamesSaid(story, told, of));
  // What keeps names in their own direction is for what is drawn: pasted elsewhere some programs show it.
  return sentences.join(' ').replaceAll(/[\u2068\u2069]/g, '');
}

function totalsSaid(story: YearStory, { onlineId }: ToldNames, locale: string): string {
  const { figures } = story;
  const { earned, hundreds, isRunning, isAtLeast } = figures;
  const { platinum } = earned.counts;
  const year = String(figures.year);
  if (isAtLeast) {
    const known = { year, totals: sideBySide(leastTotals(story, locale), locale) };
    if (onlineId === null)
      return (isRunning ? words.altTotalsKnownSoFar : words.altTotalsKnown)(known);
    const sayOf = isRunning ? words.altTotalsKnownSoFarOf : words.altTotalsKnownOf;
    return sayOf({ ...known, who: onlineId });
  }
  const said = {
    year,
    trophies: words.altTrophies({ trophies: earned.trophies }, locale),
    platinums: words.altPlatinums({ platinums: platinum }, locale),
    hundreds: words.altHundreds({ games: hundreds.length }, locale),
  };
  if (onlineId === null) return (isRunning ? words.altTotalsSoFar : words.altTotals)(said);
  const sayOf = isRunning ? words.altTotalsSoFarOf : words.altTotalsOf;
  return sayOf({ ...said, who: onlineId });
}

/** What of a year that may have more is known; of what none is known nothing is said. */
function leastTotals({ figures: { earned, hundreds } }: YearStory, locale: string): string[] {
  const { platinum } = earned.counts;
  const said = [words.altTrophiesAtLeast({ trophies: earned.trophies }, locale)];
  if (platinum > 0) said.push(words.altPlatinumsAtLeast({ platinums: platinum }, locale));
  if (hundreds.length > 0) said.push(words.altHundredsAtLeast({ games: hundreds.length }, locale));
  return said;
}

function gradesSaid({ figures }: YearStory, locale: string): string[] {
  const { counts } = figures.earned;
  if (!figures.isAtLeast) return [words.altGrades(counts, locale)];
  const grades = GRADES.toReversed().flatMap((grade) =>
    counts[grade] > 0 ? words.altGrade[grade]({ trophies: counts[grade] }, locale) : [],
  );
  return grades.length === 0 ? [] : [words.altGradesAtLeast({ grades: listed(grades, locale) })];
}

/** Those of the tiles that are drawn, by the names that they have there. */
function gamesSaid(story: YearStory, told: ToldNames, { shape, locale }: AltOf): string[] {
  const { isAtLeast, platinums } = story.figures;
  const all = tiledGames(story);
  const { shown } = tilePlaces(all.length, tileRows(shape, all.length));
  const named = all
    .slice(0, shown)
    .flatMap(({ game }) => toldName(titleOf(story, game), told) ?? []);
  if (named.length === 0) return [];
  const left = all.length - named.length;
  const names = left === 0 ? named : [...named, words.altMore({ games: left }, locale)];
  const [sayGames, sayPlatinums] = isAtLeast
    ? [words.altGamesKnown, words.altPlatinumsKnown]
    : [words.altGames, words.altPlatinumsAre];
  const say = platinums.length === 0 ? sayGames : sayPlatinums;
  return [say({ games: listed(names, locale) })];
}
