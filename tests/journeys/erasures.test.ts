import { test } from 'vitest';
import { leavesNothing } from './erasures.ts';

test(
  'three erases at random moments, with tabs and worker deaths, leave nothing',
  { tags: ['long'] },
  () => leavesNothing(3, 'three'),
);
