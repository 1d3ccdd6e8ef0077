import { test } from 'vitest';
import { leavesNothing } from './erasures.ts';

test('five erases at random moments, with tabs and worker deaths, leave nothing', () =>
  leavesNothing(5, 'five'));
