import { createSubscriber } from 'svelte/reactivity';
import { followStatus } from '../../utils/status/follow';
import { readStatus } from '../../utils/status/read';
import type { Status } from '../../utils/status/status';
import { pacedTo } from './paced';

/** A sync publishes a dozen of them in a second. */
const REST = 250;

/** The status as the background publishes it. `loading` until it is read for the first time. */
export class FollowedStatus {
  #status: Status | 'loading' = 'loading';
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
    void readStatus().then((status) => {
      // A change that came in meanwhile is newer than what was read.
      if (!changed) show(status);
    });
    return () => {
      stopped = true;
      forget();
      stopFollowing();
    };
  });

  get current(): Status | 'loading' {
    this.#subscribe();
    return this.#status;
  }
}
