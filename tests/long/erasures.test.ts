import { test } from 'vitest';
import { leavesNothing } from '../journeys/erasures.ts';

const seed = process.env['SEED'] ?? String(Date.now());
const erases = Number(process.env['ERASES'] ?? 100);

test(
  `${String(erases)} erases at random moments, with tabs and worker deaths, leave nothing (SEED=${seed} repeats this)`,
  { timeout: erases * 20_000 },
  () => leavesNothing(erases, seed),
);
