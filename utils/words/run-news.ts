import type { SyncRun } from '../domain/sync/sync-run';
import { sideBySide } from '../format/lists';
import * as words from './en/sync.json';

export { nothingNew as NOTHING_NEW } from './en/sync.json';

/** The news of a sync in a line, for example `2 new platinums, 5 new trophies, 1 new game`. */
export function whatIsNew(run: SyncRun, locale: string): string {
  if (run.isFirst) return firstFind(run, locale);
  const { unnamed } = run;
  const { platinum: platinums, gold, silver, bronze } = run.newTrophies;
  const trophies = gold + silver + bronze;
  const back = run.takenBack.reduce(
    (sum, title) => sum + title.trophies,
    unnamed.trophiesTakenBack,
  );
  const of = (kind: 'lostHundreds' | 'grown' | 'renamed' | 'moved' | 'gone'): number =>
    run[kind].length + unnamed[kind];
  const news = [
    platinums > 0 && words.newPlatinums({ platinums }, locale),
    trophies > 0 && words.newTrophies({ trophies }, locale),
    run.newTitleCount > 0 && words.newGames({ games: run.newTitleCount }, locale),
    of('lostHundreds') > 0 && words.gamesNotAtHundred({ games: of('lostHundreds') }, locale),
    back > 0 && words.takenBack({ trophies: back }, locale),
    of('grown') > 0 && words.gamesGrown({ games: of('grown') }, locale),
    of('renamed') > 0 && words.gamesRenamed({ games: of('renamed') }, locale),
    of('moved') > 0 && words.gamesMoved({ games: of('moved') }, locale),
    of('gone') > 0 && words.gamesGone({ games: of('gone') }, locale),
  ].filter((line) => line !== false);
  return news.length === 0 ? words.nothingNew : sideBySide(news, locale);
}

/** What a first sync found, for example `1,300 games with 20,114 trophies`. */
export function firstFind(run: SyncRun, locale: string): string {
  const { newTitleCount: games, uncounted } = run;
  const { platinum, gold, silver, bronze } = run.newTrophies;
  const trophies = platinum + gold + silver + bronze;
  if (uncounted === 0) return words.found({ games, trophies }, locale);
  if (trophies === 0) return words.foundUncounted({ games }, locale);
  return words.foundSome({ games, trophies, uncounted }, locale);
}
