import { isGone, type Title } from '../domain/library/title';
import { absenceAfter } from '../domain/sync/whole-list';
import type { ListPage } from '../sync/ports';
import type { LibraryDatabase } from './database';
import { allMet } from './met-rows';

/**
 * Notes which titles a list that was read whole lacks, and answers those that are gone for sure by that, last played
 * first. Where there are as many titles as rows were met, none is looked at.
 */
export async function noteAbsences(
  database: LibraryDatabase,
  { ids, reading }: ListPage<Title>,
  now: number,
): Promise<string[]> {
  const { titles, unreadRows } = database;
  // Any title that was not met may be the one that came without a name.
  if (reading.nameless > 0) return [];
  const absent = await titles.orderBy('absence.missedAt').toArray();
  const sure = absent.filter(({ absence }) => absence?.isSure === true).length;
  const isReadable = (await unreadRows.where({ list: 'titles' }).count()) === 0;
  if (isReadable && (await titles.count()) - sure === reading.ever) return [];
  const seen = new Set([...ids, ...(await allMet(database, 'titles'))]);
  const unseen = (await titles.toCollection().primaryKeys()).filter((id) => !seen.has(id));
  const unlisted = await titles.bulkGet(unseen);
  // Neither to be drawn nor to be had again.
  await titles.bulkDelete(unseen.filter((_, index) => unlisted[index] === undefined));
  const missed = unlisted.flatMap((title) =>
    title === undefined || title.absence?.isSure === true ? [] : [title],
  );
  // A list that lacks others than the one before it does not agree with that: either may drift.
  const agrees = missed.every(({ absence }) => absence !== null);
  const noted = missed.map((title) =>
    agrees || title.absence === null
      ? { ...title, absence: absenceAfter(title, seen, now) }
      : title,
  );
  await titles.bulkPut(noted);
  return noted
    .filter(isGone)
    .sort((one, other) => other.lastPlayedAt - one.lastPlayedAt)
    .map(({ npCommunicationId }) => npCommunicationId);
}
