import { isSpell, type Failure } from '../domain/failure';
import { FAILURES_IN_A_ROW, requestKey, type SyncRequest } from '../domain/sync/sync-plan';
import type { SyncGap } from '../domain/sync/sync-status';
import type { RefusedRequest } from './ports';

/** What no trophy waits for. */
const DECORATIONS: readonly SyncRequest['kind'][] = ['matching', 'groups'];

/** Why something was not to be had. */
interface Failed {
  kind: SyncRequest['kind'];
  failure: Failure;
}

/** What a sync goes on without: requests by `requestKey`, played games by their ids. */
export class FailedRequests {
  readonly #failed = new Map<string, Failed>();
  /** How many of each kind have failed in a row. */
  readonly #inRow = new Map<SyncRequest['kind'], number>();
  #hasStored = false;

  keys(): ReadonlySet<string> {
    return new Set(this.#failed.keys());
  }

  /** Those of the requests that have not failed, without games that have. */
  without(requests: readonly SyncRequest[]): SyncRequest[] {
    return requests.flatMap((request): SyncRequest[] => {
      if (request.kind !== 'matching')
        return this.#failed.has(requestKey(request)) ? [] : [request];
      const npTitleIds = request.npTitleIds.filter((id) => !this.#failed.has(id));
      return npTitleIds.length === 0 ? [] : [{ ...request, npTitleIds }];
    });
  }

  /** What the sync had met before this worker, or its pause: what is known here already is known better. */
  addStored(refused: readonly RefusedRequest[]): void {
    if (this.#hasStored) return;
    this.#hasStored = true;
    for (const { request, failure } of refused) {
      if (!keysOf(request).every((key) => this.#failed.has(key))) this.add(request, failure);
    }
  }

  add(request: SyncRequest, failure: Failure): void {
    const { kind } = request;
    for (const key of keysOf(request)) this.#failed.set(key, { kind, failure });
  }

  /**
   * One that Sony did not answer, with what is of no use without it, and perhaps all others of its kind.
   * @param again how often was tried again before: each try bears with one more in a row
   */
  addRefused(
    request: SyncRequest,
    failure: Failure,
    { all, again }: { all: readonly SyncRequest[]; again: number },
  ): void {
    this.#addWithRest(request, failure, all);
    const inRow = (this.#inRow.get(request.kind) ?? 0) + 1;
    this.#inRow.set(request.kind, inRow);
    if (!isOfAll(request, failure, inRow - again)) return;
    for (const each of all) if (each.kind === request.kind) this.#addWithRest(each, failure, all);
  }

  /** One of this kind was answered. */
  endRow(kind: SyncRequest['kind']): void {
    this.#inRow.delete(kind);
  }

  /** Something was not to be had, and nothing of its kind since. */
  get isInRow(): boolean {
    return this.#inRow.size > 0;
  }

  /**
   * What this sync has had to do without, in words of the report.
   * @param isTold false of a request that was made only because somebody has opened a game: its page says it
   */
  gaps(isTold: (key: string) => boolean): SyncGap[] {
    const gaps = new Map<SyncGap['phase'], SyncGap>();
    for (const [key, { kind, failure }] of this.#failed) {
      if (!isTold(key)) continue;
      const phase = kind === 'matching' || kind === 'groups' ? kind : 'trophies';
      // One that may pass is what the next try depends on.
      if (!gaps.has(phase) || isSpell(failure)) gaps.set(phase, { phase, failure });
    }
    return [...gaps.values()];
  }

  /** What is earned, and the names of add-ons, are of no use without the trophies that they are about. */
  #addWithRest(request: SyncRequest, failure: Failure, all: readonly SyncRequest[]): void {
    this.add(request, failure);
    if (request.kind !== 'definitions') return;
    const { npCommunicationId: id } = request;
    for (const each of all) {
      if (each.kind !== 'matching' && each.npCommunicationId === id) this.add(each, failure);
    }
  }
}

function keysOf(request: SyncRequest): string[] {
  return request.kind === 'matching' ? request.npTitleIds : [requestKey(request)];
}

/**
 * Whether it is the whole kind, and not this one. Each further try bears with one more, so that titles that always
 * fail do not keep all others waiting.
 */
function isOfAll({ kind }: SyncRequest, failure: Failure, inRow: number): boolean {
  return inRow >= FAILURES_IN_A_ROW && (isSpell(failure) || DECORATIONS.includes(kind));
}
