import * as z from 'zod/mini';
import type { YearFigures } from '../domain/numbers/year-figures';
import { GRADES } from '../domain/trophies/grades';
import { digestOf, fileText, type FileRow } from './copy-lines';

/** What is in the file of a year: its two tables. */
export interface YearFile {
  /** The online ID; null where that is not told. */
  account: string | null;
  /** When it was made; null where that cannot be read. */
  madeAt: number | null;
  year: YearRow;
  games: YearGameRow[];
}

/** The one row of the table `year`. Lists of grades are bronze, silver, gold, platinum. */
export interface YearRow {
  year: number;
  /** By which days are counted; empty where that is not told. */
  zone: string;
  isRunning: boolean;
  /** The last civil day that it tells of; not said in files of earlier builds. */
  until?: number | undefined;
  /** Of games that were not fetched there may be more. */
  isAtLeast: boolean;
  trophies: number;
  grades: number[];
  /** Trophies of each month; null of one that had not begun. */
  months: (number | null)[];
  days: number;
  longestStreak: number;
  busiestDay: number;
  hundreds: number;
  begun: number;
  /** In tenths of a percent; null where none is known. */
  rarest: number | null;
}

/** A row of the table `yearGames`: the most points first. Without names nothing says which game it is. */
export interface YearGameRow {
  npCommunicationId: string | null;
  name: string | null;
  trophies: number;
  points: number;
  platinum: boolean;
  hundred: boolean;
}

interface Made {
  /** The version of Trophy Shelf. */
  product: string;
  /** Milliseconds. */
  at: number;
  /** A zone tells where the player lives; empty where that is not told. */
  zone: string;
  account: string | null;
  /** Who a game of the year is, by its number in the log; null where that is not told. */
  gameOf: (game: number) => { npCommunicationId: string; name: string } | null;
}

const SCHEMA = 'trophy-shelf-year';
const VERSION = 1;
const TABLES = ['year', 'yearGames'];

/** The file of a year, to be packed and saved. */
export function yearFileText(figures: YearFigures, made: Made): Promise<string> {
  const head = {
    ...{ schema: SCHEMA, version: VERSION, date: new Date(made.at).toISOString() },
    ...{ product: made.product, account: made.account, tables: TABLES },
  };
  const games = gameRows(figures, made).map((row): FileRow => ({ table: 'yearGames', row }));
  return fileText(head, [{ table: 'year', row: yearRowOf(figures, made.zone) }, ...games]);
}

/** A year as its file has it. @param zone by which its days are counted; empty where that is not told */
export function yearRowOf(figures: YearFigures, zone: string): YearRow {
  const { year, isRunning, end, isAtLeast, earned, months, days, rarest } = figures;
  return {
    ...{ year, zone, isRunning, until: end, isAtLeast, trophies: earned.trophies },
    grades: GRADES.map((grade) => earned.counts[grade]),
    months: months.map((month) => month.earned?.trophies ?? null),
    days: days.length,
    longestStreak: figures.streak?.days ?? 0,
    busiestDay: figures.busiest?.trophies ?? 0,
    hundreds: figures.hundreds.length,
    begun: figures.begun.length,
    rarest: rarest[0]?.rate ?? null,
  };
}

function gameRows({ games, platinums, hundreds }: YearFigures, { gameOf }: Made): YearGameRow[] {
  const withPlatinum = new Set(platinums.map(({ game }) => game));
  const done = new Set(hundreds.map(({ game }) => game));
  return games.map(({ game, points, trophies }) => {
    const told = gameOf(game);
    return {
      ...{ npCommunicationId: told?.npCommunicationId ?? null, name: told?.name ?? null },
      ...{ trophies, points, platinum: withPlatinum.has(game), hundred: done.has(game) },
    };
  });
}

/** What lies further ahead is a day that some calendars do not have. */
const LAST_DAY = 2_900_000;
const count = z.number().check(z.int(), z.nonnegative());
const head = z.object({
  schema: z.literal(SCHEMA),
  version: z.number(),
  date: z.string(),
  product: z.string(),
  account: z.nullable(z.string()),
  tables: z.array(z.string()),
});
const yearLine = z.object({
  table: z.literal('year'),
  row: z.object({
    ...{ year: count, zone: z.string(), isRunning: z.boolean(), isAtLeast: z.boolean() },
    until: z.optional(count.check(z.lte(LAST_DAY))),
    ...{ trophies: count, grades: z.array(count).check(z.length(GRADES.length)) },
    months: z.array(z.nullable(count)).check(z.length(12)),
    ...{ days: count, longestStreak: count, busiestDay: count, hundreds: count, begun: count },
    rarest: z.nullable(count),
  }),
});
const gameLine = z.object({
  table: z.literal('yearGames'),
  row: z.object({
    ...{ npCommunicationId: z.nullable(z.string()), name: z.nullable(z.string()) },
    ...{ trophies: count, points: count, platinum: z.boolean(), hundred: z.boolean() },
  }),
});

/** The whole of it, as it is handed on. */
export const yearFile: z.ZodMiniType<YearFile> = z.object({
  account: z.nullable(z.string()),
  madeAt: z.nullable(z.number()),
  year: yearLine.shape.row,
  games: z.array(gameLine.shape.row),
});
const endLine = z.object({ counts: z.record(z.string(), count), digest: z.string() });

/** Why a text is no file of a year that this build can read. */
export type YearFileFault = 'not-ours' | 'newer' | 'truncated' | 'damaged';

/** A friend's file, whole, or why it is not to be read. */
export async function readYearFile(text: string): Promise<YearFile | YearFileFault> {
  const lines = text.split('\n').filter((line) => line !== '');
  const [first, ...rest] = lines.map(parsed);
  const said = head.safeParse(first);
  if (!said.success) return 'not-ours';
  if (said.data.version > VERSION) return 'newer';
  const end = endLine.safeParse(rest.at(-1));
  if (!end.success) return 'truncated';
  if (end.data.digest !== (await digestOf(lines.slice(0, -1)))) return 'damaged';
  const year = yearLine.safeParse(rest[0]);
  const games = z.array(gameLine).safeParse(rest.slice(1, -1));
  if (!year.success || !games.success) return 'damaged';
  return {
    account: said.data.account,
    madeAt: instantOf(said.data.date),
    year: year.data.row,
    games: games.data.map(({ row }) => row),
  };
}

function instantOf(date: string): number | null {
  const instant = Date.parse(date);
  return Number.isNaN(instant) ? null : instant;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
