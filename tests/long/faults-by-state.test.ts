import { describe, test } from 'vitest';
import { STATES } from '../journeys/account-states.ts';
import { bearsEveryFault, FAULTS, HEALERS, ODD_ANSWERS } from '../journeys/faults-by-state.ts';
import { FAULTS_OF_LARGEST, largestBears } from '../journeys/largest-account.ts';

describe.each(HEALERS)('whatever of Sony’s fails costs itself, and %s heals it', (healer) => {
  describe.each(STATES)('in an account that is %s', (state) => {
    test.each(FAULTS)('where it is of %s', { timeout: 600_000 }, (...list) =>
      bearsEveryFault(state, healer, list),
    );
  });
});

describe.each([
  'asked for by a worker that is killed meanwhile',
  'connected after another one',
  'connected again',
] as const)('an odd answer costs itself in an account that is %s', (state) => {
  test.each(ODD_ANSWERS)('where it is of %s', { timeout: 900_000 }, (...list) =>
    bearsEveryFault(state, 'the next day’s sync', list),
  );
});

describe('in the largest account what fails costs itself, and is healed within the limit', () => {
  test.each(FAULTS_OF_LARGEST)('%s: %s', { timeout: 900_000 }, (...of) => largestBears(of));
});
