import { createSubscriber } from 'svelte/reactivity';
import { followStatus } from '../../utils/status/follow';
import { readStatus } from '../../utils/status/read';
import type { Status } from '../../utils/status/status';
import { whenPainted } from './interactions';
import { pacedTo } from './paced';

/** A sync publishes a dozen of them in a second. */
const REST = 250;

/** The status as the background publishes it. `loading` until it is read for the first time. */
export class FollowedStatus {
  #status: Status | 'loading';
  readonly #subscribe = createSubscriber((update) => {
    let stopped = false;
    let changed = false;
    const show = (status: Status): void => {
      if (stopped) return;
      this.#status = status;
      update();
    };
    const { say, forget } = pacedTo(show, REST);
    const stopFollowing = followStatus(readStatus, (status) => {
      changed = true;
      say(status);
    });
    const showRead = async (reading: Promise<Status>): Promise<void> => {
      const status = await reading;
      // A change that came in meanwhile is newer than what was read.
      if (!changed && JSON.stringify(this.#status) !== JSON.stringify(status)) show(status);
    };
    if (this.#status === 'loading') void showRead(readStatus());
    // That was read before changes were listened for.
    const undo = whenPainted(() => void showRead(readStatus()));
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

  get current(): Status | 'loading' {
    this.#subscribe();
    return this.#status;
  }
}
