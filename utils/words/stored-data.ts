import type { StoredKind } from '../domain/history/retention';
import { count, size } from '../format/numbers';
import { countOfGames } from './library';
import { plural, type Forms } from '../format/plurals';

export const STORED_DATA = 'What is kept and how long';
export const STORED_DATA_HINT =
  'All of it is in this browser only. Sony says how long you have played in all, and what a game is called today: days and former names cannot be had later, so they are written down here.';
export const WHAT_STAYS = 'Privacy: what is read, from where, and where it stays';
export const COUNTING_DATA = 'Counting';

/** How much of a kind there is now. */
interface Amount {
  rows: number;
  bytes: number;
}

const KINDS: Record<StoredKind, string> = {
  games: 'Games, trophies and their rarity',
  made: 'Your picks, notes and pins',
  playDays: 'Play time, day by day',
  setVersions: 'Former names, texts and versions',
  trophyEvents: 'Platinums, 100 %, trophies late or taken back',
  syncRuns: 'Reports of syncs',
  connectionHistory: 'What became of the connection',
};

const ROWS: Record<Exclude<StoredKind, 'games'>, Forms> = {
  made: { one: 'entry', other: 'entries' },
  playDays: { one: 'entry', other: 'entries' },
  setVersions: { one: 'change', other: 'changes' },
  trophyEvents: { one: 'event', other: 'events' },
  syncRuns: { one: 'report', other: 'reports' },
  connectionHistory: { one: 'event', other: 'events' },
};

export function storedKind(kind: StoredKind): string {
  return KINDS[kind];
}

/** How long it stays, for example `The last 100`. */
export function howLong(limit: number | null, locale: string): string {
  return limit === null ? 'Until you erase it' : `The last ${count(limit, locale)}`;
}

/** What there is of it, for example `37 reports, about 9 kB`; what cannot be counted is not called nothing. */
export function storedAmount(
  kind: StoredKind,
  amount: Amount | null | undefined,
  locale: string,
): string {
  if (amount === undefined || amount === null) return 'How much is unknown';
  const { rows, bytes } = amount;
  const counted =
    kind === 'games'
      ? countOfGames(rows, locale)
      : `${count(rows, locale)} ${plural(rows, ROWS[kind], locale)}`;
  return rows === 0 ? 'Nothing yet' : `${counted}, about ${size(bytes, locale)}`;
}
