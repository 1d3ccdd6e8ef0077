import { createSubscriber } from 'svelte/reactivity';
import { FailureError } from '../../utils/domain/failure';
import { followStatus } from '../../utils/status/follow';
import { readStatus } from '../../utils/status/read';
import type { Status } from '../../utils/status/status';
import { whenPainted } from './interactions';
import { pacedTo } from './paced';

/** A sync publishes a dozen of them in a second. */
const REST = 250;

function isRunning(status: Status | 'loading'): boolean {
  return status !== 'loading' && status.snapshot.sync.state === 'running';
}

/** The status as the background publishes it. `loading` until it is read for the first time. */
export class FollowedStatus {
  #status: Status | 'loading';
  #hasFailed = $state(false);
  readonly #subscribe = createSubscriber((update) => {
    let stopped = false;
    let changed = false;
    const show = (status: Status): void => {
      if (stopped) return;
      this.#status = status;
      update();
    };
    const { say, forget } = pacedTo(show, REST);
    const sayChange = (status: Status): void => {
      changed = true;
      // That a sync has begun is known before the rows that it brings: what is to stay while it runs stays from then on.
      if (isRunning(status) && !isRunning(this.#status)) forget();
      say(status);
    };
    const stopFollowing = followStatus(() => void this.#read(sayChange));
    const showRead = (status: Status): void => {
      // A change that came in meanwhile is newer than what was read.
      if (!changed && JSON.stringify(this.#status) !== JSON.stringify(status)) show(status);
    };
    if (this.#status === 'loading') void this.#read(showRead);
    // That was read before changes were listened for.
    const undo = whenPainted(() => void this.#read(showRead));
    return () => {
      stopped = true;
      undo();
      forget();
      stopFollowing();
    };
  });

  /** @param first what was read before */
  constructor(first: Status | 'loading' = 'loading') {
    this.#status = first;
  }

  /** What reads the status of another build is not to be had: that build has taken the place of this one. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  get current(): Status | 'loading' {
    this.#subscribe();
    return this.#status;
  }

  async #read(show: (status: Status) => void): Promise<void> {
    try {
      show(await readStatus());
    } catch (thrown) {
      // What the browser does not hand out now it may hand out at the next change.
      this.#hasFailed ||= !(thrown instanceof FailureError);
    }
  }
}
