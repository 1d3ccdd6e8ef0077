import { expect, test } from 'vitest';
import { notToBeHadIn } from '@/utils/domain/numbers/not-to-be-had';
import { aTrophy, aTrophySet } from '@/tests/support/trophies.ts';

test('only missing trophies that are marked are counted, each under its grade', () => {
  const npCommunicationId = 'NPWR00001_00';
  const set = {
    ...aTrophySet({
      trophies: [
        aTrophy({ trophyId: 0, grade: 'bronze' }),
        aTrophy({ trophyId: 1, grade: 'gold' }),
        aTrophy({ trophyId: 2, grade: 'gold', earned: true }),
        aTrophy({ trophyId: 3, grade: 'silver' }),
      ],
    }),
    npCommunicationId,
  };
  const marked = (trophyId: number, value: unknown = true) => ({
    ...{ kind: 'unobtainable', npCommunicationId, trophyId, value, version: 1, device: 'this' },
  });
  const stored = [marked(1), marked(2), marked(3, null)];
  expect([...notToBeHadIn(stored, [set])]).toEqual([
    [npCommunicationId, { bronze: 0, silver: 0, gold: 1, platinum: 0 }],
  ]);
});
