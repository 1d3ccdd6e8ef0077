import { describe, test } from 'vitest';
import { STORM_STATES, STORM_WAYS, weathersStorm } from '../journeys/storm-limits.ts';

const MINUTE = 60_000;

describe.each(STORM_WAYS)('a minute of a page’s sign-in navigations by a %s', (way) => {
  test.each(STORM_STATES)(
    'leads to at most six requests of ours where the browser is %s',
    { timeout: 3 * MINUTE },
    (state) => weathersStorm(state, way, MINUTE),
  );
});
