import { expect, test } from 'vitest';
import { aNewRun, type SyncRun } from '@/utils/domain/sync/sync-run';
import { withoutToldAgain } from '@/utils/domain/sync/told-again';

/** All that a report names games in. */
const NAMING = Object.entries(aNewRun(1, 'daily', false)).flatMap(([name, value]) =>
  Array.isArray(value) && name !== 'gaps' ? name : [],
);

test.each(NAMING)('a game that is told of once more is named in no list (%s)', (name) => {
  const of = (npCommunicationId: string): unknown =>
    ['takenBack', 'earnedIn'].includes(name)
      ? { npCommunicationId, trophies: 1 }
      : ['renamed', 'moved'].includes(name)
        ? { npCommunicationId, before: 'a', after: 'b' }
        : npCommunicationId;
  const run = { ...aNewRun(1, 'daily', false), [name]: ['again', 'once'].map(of) };
  const left = withoutToldAgain(run, (id) => id === 'again');
  expect(left[name as keyof SyncRun]).toEqual([of('once')]);
});
