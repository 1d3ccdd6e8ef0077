import { test } from 'vitest';
import { leavesNothing } from './erasures.ts';

test('three erases at random moments, with tabs and worker deaths, leave nothing', () =>
  leavesNothing(3, 'three'));
