import type { UpdateSpec } from 'dexie';
import type { Failure } from '../domain/failure';
import type { LibraryTitle } from '../domain/library/title';
import { matchingKey, refusedAgain, type Refusal } from '../domain/sync/refusal';
import { definitionsKey, earnedKey } from '../domain/sync/answer-keys';
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
  database: LibraryDatabase,
  id: string,
  failure: Failure,
  met: Met,
): Promise<void> {
  await changeTitle(database, id, (title) => ({
    'fetched.refusal': refusalOf(title, failure, met),
  }));
}

/** The same of the names of its groups. Inside a transaction. */
export async function noteGroupsRefusal(
  database: LibraryDatabase,
  id: string,
  failure: Failure,
  met: Met,
): Promise<void> {
  await changeTitle(database, id, (title) => {
    const said = saidOf(definitionsKey(title), failure, met);
    return { 'fetched.groupsRefusal': refusedAgain(title.fetched.groupsRefusal, said) };
  });
}

async function changeTitle(
  { titles }: LibraryDatabase,
  id: string,
  change: (title: LibraryTitle) => UpdateSpec<LibraryTitle>,
): Promise<void> {
  const title = await titles.get(id);
  if (title !== undefined) await titles.update(id, change(title));
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
