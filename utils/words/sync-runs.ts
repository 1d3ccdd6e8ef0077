import type { ChangedTitle, SyncRun, SyncTrigger } from '../domain/sync/sync-run';
import type { Grade, GradeCounts } from '../domain/trophies/grades';
import { playtime } from './durations';
import { countOfGames } from './library';
import { count } from '../format/numbers';
import { plural, type Forms } from '../format/plurals';
import { platformName } from './platforms';
import { GONE } from './title-flags';
import { GRADE_NAMES } from './trophies';
import { UNKNOWN_SIGN } from './unknown';

const TROPHIES: Forms = { one: 'trophy', other: 'trophies' };
const GRADES = Object.keys(GRADE_NAMES) as Grade[];

export const NO_RUNS_TITLE = 'No sync yet';
export const NO_RUNS = 'Each sync leaves a report here: what was new, and what it took.';
export const RUNS = 'Reports';
export const RUNS_HINT = 'The last 100 syncs.';
export const NOTHING_NEW = 'Nothing new';

const TRIGGERS: Record<SyncTrigger, string> = {
  daily: 'Daily sync',
  'by-hand': 'Sync by hand',
  picks: 'Picked games',
};

const OUTCOMES: Record<SyncRun['outcome'], string> = {
  'under-way': 'not finished',
  complete: '',
  stopped: 'stopped',
};

/** What kind of sync it was and how it ended, for example `Daily sync` or `Sync by hand, stopped`. */
export function runKind({ trigger, isFirst, outcome }: SyncRun): string {
  const kind = isFirst ? 'First sync' : TRIGGERS[trigger];
  return OUTCOMES[outcome] === '' ? kind : `${kind}, ${OUTCOMES[outcome]}`;
}

/** What it took, for example `64 requests, 2 min`. */
export function runCost({ requests, startedAt, finishedAt }: SyncRun, locale: string): string {
  const asked = plural(requests, { one: 'request', other: 'requests' }, locale);
  const cost = `${count(requests, locale)} ${asked}`;
  // A clock that was put right in between has no length of time.
  if (finishedAt === null || finishedAt < startedAt) return cost;
  return `${cost}, ${playtime(Math.round((finishedAt - startedAt) / 1_000), locale)}`;
}

/** New trophies in one line, for example `5 new trophies: 3 bronze, 2 gold`; null where there are none. */
export function newTrophies(grades: GradeCounts, locale: string): string | null {
  const sum = GRADES.reduce((all, grade) => all + grades[grade], 0);
  if (sum === 0) return null;
  const pieces = GRADES.filter((grade) => grades[grade] > 0).map(
    (grade) => `${count(grades[grade], locale)} ${GRADE_NAMES[grade].toLowerCase()}`,
  );
  const trophies = plural(sum, { one: 'new trophy', other: 'new trophies' }, locale);
  return `${count(sum, locale)} ${trophies}: ${pieces.join(', ')}`;
}

/** What a first sync found, for example `1,300 games with 20,114 trophies`. */
export function firstFind(run: SyncRun, locale: string): string {
  const { newTitleCount, newTrophies: grades, uncounted } = run;
  const sum = GRADES.reduce((all, grade) => all + grades[grade], 0);
  const games = countOfGames(newTitleCount, locale);
  if (uncounted === 0) return `${games} with ${countOfTrophies(sum, locale)}`;
  if (sum === 0) return `${games}; how many trophies is not known yet`;
  return `${games} with ${countOfTrophies(sum, locale)}, and those of ${countOfGames(uncounted, locale)} that are not known yet`;
}

/** A game that a report names: by the name that it had where that was another, and with what is to be said of it. */
export interface GameOfNews {
  id: string;
  formerName: string | null;
  detail: string | null;
}

/** The news of a report that name games, in their order of weight. */
export function gameNews(run: SyncRun, locale: string): { label: string; games: GameOfNews[] }[] {
  const { unnamed } = run;
  const news: [label: string, games: GameOfNews[], more: number][] = [
    ['Platinum', run.newPlatinums.map(named), unnamed.newPlatinums],
    ['New games', run.newTitles.map(named), run.newTitleCount - run.newTitles.length],
    ['No longer at 100%', run.lostHundreds.map(named), unnamed.lostHundreds],
    ['Taken back', run.takenBack.map((title) => takenBack(title, locale)), unnamed.takenBack],
    ['More trophies', run.grown.map(named), unnamed.grown],
    ['Renamed', run.renamed.map(renamed), unnamed.renamed],
    ['Other platforms', run.moved.map(moved), unnamed.moved],
    [GONE, run.gone.map(named), unnamed.gone],
    ['Back on PlayStation', run.back.map(named), unnamed.back],
  ];
  return news
    .map(([label, games, more]) => [label, games.filter(({ id }) => id !== ''), more] as const)
    .filter(([, games]) => games.length > 0)
    .map(([label, games, more]) => {
      return { label: more > 0 ? `${label}, and ${count(more, locale)} more` : label, games };
    });
}

function named(id: string): GameOfNews {
  return { id, formerName: null, detail: null };
}

function takenBack(
  { npCommunicationId, trophies }: SyncRun['takenBack'][number],
  locale: string,
): GameOfNews {
  return { ...named(npCommunicationId), detail: `(${countOfTrophies(trophies, locale)})` };
}

function renamed({ npCommunicationId: id, before, after }: ChangedTitle<string>): GameOfNews {
  return { id, formerName: before, detail: `now called ${after || UNKNOWN_SIGN}` };
}

function moved({ npCommunicationId, before, after }: ChangedTitle<string[]>): GameOfNews {
  const written = (platforms: string[]): string =>
    platforms.map(platformName).join(' · ') || UNKNOWN_SIGN;
  return { ...named(npCommunicationId), detail: `(${written(before)}, now ${written(after)})` };
}

function countOfTrophies(trophies: number, locale: string): string {
  return `${count(trophies, locale)} ${plural(trophies, TROPHIES, locale)}`;
}

/** The news of a sync in a line, for example `2 new platinums, 5 new trophies, 1 new game`. */
export function whatIsNew(run: SyncRun, locale: string): string {
  if (run.isFirst) return firstFind(run, locale);
  const { platinum, gold, silver, bronze } = run.newTrophies;
  const { unnamed } = run;
  const pieces: [number, Forms][] = [
    [platinum, { one: 'new platinum', other: 'new platinums' }],
    [gold + silver + bronze, { one: 'new trophy', other: 'new trophies' }],
    [run.newTitleCount, { one: 'new game', other: 'new games' }],
    [
      run.lostHundreds.length + unnamed.lostHundreds,
      { one: 'game no longer at 100%', other: 'games no longer at 100%' },
    ],
    [
      run.takenBack.reduce((sum, { trophies }) => sum + trophies, unnamed.trophiesTakenBack),
      { one: 'trophy taken back', other: 'trophies taken back' },
    ],
    [
      run.grown.length + unnamed.grown,
      { one: 'game with more trophies', other: 'games with more trophies' },
    ],
    [run.renamed.length + unnamed.renamed, { one: 'game renamed', other: 'games renamed' }],
    [
      run.moved.length + unnamed.moved,
      { one: 'game on other platforms', other: 'games on other platforms' },
    ],
    [
      run.gone.length + unnamed.gone,
      { one: 'game removed from PlayStation', other: 'games removed from PlayStation' },
    ],
  ];
  const news = pieces
    .filter(([value]) => value > 0)
    .map(([value, forms]) => `${count(value, locale)} ${plural(value, forms, locale)}`);
  return news.length === 0 ? NOTHING_NEW : news.join(', ');
}
