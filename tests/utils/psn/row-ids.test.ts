import { describe, expect, test } from 'vitest';
import * as answers from '@/utils/psn/answers';
import { toDefinition, toGroup, toState } from '@/utils/psn/to-domain';

function definition(said: object) {
  const { read } = answers.parseRows(answers.definitionRow, 'trophyId', [said]);
  return read.map(toDefinition)[0];
}

function earned(said: object) {
  const { read } = answers.parseRows(answers.earnedRow, 'trophyId', [{ earned: true, ...said }]);
  return read.map((row) => toState(row, 0))[0];
}

describe('what identifies a trophy or its group', () => {
  test.each(['0', '35', 35])('may be a number or its digits: %o', (trophyId) => {
    expect(definition({ trophyId })?.trophyId).toBe(Number(trophyId));
    expect(earned({ trophyId })?.trophyId).toBe(Number(trophyId));
  });

  test.each(['', '007', '1.0', ' 1', '-1', '1e3', '9'.repeat(16), 1.5, -1, null])(
    'is nothing else: %o',
    (trophyId) => {
      expect(definition({ trophyId })).toBeUndefined();
      expect(earned({ trophyId })).toBeUndefined();
    },
  );

  test('and a group that comes as a number is the one of that number', () => {
    expect(definition({ trophyId: 0, trophyGroupId: 1 })?.groupId).toBe('001');
    const groups = [{ trophyGroupId: 12, trophyGroupName: 'More' }];
    const { read } = answers.parseRows(answers.groupRow, 'trophyGroupId', groups);
    expect(read.map(toGroup)).toMatchObject([{ groupId: '012', name: 'More' }]);
  });
});

test.each([
  ['titles', answers.titlesPage, 'trophyTitles'],
  ['played-games', answers.playedPage, 'titles'],
] as const)('of whom there are none the list of %s may be left out', (endpoint, page, list) => {
  for (const totalItemCount of [0, '0'])
    expect(answers.parseAnswer(endpoint, page, { totalItemCount })).toMatchObject({ [list]: [] });
  for (const answer of [{}, { totalItemCount: 3 }, { totalItemCount: null }, null])
    expect(() => answers.parseAnswer(endpoint, page, answer)).toThrow(/answer-not-understood/);
});
