import { test } from 'vitest';
import { survivesKills } from '../journeys/killed-syncs.ts';

const seed = process.env['SEED'] ?? String(Date.now());

test(
  `a first sync whose worker is killed 50 times ends with the same library (SEED=${seed} repeats this)`,
  { timeout: 240_000 },
  () => survivesKills(50, seed),
);
