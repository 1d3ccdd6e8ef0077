import { defineBackground } from 'wxt/utils/define-background';
import { answerRequests } from './answer-requests';
import { compose } from './compose';
import { followSchedule } from './schedule';
import { resumeOnWakeUp } from './wake-ups';

/** The worker's table of contents. Everything here registers its listeners in this first, synchronous pass. */
export default defineBackground({
  main() {
    const background = compose();
    answerRequests(background);
    resumeOnWakeUp(background);
    followSchedule(background.clock, background.ready);
  },
});
