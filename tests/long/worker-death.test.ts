import { test } from 'vitest';
import { survivesDeathAt } from '../journeys/death-at-request.ts';

test.each([
  'ssocookie',
  'authorize',
  'profile',
  'trophyTitles',
  'trophySummary',
  'gamelist',
  'titlesByNpTitleId',
] as const)('a worker killed while it waits for %s loses nothing', (endpoint) =>
  survivesDeathAt(endpoint),
);
