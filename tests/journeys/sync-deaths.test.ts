import { test } from 'vitest';
import { survivesKills } from './killed-syncs.ts';

test('a first sync whose worker is killed ten times ends with the same library, and repeats a request a kill at most', () =>
  survivesKills(10, 'ten'));
