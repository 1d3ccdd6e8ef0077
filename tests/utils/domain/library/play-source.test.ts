import { expect, test } from 'vitest';
import { playSourceOf } from '@/utils/domain/library/play-source';
import { noTrophies } from '@/utils/domain/trophies/grades';

test.each([
  ['trophy-list', 3, 'trophy-list'],
  ['trophy-list', 0, 'no-trophy'],
  ['trophy-list', null, 'no-trophy'],
  ['played-list', 0, 'played-list'],
] as const)('%s, with %j earned: %s', (lastPlayedSource, bronze, source) => {
  expect(playSourceOf({ lastPlayedSource, earned: { ...noTrophies(), bronze } })).toBe(source);
});
