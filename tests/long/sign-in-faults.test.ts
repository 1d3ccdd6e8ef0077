import { test } from 'vitest';
import { bearsSignInFaults, SIGN_IN_CELLS } from '../journeys/sign-in-faults.ts';

test.each(SIGN_IN_CELLS)(
  'what fails at the %s costs itself, says so and is healed, in a player who is %s',
  { timeout: 900_000 },
  bearsSignInFaults,
);
