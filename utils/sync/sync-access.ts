import { isEnded, isOfConnection, type Failure } from '../domain/failure';
import type { Pause } from '../domain/sync/next-sync-action';
import type { SyncPorts } from './ports';
import type { Step } from './step';

type Ports = Pick<
  SyncPorts,
  'connectionWorks' | 'noteRefusedAccess' | 'noteTakenAccess' | 'reconnect'
>;

/** Access that is refused again after so many pauses is not only having a bad minute. */
const PATIENCE = 2;

/** What a sync learns of the connection's access, and what it does to get it back. */
export class SyncAccess {
  readonly #ports: Ports;
  readonly #accountId: string;
  #wasReconnected = false;
  #isTakenNoted = false;

  constructor(ports: Ports, accountId: string) {
    this.#ports = ports;
    this.#accountId = accountId;
  }

  /**
   * Once is enough: where Sony takes the access for one thing it is good. What was not to be had says nothing of that.
   */
  async noteTaken({ isWithout }: Pick<Step, 'isWithout'>): Promise<void> {
    if (isWithout === true || this.#isTakenNoted) return;
    this.#isTakenNoted = true;
    await this.#ports.noteTakenAccess(this.#accountId);
  }

  /** A connection that has ended, or whose access stays refused, may be got back, once. */
  async isRestoredAfter(failure: Failure, stops: number): Promise<boolean> {
    const isRefused = failure.cause === 'access-refused' && stops >= PATIENCE;
    if (this.#wasReconnected || !(isEnded(failure) || isRefused)) return false;
    this.#wasReconnected = true;
    if (isRefused) await this.#ports.noteRefusedAccess(this.#accountId, failure);
    return this.#ports.reconnect();
  }

  /** It is of the connection only where that does not work: otherwise it would be over at once, again and again. */
  async pauseUntil(resumesAt: number, failure: Failure): Promise<Pause> {
    const isItsFault = isOfConnection(failure) && !(await this.#ports.connectionWorks());
    return { failure, resumesAt, isOfConnection: isItsFault };
  }
}
