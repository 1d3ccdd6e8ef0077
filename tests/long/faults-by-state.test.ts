import { describe, test } from 'vitest';
import { STATES } from '../journeys/account-states.ts';
import { bearsEveryFault, HEALERS } from '../journeys/faults-by-state.ts';

describe.each(HEALERS)('whatever of Sony’s fails costs itself, and %s heals it', (healer) => {
  test.each(STATES)('in an account that is %s', { timeout: 1_800_000 }, (state) =>
    bearsEveryFault(state, healer),
  );
});
