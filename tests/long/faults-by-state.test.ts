import { test } from 'vitest';
import { bearsEveryFault, STATES } from '../journeys/faults-by-state.ts';

test.each(STATES)(
  'whatever of Sony’s fails costs itself, and heals, in an account that is %s',
  { timeout: 900_000 },
  (state) => bearsEveryFault(state),
);
