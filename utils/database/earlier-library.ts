import { Dexie } from 'dexie';
import * as z from 'zod/mini';
import type { CarriedItem, CarriedLibrary } from '../domain/library/carried-over';
import { FailureError } from '../domain/failure';
import { WHOLE_SET } from '../domain/library/player-item';
import { isEarlier } from './database';
import { databaseName } from './library-name';
import { whileNoneIsOpened } from './deleting-lock';
import { readAsItIs } from './read-as-it-is';
import { storable } from './storage-failure';

/** The rows of the earlier build's tables that are of use. A row of another shape costs itself only. */
const overviewRow = z.object({
  player: z.catch(
    z.nullable(
      z.object({
        onlineId: z.catch(z.nullable(z.string()), null),
        avatarUrl: z.catch(z.nullable(z.string()), null),
        isPlus: z.catch(z.boolean(), false),
      }),
    ),
    null,
  ),
  hasChosen: z.catch(z.boolean(), false),
});
const chosenTitle = z.object({
  npCommunicationId: z.string(),
  choice: z.enum(['picked', 'never']),
});
const earlierMark = z.object({
  npCommunicationId: z.string(),
  trophyId: z.number().check(z.int(), z.gte(0)),
  note: z.catch(z.string(), ''),
  pinned: z.catch(z.boolean(), false),
});

/**
 * Reads what Sony cannot give back from the database that an earlier build left of this account. Null where there is
 * none, or one of this build or of a later one. Read as it is: never brought to another version, never created.
 */
export async function readEarlierLibrary(accountId: string): Promise<CarriedLibrary | null> {
  try {
    return await readAsItIs(databaseName(accountId), async (database) =>
      isEarlier(database) ? readFrom(database, accountId) : null,
    );
  } catch {
    throw new FailureError({ cause: 'storage-damaged' });
  }
}

/** A page that does not let go must not stop everything. Milliseconds. */
const PATIENCE = 10_000;

/** Deletes a database that was read. Pages that have it open close it by themselves. */
export function deleteEarlierLibrary(accountId: string): Promise<void> {
  return whileNoneIsOpened(() => storable(Dexie.delete(databaseName(accountId))), PATIENCE);
}

/** One transaction: what is read is of one moment. */
async function readFrom(database: IDBDatabase, accountId: string): Promise<CarriedLibrary> {
  const names = ['overview', 'titles', 'marks'].filter((name) =>
    database.objectStoreNames.contains(name),
  );
  const transaction = names.length === 0 ? null : database.transaction(names, 'readonly');
  const rowsOf = (name: string): Promise<unknown[]> =>
    transaction === null || !names.includes(name)
      ? Promise.resolve([])
      : answered(transaction.objectStore(name).getAll());
  const [overviews, titles, marks] = await Promise.all([
    rowsOf('overview'),
    rowsOf('titles'),
    rowsOf('marks'),
  ]);
  const overview = parsed(overviewRow, overviews)[0] ?? { player: null, hasChosen: false };
  const player = overview.player ?? { onlineId: null, avatarUrl: null, isPlus: false };
  // Until the player had chosen, what was picked was only a start.
  const chosen = overview.hasChosen ? parsed(chosenTitle, titles) : [];
  return {
    player: { ...player, accountId },
    hasChosen: overview.hasChosen,
    items: [...chosen.map(choiceItem), ...parsed(earlierMark, marks).flatMap(annotationItems)],
  };
}

function choiceItem({ npCommunicationId, choice }: z.infer<typeof chosenTitle>): CarriedItem {
  return { kind: 'choice', npCommunicationId, trophyId: WHOLE_SET, value: choice };
}

function annotationItems({ note, pinned, ...of }: z.infer<typeof earlierMark>): CarriedItem[] {
  return [
    ...(note === '' ? [] : [{ ...of, kind: 'note' as const, value: note }]),
    ...(pinned ? [{ ...of, kind: 'pin' as const, value: true as const }] : []),
  ];
}

function parsed<Row>(schema: z.ZodMiniType<Row>, rows: readonly unknown[]): Row[] {
  return rows.flatMap((row) => {
    const result = schema.safeParse(row);
    return result.success ? [result.data] : [];
  });
}

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}
