import { closestPlatinumsAmong, type ClosestPlatinum } from '../domain/library/closest-platinums';
import type { LibraryTitle } from '../domain/library/title';
import {
  newsInRuns,
  type Glance,
  type NamedTitle,
  type NewsSinceLooked,
  type PinnedTrophy,
  type RecentTitle,
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
  { syncRuns, titles }: LibraryDatabase,
  seenUpTo: number,
): Promise<NewsSinceLooked | null> {
  const runs = await syncRuns
    .orderBy('startedAt')
    .reverse()
    // Of one that is under way more may come.
    .until(({ finishedAt }) => finishedAt !== null && finishedAt <= seenUpTo)
    .filter(({ finishedAt }) => finishedAt !== null)
    .toArray();
  const news = newsInRuns(runs);
  if (news.length === 0) return null;
  const first = news.slice(0, NEWS);
  const rows = await titles.bulkGet(first.map(({ npCommunicationId }) => npCommunicationId));
  return {
    titles: first.flatMap((each, at) => {
      const title = rows[at];
      return title === undefined || !isShown(title) ? [] : [{ ...each, ...named(title) }];
    }),
    more: news.length - first.length,
    upTo: Math.max(...runs.flatMap(({ finishedAt }) => finishedAt ?? [])),
  };
}

/** Some are known, so that there is another where one is earned, or is not wanted any more. */
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
