import type { NewsList, SyncRun } from '../domain/sync/sync-run';
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
  const of = (
    kind: Exclude<NewsList, 'newPlatinums' | 'takenBack'>,
    said: typeof words.gamesGone,
  ): string | false => {
    const games = run[kind].length + unnamed[kind];
    return games > 0 && said({ games }, locale);
  };
  const news = [
    platinums > 0 && words.newPlatinums({ platinums }, locale),
    trophies > 0 && words.newTrophies({ trophies }, locale),
    run.newTitleCount > 0 && words.newGames({ games: run.newTitleCount }, locale),
    of('lostHundreds', words.gamesNotAtHundred),
    back > 0 && words.takenBack({ trophies: back }, locale),
    of('grown', words.gamesGrown),
    of('altered', words.gamesAltered),
    of('renamed', words.gamesRenamed),
    of('moved', words.gamesMoved),
    of('gone', words.gamesGone),
    of('back', words.gamesBack),
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
