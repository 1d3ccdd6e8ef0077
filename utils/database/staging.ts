import { Dexie, type EntityTable, type Table } from 'dexie';
import * as z from 'zod/mini';
import { schemaOf } from '../schema/schema-of';
import { tellDeleted } from './database-changes';
import { databaseNames } from './database-names';
import { whileNoneIsDeleted, whileNoneIsOpened } from './deleting-lock';
import { storable } from './storage-failure';
import type { TableName } from './database';

/**
 * How far a restoring is: read and compared by a page, asked for, in the library but pages are not told yet, done, and
 * to be taken back.
 */
export type RestoreStep = 'staged' | 'wanted' | 'restored' | 'done' | 'undoing';

/** What is to become of the library, or has. */
export interface RestorePlan {
  id: 'plan';
  accountId: string;
  step: RestoreStep;
  /** When it came to that, by this device's clock. */
  since: number;
  /** There was no library of the account's before. */
  isNew: boolean;
  /** Which plan it is: each has its own. */
  mark: string;
  /** Those of the copy. */
  settings: Record<string, unknown>;
  /** When that was made, where it has all that the player will have made here; earlier builds did not say. */
  madeAt?: number;
  /** When it was asked for, and what the player had saved by hand until then: copies of after that are of what it made. */
  copiesBefore?: { at: number; savedAt: number | null };
  /** Which were set by it, and what they were before: the way back needs both. */
  came?: Record<string, unknown>;
  cameInPlaceOf?: Record<string, unknown>;
}

const restorePlan = schemaOf<RestorePlan>()(() =>
  z.object({
    id: z.literal('plan'),
    accountId: z.string().check(z.regex(/^\d{1,20}$/)),
    step: z.enum(['staged', 'wanted', 'restored', 'done', 'undoing']),
    ...{ since: z.number(), isNew: z.boolean(), mark: z.string() },
    settings: z._default(z.record(z.string(), z.unknown()), {}),
    madeAt: z.exactOptional(z.number()),
    copiesBefore: z.exactOptional(z.object({ at: z.number(), savedAt: z.nullable(z.number()) })),
    came: z.exactOptional(z.record(z.string(), z.unknown())),
    cameInPlaceOf: z.exactOptional(z.record(z.string(), z.unknown())),
  }),
);

/** Where a row of the copy lies: the number of its block, and its place among that one's rows. */
export type StagedPlace = readonly [block: number, at: number];

/** What is to become of one row of the library. */
export interface PlannedRow {
  table: TableName;
  key: string | number | (string | number)[];
  /** As it was read; undefined where there was none. */
  before?: object;
  /** The row of the copy, or the one in `after`, or that it goes. */
  becomes: 'copied' | 'after' | 'nothing';
  after?: object;
  /** Of the row of the copy, where that lies in a block. */
  place?: StagedPlace;
}

/** Many of them as one: for each value that it stores the browser takes as long as for kilobytes. */
export interface PlannedRows {
  n: number;
  rows: PlannedRow[];
}

/** Every table of a copy, by the key that it has in a library. */
const KEYS = {
  playerItems: '[kind+npCommunicationId+trophyId]',
  overview: 'id',
  titles: 'npCommunicationId',
  trophySets: 'npCommunicationId',
  playedGames: 'npTitleId',
  playDays: '[npTitleId+month]',
  playedListDays: 'month',
  setVersions: '[npCommunicationId+seenAt]',
  trophyEvents: '[seenAt+n]',
  syncRuns: 'startedAt',
} as const;

export type StagedTable = keyof typeof KEYS;
export const STAGED_TABLES = Object.keys(KEYS) as StagedTable[];

/** A copy as a page has read it, and beside it what is to become of each row of the library. */
export class StagingDatabase extends Dexie {
  declare plan: EntityTable<RestorePlan, 'id'>;
  declare planned: EntityTable<PlannedRows, 'n'>;
  /** Many rows of one table, as one text. */
  declare blocks: Table<string, number>;

  constructor(name: string) {
    super(name, { autoOpen: false, cache: 'disabled' });
    const playerItems = `${KEYS.playerItems}, npCommunicationId`;
    this.version(1).stores({ ...KEYS, playerItems, plan: 'id', planned: '++n' });
    this.version(2).stores({ blocks: '' });
    // Erased, it stays so.
    this.on('versionchange', () => {
      this.close();
      return false;
    });
  }

  staged(table: StagedTable): Table<object> {
    return this.table(table);
  }
}

/** Opens it where it is there; null where it is not: nothing is made. */
export function openStaging(name: string): Promise<StagingDatabase | null> {
  return whileNoneIsDeleted(async () => {
    if (!(await databaseNames()).includes(name)) return null;
    const database = new StagingDatabase(name);
    await storable(database.open());
    return database;
  });
}

/** What is planned there; null where nothing is, or nothing that can be read. */
export async function planIn({ plan }: StagingDatabase): Promise<RestorePlan | null> {
  const read = restorePlan.safeParse(await plan.get('plan'));
  return read.success ? read.data : null;
}

/** What is planned in the database of this name; null where there is none. */
export async function readPlan(name: string): Promise<RestorePlan | null> {
  const staging = await openStaging(name);
  return staging && planIn(staging).finally(() => staging.close());
}

/**
 * Only where this very plan is at one of these steps still. What it says besides stays, whoever has written that since.
 * @param noted with that
 */
export async function stepPlan(
  { plan }: StagingDatabase,
  { mark }: Pick<RestorePlan, 'mark'>,
  from: readonly RestoreStep[],
  step: RestoreStep,
  noted: Partial<RestorePlan> = {},
): Promise<void> {
  await plan
    .where({ id: 'plan' })
    .and((found) => found.mark === mark && from.includes(found.step))
    .modify({ ...noted, step, since: Date.now() });
}

/** The background has still something to do about it, and an alarm stands by that. */
export function isRestoring({ step }: RestorePlan): boolean {
  return step !== 'staged' && step !== 'done';
}

/** An empty one, in the place of whatever was there. For a page's worker. */
export async function createStaging(name: string): Promise<StagingDatabase> {
  await eraseStaging(name);
  // An erase that has listed what there is would leave what is made after that.
  return whileNoneIsDeleted(async () => {
    const database = new StagingDatabase(name);
    await storable(database.open());
    return database;
  });
}

const PATIENCE = 10_000;

/** Nothing where there is none. */
export async function eraseStaging(name: string): Promise<void> {
  // Asked first: to delete takes a lock for which whoever opens a library waits.
  if (!(await databaseNames()).includes(name)) return;
  await whileNoneIsOpened(() => storable(Dexie.delete(name), PATIENCE), PATIENCE);
  tellDeleted(name);
}
