import type { Failure } from '../domain/failure';
import type { LibraryTitle } from '../domain/library/title';
import { matchingKey, refusedAgain, type Refusal } from '../domain/sync/refusal';
import { definitionsKey, earnedKey } from '../domain/sync/sync-plan';
import type { LibraryDatabase } from './database';

/** When something was refused, and in which sync: by when that began. */
export interface Met {
  now: number;
  startedAt: number;
}

/** The refusal of a title's trophies with one more. */
export function refusalOf(title: LibraryTitle, failure: Failure, met: Met): Refusal {
  return refusedAgain(title.fetched.refusal, saidOf(earnedKey(title), failure, met));
}

/** Notes of a set that its trophies were not to be had. Inside a transaction. */
export async function noteRefusal(
  { titles }: LibraryDatabase,
  id: string,
  failure: Failure,
  met: Met,
): Promise<void> {
  const title = await titles.get(id);
  if (title === undefined) return;
  await titles.update(id, { 'fetched.refusal': refusalOf(title, failure, met) });
}

/** The same of the names of its groups. Inside a transaction. */
export async function noteGroupsRefusal(
  { titles }: LibraryDatabase,
  id: string,
  failure: Failure,
  met: Met,
): Promise<void> {
  const title = await titles.get(id);
  if (title === undefined) return;
  const said = saidOf(definitionsKey(title), failure, met);
  const groupsRefusal = refusedAgain(title.fetched.groupsRefusal, said);
  await titles.update(id, { 'fetched.groupsRefusal': groupsRefusal });
}

/** Notes of played games why their sets were not to be had. Inside a transaction. */
export async function noteMatchingRefusals(
  { playedGames }: LibraryDatabase,
  failures: ReadonlyMap<string, Failure>,
  met: Met,
): Promise<void> {
  const games = await playedGames.bulkGet([...failures.keys()]);
  await playedGames.bulkPut(
    games.flatMap((game) => {
      const failure = failures.get(game?.npTitleId ?? '');
      if (game === undefined || failure === undefined) return [];
      const said = saidOf(matchingKey(game), failure, met);
      return [{ ...game, refusal: refusedAgain(game.refusal, said) }];
    }),
  );
}

function saidOf(of: string, failure: Failure, { now, startedAt }: Met): Omit<Refusal, 'tries'> {
  return { of, at: now, failure, syncStartedAt: startedAt };
}
