import type { AuthorizeRedirects } from '../../utils/browser/authorize-redirects';
import { type Answer, answersOf } from './answer-requests';
import { compose } from './compose';
import { scheduleFollower } from './schedule';
import { wakeUpsOf, type WakeUps } from './wake-ups';

/** All that the background does about what it hears. */
export interface Work extends WakeUps {
  answer: Answer;
  /** Alarms, badge and warnings follow the status. */
  statusChanged: () => Promise<void>;
  /** A sign-in has come to its end in a tab, or a page makes it look like that. */
  signedIn: (tabId: number) => Promise<void>;
}

/** @param redirects heard since the worker's first pass */
export function workOf(redirects: AuthorizeRedirects): Work {
  const background = compose(redirects);
  const { clock, ready, signIn } = background;
  return {
    ...wakeUpsOf(background),
    answer: answersOf(background),
    statusChanged: scheduleFollower(clock, ready),
    async signedIn(tabId) {
      await ready();
      await signIn.inTab(tabId);
    },
  };
}
