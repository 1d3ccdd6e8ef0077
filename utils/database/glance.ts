import { closestPlatinumsAmong, type ClosestPlatinum } from '../domain/library/closest-platinums';
import type { LibraryTitle } from '../domain/library/title';
import {
  newsInRuns,
  type Glance,
  type NamedTitle,
  type NewsSinceLooked,
  type PinnedTrophy,
  type RecentTitle,
  type TitleNews,
} from '../domain/sync/glance';
import type { LibraryDatabase, OverviewRow } from './database';
import { playerItemsOf } from './player-items';
import { unpacked } from './packed-set';

/** The popup has room for so many; it opens with all of them. */
const NEWS = 3;
const PINS = 4;
const CLOSEST = 5;
const RECENT = 3;

/** What is read for a glance. */
export const GLANCE_TABLES = ['titles', 'syncRuns', 'playerItems', 'trophySets'] as const;

/** What the popup shows of a library. Inside a transaction. */
export async function readGlance(
  database: LibraryDatabase,
  { newsSeenUpTo, closestPlatinums: ids }: OverviewRow,
): Promise<Glance> {
  return {
    recentTitles: await recentTitles(database),
    news: await newsSince(database, newsSeenUpTo ?? -Infinity),
    closestPlatinum: await closestPlatinum(database, ids),
    pins: await pinnedTrophies(database),
  };
}

async function recentTitles({ titles }: LibraryDatabase): Promise<RecentTitle[]> {
  const newestFirst = titles.orderBy('lastPlayedAt').reverse();
  const recent = await newestFirst.filter(isShown).limit(RECENT).toArray();
  return recent.map((title) => {
    const { platforms, progress, earned, lastPlayedAt } = title;
    return { ...named(title), platforms, progress, earned, lastPlayedAt };
  });
}

async function newsSince(
  database: LibraryDatabase,
  seenUpTo: number,
): Promise<NewsSinceLooked | null> {
  const { syncRuns, titles } = database;
  const runs = await syncRuns
    .orderBy('startedAt')
    .reverse()
    // Of one that is under way more may come.
    .until(({ finishedAt }) => finishedAt !== null && finishedAt <= seenUpTo)
    .filter(({ finishedAt }) => finishedAt !== null)
    .toArray();
  const found = newsInRuns(runs);
  if (found.length === 0) return null;
  const hides = (await playerItemsOf(database, 'hide')).filter(({ value }) => value === true);
  const hidden = new Set(hides.map(({ npCommunicationId }) => npCommunicationId));
  const left = found.filter(({ npCommunicationId }) => !hidden.has(npCommunicationId));
  const first: TitleNews[] = [];
  while (first.length < NEWS && left.length > 0) {
    const [news] = left.splice(0, 1);
    const title = news === undefined ? news : await titles.get(news.npCommunicationId);
    if (news !== undefined && title !== undefined) first.push({ ...news, ...named(title) });
  }
  if (first.length === 0) return null;
  const upTo = Math.max(...runs.flatMap(({ finishedAt }) => finishedAt ?? []));
  return { titles: first, more: left.length, upTo };
}

/** Some are known, so that there is another where one is earned. */
async function closestPlatinum(
  { titles }: LibraryDatabase,
  ids: readonly string[],
): Promise<ClosestPlatinum | null> {
  const known = (await titles.bulkGet([...ids])).flatMap((title) => title ?? []);
  return closestPlatinumsAmong(known, 1)[0] ?? null;
}

/** The games whose platinums are closest: all of them have to be read to find these. */
export function closestPlatinums(titles: readonly LibraryTitle[]): string[] {
  return closestPlatinumsAmong(titles, CLOSEST).map(({ npCommunicationId }) => npCommunicationId);
}

/**
 * The same once the player has said something else of a game: it goes, or comes back to its place. They stay the first of
 * all, and only where none is left is everything read. Inside a transaction.
 */
export async function closestPlatinumsWith(
  { titles }: LibraryDatabase,
  ids: readonly string[],
  marked: string,
): Promise<string[]> {
  const known = (await titles.bulkGet([...new Set([...ids, marked])])).flatMap(
    (title) => title ?? [],
  );
  const closest = closestPlatinums(known);
  const wasClosest = ids.includes(marked);
  const isLast = !wasClosest && closest.at(-1) === marked;
  // Behind the last of them there may be others before it.
  const left = isLast && ids.length > 0 ? closest.slice(0, -1) : closest;
  return left.length === 0 && ids.length > 0 ? closestPlatinums(await titles.toArray()) : left;
}

/** Those that are missing first, then by the game that was played last. */
async function pinnedTrophies(database: LibraryDatabase): Promise<PinnedTrophy[]> {
  const pins = (await playerItemsOf(database, 'pin')).filter(({ value }) => value === true);
  const ids = [...new Set(pins.map(({ npCommunicationId }) => npCommunicationId))];
  const titles = (await database.titles.bulkGet(ids))
    .flatMap((title) => title ?? [])
    .filter(isShown)
    .sort((one, other) => other.lastPlayedAt - one.lastPlayedAt);
  const missing: PinnedTrophy[] = [];
  const earned: PinnedTrophy[] = [];
  for (const title of titles) {
    if (missing.length >= PINS) break;
    const trophyIds = pins.flatMap(({ npCommunicationId, trophyId }) =>
      npCommunicationId === title.npCommunicationId ? [trophyId] : [],
    );
    for (const pin of await pinsIn(database, title, trophyIds)) {
      (pin.earned === true ? earned : missing).push(pin);
    }
  }
  return [...missing, ...earned].slice(0, PINS);
}

async function pinsIn(
  { trophySets }: LibraryDatabase,
  { npCommunicationId, name: title }: LibraryTitle,
  trophyIds: readonly number[],
): Promise<PinnedTrophy[]> {
  const row = await trophySets.get(npCommunicationId);
  const { trophies } = row === undefined ? { trophies: [] } : unpacked(row);
  return trophies
    .filter(({ trophyId }) => trophyIds.includes(trophyId))
    .map(({ trophyId, name, iconUrl, grade, earned, hidden }) => {
      return { npCommunicationId, title, trophyId, name, iconUrl, grade, earned, hidden };
    });
}

function isShown({ hide }: LibraryTitle): boolean {
  return hide !== true;
}

function named({ npCommunicationId, name, iconUrl }: LibraryTitle): NamedTitle {
  return { npCommunicationId, name, iconUrl };
}
