import { expect, test } from 'vitest';
import { eventsOfTitle } from '@/utils/domain/history/trophy-events';
import type { PartialCounts } from '@/utils/domain/trophies/grades';
import { aLibraryTitle } from '../../../support/library-titles';

const bronze = (count: number | null): PartialCounts => ({
  ...{ bronze: count, silver: 0, gold: 0, platinum: 0 },
});

test.each([
  ['so many trophies', bronze(30), bronze(40), 10],
  ['no number where Sony counts more as earned than there are', bronze(41), bronze(40), 0],
  ['no number where it does not say how many are earned', bronze(null), bronze(40), 0],
  ['no number where it does not say how many there are', bronze(30), bronze(null), 0],
])('of a lost 100 percent: %s', (_, earned, defined, trophies) => {
  const known = aLibraryTitle({ earned: bronze(40), defined: bronze(40), progress: 100 });
  const row = { ...known, earned, defined, progress: 97 };
  expect(eventsOfTitle(known, row)).toContainEqual({
    ...{ kind: 'lost-hundred', npCommunicationId: known.npCommunicationId, trophies },
    ...{ trophyId: null, earnedAt: null },
  });
});

test('a 100 % is reached whether or not Sony says of how many trophies', () => {
  const known = aLibraryTitle({ earned: bronze(39), defined: bronze(40), progress: 97 });
  const row = { ...known, earned: bronze(null), progress: 100 };
  expect(eventsOfTitle(known, row)).toMatchObject([{ kind: 'completed', trophies: 0 }]);
});
