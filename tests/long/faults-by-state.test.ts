import { describe, test } from 'vitest';
import { STATES } from '../journeys/account-states.ts';
import { bearsEveryFault, FAULTS, HEALERS } from '../journeys/faults-by-state.ts';

describe.each(HEALERS)('whatever of Sony’s fails costs itself, and %s heals it', (healer) => {
  describe.each(STATES)('in an account that is %s', (state) => {
    test.each(FAULTS)('where it is of %s', { timeout: 600_000 }, (...list) =>
      bearsEveryFault(state, healer, list),
    );
  });
});
