import { LIBRARY_COPY, type CopiedRows } from '../copy/copied-tables';
import { COPY_LIMITS } from '../copy/copy-limits';
import { CopyRefused, type CopyRefusal } from '../copy/copy-refusal';
import { gunzipped } from '../copy/gunzipped';
import { readCopy } from '../copy/read-copy';
import { unpacked, type StoredSet } from '../database/packed-set';
import { aboutTrophies } from '../domain/friend/compared-trophies';
import type { FriendsCopy, FriendsGame, FriendsTrophies } from '../domain/friend/friends-copy';
import type { LibraryTitle } from '../domain/library/title';
import { readYearFile, type YearFile, type YearFileFault } from '../exports/year-file';

/** What somebody else has handed over. */
export type FriendsFile = { kind: 'copy'; copy: FriendsCopy } | { kind: 'year'; file: YearFile };

/** No year has so many games; its file is read at once. */
const YEAR_LIMITS = { ...COPY_LIMITS, bytes: 2 ** 22, expanded: 2 ** 24 };

const YEAR_REFUSALS: Record<YearFileFault, CopyRefusal> = {
  ...({ 'not-ours': 'not-ours', truncated: 'truncated', damaged: 'damaged' } as const),
  newer: 'newer-version',
};

/**
 * Reads a copy of a library, or the file of a year, into memory. Nothing of it is stored, and it is refused whole where
 * a restoring would refuse it.
 * @param tell is told which part of it is read, from 0 to 1
 */
export async function readFriendsFile(
  file: Blob,
  tell: (part: number) => void,
): Promise<FriendsFile> {
  try {
    return { kind: 'copy', copy: await readFriendsCopy(file, tell) };
  } catch (thrown) {
    if (!(thrown instanceof CopyRefused) || thrown.refusal !== 'not-ours') throw thrown;
  }
  const year = await readYearFile(await textOf(file));
  if (typeof year === 'string') throw new CopyRefused(YEAR_REFUSALS[year]);
  return { kind: 'year', file: year };
}

async function textOf(file: Blob): Promise<string> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of gunzipped(file.stream(), YEAR_LIMITS, { size: file.size }))
    pieces.push(piece);
  return new Blob(pieces).text();
}

async function readFriendsCopy(file: Blob, tell: (part: number) => void): Promise<FriendsCopy> {
  const games: FriendsGame[] = [];
  const trophies: FriendsTrophies[] = [];
  let level: number | null = null;
  const { head, unreadable } = await readCopy(
    LIBRARY_COPY,
    file.stream(),
    ({ table, rows }) => {
      if (table === 'titles') games.push(...(rows as LibraryTitle[]).map(gameOf));
      else if (table === 'trophySets') trophies.push(...(rows as StoredSet[]).map(trophiesOf));
      else if (table === 'overview') level = levelIn(rows as CopiedRows['overview'][]);
    },
    {
      size: file.size,
      onProgress: (bytes) => tell(Math.min(1, bytes / Math.max(1, file.size))),
    },
  );
  const { accountId, onlineId, madeAt } = head;
  const lost = unreadable.titles + unreadable.trophySets;
  return { accountId, onlineId, madeAt, level, unreadable: lost, games, trophies };
}

function levelIn(rows: readonly CopiedRows['overview'][]): number | null {
  return rows.at(-1)?.summary?.trophyLevel ?? null;
}

/** What the friend has made of it stays theirs: their notes and tags are nobody else's. */
function gameOf(title: LibraryTitle): FriendsGame {
  const { npCommunicationId, name, platforms, iconUrl, defined, earned, progress, tally } = title;
  return { npCommunicationId, name, platforms, iconUrl, defined, earned, progress, tally };
}

function trophiesOf(stored: StoredSet): FriendsTrophies {
  const { npCommunicationId, trophies } = unpacked(stored);
  return {
    npCommunicationId,
    earned: trophies
      .filter(({ earned }) => earned === true)
      .map(({ trophyId, earnedAt }) => [trophyId, earnedAt] as const),
    open: trophies.filter(({ earned }) => earned === false).map(({ trophyId }) => trophyId),
    about: aboutTrophies(trophies),
  };
}
