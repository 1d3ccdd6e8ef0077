import type { HundredsOfRun } from '../domain/history/hundreds-in-run';
import type { LateArrivals } from '../domain/history/late-trophies';
import type { ChangedTitle, SyncRun, TitleTrophies } from '../domain/sync/sync-run';
import type { Grade, GradeCounts } from '../domain/trophies/grades';
import { monthOfCalendar } from '../format/civil-days';
import { sideBySide } from '../format/lists';
import { playtime } from './durations';
import * as words from './en/sync.json';
import { platformName } from './platforms';
import { GONE } from './title-flags';
import { NAME_UNKNOWN } from './trophy-list';
import { UNKNOWN_SIGN } from './unknown';

export {
  noRunsTitle as NO_RUNS_TITLE,
  noRuns as NO_RUNS,
  runs as RUNS,
  runsHint as RUNS_HINT,
  goesOnByHand as GOES_ON_BY_HAND,
} from './en/sync.json';

const GRADES = Object.keys(words.newOfGrade) as Grade[];

const KINDS = { daily: words.dailyRun, 'by-hand': words.runByHand, picks: words.runOfPicks };

/** What is so of a sync that has not ended: it goes on by itself, or the player has stopped it. */
export type Unended = 'running' | 'by-player';

/** What kind of sync it was and how it ended, for example `Daily sync` or `Daily sync, stopped by you`. */
export function runKind({ trigger, isFirst, outcome }: SyncRun, unended: Unended | null): string {
  return (isFirst ? words.firstRun : KINDS[trigger])[unended ?? outcome];
}

/** What it took, for example `64 requests, 2 min`. */
export function runCost({ requests, startedAt, finishedAt }: SyncRun, locale: string): string {
  // A clock that was put right in between has no length of time.
  if (finishedAt === null || finishedAt < startedAt) return words.runCost({ requests }, locale);
  const time = playtime(Math.round((finishedAt - startedAt) / 1_000), locale);
  return words.runCostAndTime({ requests, time }, locale);
}

/** New trophies in one line, for example `5 new trophies: 3 bronze, 2 gold`; null where there are none. */
export function newTrophies(grades: GradeCounts, locale: string): string | null {
  const trophies = sumOf(grades);
  if (trophies === 0) return null;
  const each = GRADES.filter((grade) => grades[grade] > 0).map((grade) =>
    words.newOfGrade[grade]({ trophies: grades[grade] }, locale),
  );
  return words.newByGrade({ trophies, grades: sideBySide(each, locale) }, locale);
}

function sumOf(grades: GradeCounts): number {
  return GRADES.reduce((sum, grade) => sum + grades[grade], 0);
}

/** What arrived late, for example `12 trophies of March 2026 arrived; numbers after them moved by 12.` */
export function lateSaid({ trophies, ...days }: LateArrivals, locale: string): string {
  const [first, last] = [days.first, days.last].map((day) => monthOfCalendar(day, locale));
  return first === last
    ? words.late({ trophies, month: first ?? '' }, locale)
    : words.lateOfMonths({ trophies, first: first ?? '', last: last ?? '' }, locale);
}

/** A game that a report names: by the name that it had where that was another, and with what is to be said of it. */
export interface GameOfNews {
  id: string;
  formerName: string | null;
  detail: string | null;
  /** It is about so many trophies, which stand in the log. */
  earned?: number;
}

/** A trophy that a report names, for example `Untouchable (gold)`. */
export function trophyOfNews(name: string, grade: Grade | null): string {
  const known = name || NAME_UNKNOWN;
  return grade === null
    ? known
    : words.trophyOfNews({ name: known, grade: words.gradeOfNews[grade] });
}

/** That a game has more trophies than are named; null where it has not. */
export function moreTrophies(more: number, locale: string): string | null {
  return more > 0 ? words.moreTrophies({ more }, locale) : null;
}

/** Only the games with most are kept: of the others their trophies are counted. */
function trophiesNews({ newTrophies, earnedIn: games }: SyncRun, locale: string): string {
  const named = games.reduce((sum, { trophies }) => sum + trophies, 0);
  const [news, more] = [words.newsOf.earnedIn, sumOf(newTrophies) - named];
  return more > 0 ? words.trophiesAndMore({ news, more }, locale) : news;
}

const NO_HUNDREDS: HundredsOfRun = { games: [], more: 0 };

/** The news of a report that name games, in their order of weight. */
export function gameNews(
  run: SyncRun,
  locale: string,
  hundreds = NO_HUNDREDS,
): { label: string; games: GameOfNews[] }[] {
  const { unnamed } = run;
  const all: [label: string, games: GameOfNews[], more: number][] = [
    [words.newsOf.newPlatinums, run.newPlatinums.map(named), unnamed.newPlatinums],
    [words.newsOf.hundreds, hundreds.games.map(named), hundreds.more],
    [trophiesNews(run, locale), run.earnedIn.map((title) => earnedIn(title, locale)), 0],
    [words.newsOf.newTitles, run.newTitles.map(named), run.newTitleCount - run.newTitles.length],
    [words.newsOf.lostHundreds, run.lostHundreds.map(named), unnamed.lostHundreds],
    [
      words.newsOf.takenBack,
      run.takenBack.map((title) => takenBack(title, locale)),
      unnamed.takenBack,
    ],
    [words.newsOf.grown, run.grown.map(named), unnamed.grown],
    [words.newsOf.altered, run.altered.map(named), unnamed.altered],
    [words.newsOf.renamed, run.renamed.map(renamed), unnamed.renamed],
    [words.newsOf.moved, run.moved.map(moved), unnamed.moved],
    [GONE, run.gone.map(named), unnamed.gone],
    [words.newsOf.back, run.back.map(named), unnamed.back],
  ];
  return all
    .map(([news, games, more]) => [news, games.filter(({ id }) => id !== ''), more] as const)
    .filter(([, games]) => games.length > 0)
    .map(([news, games, more]) => {
      return { label: more > 0 ? words.newsAndMore({ news, more }, locale) : news, games };
    });
}

function named(id: string): GameOfNews {
  return { id, formerName: null, detail: null };
}

function earnedIn({ npCommunicationId, trophies }: TitleTrophies, locale: string): GameOfNews {
  const detail = words.trophiesOfGame({ trophies }, locale);
  return { ...named(npCommunicationId), detail, earned: trophies };
}

function takenBack(
  { npCommunicationId, trophies }: SyncRun['takenBack'][number],
  locale: string,
): GameOfNews {
  return { ...named(npCommunicationId), detail: words.trophiesOfGame({ trophies }, locale) };
}

function renamed({ npCommunicationId: id, before, after }: ChangedTitle<string>): GameOfNews {
  const detail = words.nowCalled({ name: after || UNKNOWN_SIGN });
  return { id, formerName: before, detail };
}

function moved({ npCommunicationId, before, after }: ChangedTitle<string[]>): GameOfNews {
  const written = (platforms: string[]): string =>
    platforms.map(platformName).join(' · ') || UNKNOWN_SIGN;
  const detail = words.nowPlayedOn({ before: written(before), after: written(after) });
  return { ...named(npCommunicationId), detail };
}
