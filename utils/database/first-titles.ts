import type { LibraryTitle } from '../domain/library/title';
import type { SetEarnings } from '../domain/numbers/earnings';
import { earnedNameIn } from './earned-name';
import type { FirstRows } from './first-rows';
import { lastPlayedFirst } from './last-played-first';
import { isPlainEarnings } from './plain-earnings';
import { isPlainTitle } from './plain-title';

/** The titles that a page opens with, and of the log what was earned last. */
export interface FirstTitles {
  accountId: string;
  titles: readonly LibraryTitle[];
  log?: FirstLog;
  /** Where the titles are all that there are: the rows of what else the page is made of, as they lie there. */
  whole?: FirstRows['whole'] | undefined;
}

/** What was earned last. */
export interface FirstLog {
  earnings: readonly SetEarnings[];
  /** What trophies are called, by their sets. */
  names: ReadonlyMap<string, ReadonlyMap<number, string>>;
}

/**
 * What `first-rows.ts` has begun to read. Null where it has not, where there is no library of this build, and where a row
 * is not plain: then the whole library is waited for.
 */
export async function firstTitles(): Promise<FirstTitles | null> {
  const begun = globalThis.firstRows;
  globalThis.firstRows = undefined;
  const first = await begun;
  if (!first || first.titles.length === 0) return null;
  const { accountId, titles, earnings, sets = [], whole } = first;
  if (!titles.every(isPlainTitle)) return null;
  if (whole !== undefined) return { accountId, titles: titles.toSorted(lastPlayedFirst), whole };
  if (earnings === undefined) return { accountId, titles };
  if (!earnings.every(isPlainEarnings)) return null;
  return { accountId, titles, log: { earnings, names: new Map(sets.flatMap(namesIn)) } };
}

/** Of a set of an earlier packing none: they come with all else of it. */
function namesIn(row: unknown): [string, ReadonlyMap<number, string>][] {
  const { npCommunicationId, v, trophies } = (row ?? {}) as Record<string, unknown>;
  if (v !== 2 || typeof npCommunicationId !== 'string' || !Array.isArray(trophies)) return [];
  return [[npCommunicationId, new Map(trophies.flatMap(earnedNameIn))]];
}
