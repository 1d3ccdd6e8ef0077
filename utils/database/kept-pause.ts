import { wasEverRead } from '../domain/sync/known-list';
import { FIRST_READING } from '../domain/sync/list-reading';
import { pauseOfSony } from '../domain/sync/next-sync-action';
import { aNewRun, type SyncTrigger } from '../domain/sync/sync-run';
import { LIST_PHASES } from '../domain/sync/sync-status';
import type { CursorRow, LibraryDatabase } from './database';
import { KEY } from './writes';

/** A sync that was under way reads the lists anew, but no sooner than Sony wants. Inside a transaction. */
export async function forgetSync(library: LibraryDatabase): Promise<void> {
  const { syncCursor, metRows, syncRuns, overview } = library;
  const past = await syncCursor.get(KEY);
  await Promise.all([syncCursor.clear(), metRows.clear()]);
  if (past === undefined || pauseOfSony(past.pause) === null) return;
  const trigger = past.trigger === 'daily' ? 'daily' : 'by-hand';
  await syncCursor.put(fromTheLists(past, trigger));
  // Its report may be none of those of the copy.
  if ((await syncRuns.get(past.startedAt)) !== undefined) return;
  const lists = (await overview.get(KEY))?.lists;
  const isFirst = lists === undefined || !wasEverRead(lists.titles);
  await syncRuns.put(aNewRun(past.startedAt, trigger, isFirst));
}

function fromTheLists(past: CursorRow, trigger: SyncTrigger): CursorRow {
  const { id, startedAt, requests, stops, stoppedBy, pause, byPlayer } = past;
  const lists = [...LIST_PHASES];
  return {
    ...{ id, startedAt, requests, stops, stoppedBy, pause, byPlayer },
    ...{ trigger, phase: lists[0] ?? 'planned', lists, offset: 0, done: 0, total: null },
    ...{ matched: 0, whole: false, reading: FIRST_READING, changed: 0, nothingMissing: null },
    ...{ gaps: [], awaited: null, isRestDone: false, isRest: false, again: 0 },
  };
}
