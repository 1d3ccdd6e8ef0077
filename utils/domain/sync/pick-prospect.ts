import { isOfConnection } from '../failure';
import { budgetAhead } from './budget';
import { forecast } from './forecast';
import { pauseOfSony } from './next-sync-action';
import { pagesLeft } from './page-size';
import type { Snapshot } from './snapshot';
import { requestsToMatch } from './sync-plan';
import { isOfRest, LIST_PHASES, type ListPhase, type SyncStatus } from './sync-status';

/** When what is picked now begins to be fetched, where that is not at once. An instant is in milliseconds since 1970. */
export type PicksBegin = { when: 'at-once' | 'list-read' | 'goes-on' } | { when: 'at'; at: number };

/** What fetching takes that is picked now. */
export interface PickProspect {
  begins: PicksBegin;
  /** From its beginning on, with what the sync asks for before, as far as that is known. */
  milliseconds: number;
  /** Some of it waits for the budget of another window. */
  isOverBudget: boolean;
}

/** Of the sync and of the budget, as pages are told. */
export type ToldSync = Pick<
  Snapshot,
  'sync' | 'lastSyncedAt' | 'titleCount' | 'budget' | 'halvedUntil'
>;

/** What is ticked. */
export interface Ticked {
  /** What all of it needs. */
  requests: number;
  /** What those games need of it that were picked before: the sync counts it among what it has left. */
  planned: number;
  /** How many games there are, ticked or not, that were played in the last months. */
  recent: number;
}

/** What it takes to fetch what is ticked, however far the sync under way is. */
export function pickProspect(told: ToldSync, ticked: Ticked, now: number): PickProspect {
  const begins = picksBegin(told, now);
  const ahead = budgetAhead(told, begins.when === 'at' ? begins.at : now);
  const all = ticked.requests + requestsBefore(told, ticked);
  return {
    begins,
    milliseconds: forecast(all, ahead),
    isOverBudget: all > ahead.requests,
  };
}

function picksBegin({ sync, lastSyncedAt }: ToldSync, now: number): PicksBegin {
  if (sync.state === 'idle') return { when: 'at-once' };
  const until = untilOf(sync);
  if (until !== null && until > now) return { when: 'at', at: until };
  const isWithoutEnd =
    sync.state === 'blocked' || (sync.state === 'paused' && sync.failure.cause === 'offline');
  if (isWithoutEnd) return { when: 'goes-on' };
  return { when: readsList(sync, lastSyncedAt) ? 'list-read' : 'at-once' };
}

/** Until when Sony wants to be left alone: nobody's click is above that. */
function untilOf(sync: SyncStatus): number | null {
  if (sync.state !== 'paused') return null;
  const { failure, resumesAt } = sync;
  return pauseOfSony({ failure, resumesAt, isOfConnection: isOfConnection(failure) });
}

/** Before it was read once, all that goes on is before it, whatever is fetched meanwhile. */
function readsList(sync: SyncStatus, lastSyncedAt: number | null): boolean {
  if (sync.state === 'idle' || isOfRest(sync)) return false;
  return listOf(sync) !== undefined || (lastSyncedAt === null && sync.requestsLeft === null);
}

function listOf(sync: Exclude<SyncStatus, { state: 'idle' }>) {
  return LIST_PHASES.find((list) => list === sync.phase);
}

/** What the sync asks for before it comes to what is picked now; of what is not planned yet, about how much. */
function requestsBefore(told: ToldSync, { planned, recent }: Ticked): number {
  const { sync, lastSyncedAt } = told;
  if (sync.state === 'idle' || isOfRest(sync)) return 0;
  if (sync.requestsLeft !== null) return Math.max(0, sync.requestsLeft - planned);
  const list = listOf(sync);
  const pages = list === undefined ? 0 : pagesLeft(list, sync);
  return lastSyncedAt === null ? pages + requestsAfter(list, told, recent) : pages;
}

/** The first played list is about as long as the other one, and which of its games decide what is picked can be seen there. */
function requestsAfter(list: ListPhase | undefined, { titleCount }: ToldSync, recent: number) {
  const isAsked = list === 'played-games';
  const pages = isAsked ? 0 : pagesLeft('played-games', { done: 0, total: titleCount });
  return pages + requestsToMatch(recent);
}
