import type { LeftOut } from '../../utils/domain/numbers/titles-to-count';

/** What the player leaves out of the statistics, until the pages are closed. */
class LeftOutOfStatistics implements LeftOut {
  hidden = $state(false);
  otherEditions = $state(false);
  /** Their page is open: what leads from it leads to what it counts. */
  isLinked = $state(false);

  get ofLinks(): LeftOut {
    return this.isLinked ? this : { hidden: false, otherEditions: false };
  }
}

export const leftOut = new LeftOutOfStatistics();
