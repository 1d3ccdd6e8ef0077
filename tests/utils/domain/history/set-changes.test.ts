import { expect, test } from 'vitest';
import { changedCount, changesOfSet } from '@/utils/domain/history/set-changes';
import type { SetVersion } from '@/utils/domain/history/set-versions';
import { aTrophy, aTrophySet } from '../../../support/trophies.ts';

const SET = aTrophySet({
  trophies: [
    aTrophy({ trophyId: 0, name: 'First Blood' }),
    aTrophy({ trophyId: 1, name: 'Hush', hidden: true, earned: false }),
    aTrophy({ trophyId: 2, name: 'Told', hidden: true, earned: true }),
  ],
});

function version(seenAt: number, said: Partial<SetVersion>): SetVersion {
  const { npCommunicationId } = SET;
  return { npCommunicationId, seenAt, language: 'en', title: {}, trophies: [], ...said };
}

test('the newest change comes first, each trophy once, by the name that it had from then on', () => {
  const changes = changesOfSet(
    [
      version(1, { trophies: [[0, 'detail', 'Win 3 races', 'Win 5 races']] }),
      version(2, {
        trophies: [
          [0, 'name', 'Blood', 'First Blood'],
          [0, 'detail', 'Win 5 races', 'Win 7 races'],
        ],
      }),
    ],
    SET,
  );

  expect(changes.map(({ seenAt }) => seenAt)).toEqual([2, 1]);
  expect(changes[0]?.trophies).toEqual([
    {
      ...{ trophyId: 0, name: 'First Blood', isNew: false, isGone: false, isSecret: false },
      ...{ grade: null, group: null },
      texts: [
        { field: 'name', before: 'Blood', after: 'First Blood' },
        { field: 'detail', before: 'Win 5 races', after: 'Win 7 races' },
      ],
      hasOtherPicture: false,
    },
  ]);
});

test('a trophy that is gone keeps its name, and a secret one is told from one that is earned', () => {
  const [change] = changesOfSet(
    [
      version(1, {
        trophies: [
          [9, 'name', 'Farewell', null],
          [9, 'detail', 'Leave', null],
          [9, 'iconUrl', 'https://a/9.png', null],
          [1, 'detail', 'Whisper', 'Be silent'],
          [2, 'iconUrl', 'https://a/2.png', 'https://a/3.png'],
        ],
      }),
    ],
    SET,
  );

  expect(change?.trophies).toMatchObject([
    { name: 'Farewell', isGone: true, texts: [], hasOtherPicture: false },
    { name: 'Hush', isSecret: true, isGone: false },
    { name: 'Told', isSecret: false, isGone: false, hasOtherPicture: true },
  ]);
});

test('a trophy that is new, regraded or moved is told as that, and so is one that is gone', () => {
  const [change] = changesOfSet(
    [
      version(1, {
        trophies: [
          [1, 'name', '', 'Hush'],
          [2, 'grade', 'silver', 'gold'],
          [2, 'groupId', 'default', '001'],
          [9, 'name', 'Farewell', null],
          [9, 'grade', 'bronze', null],
        ],
        groups: [['001', 'Nights', 'Long nights']],
      }),
    ],
    SET,
  );

  expect(change?.groups).toEqual([['001', 'Nights', 'Long nights']]);
  expect(change?.trophies).toMatchObject([
    { name: 'Hush', isNew: true, isGone: false, texts: [], isSecret: true },
    { name: 'Told', isNew: false, texts: [], grade: ['silver', 'gold'], group: ['default', '001'] },
    { name: 'Farewell', isNew: false, isGone: true, grade: ['bronze', null], group: null },
  ]);
});

test('while the set is not there every text of it counts as secret', () => {
  const versions = [version(1, { trophies: [[1, 'name', 'Whisper', 'Hush']] })];
  const isSecretIn = (set: typeof SET | null) =>
    changesOfSet(versions, set)[0]?.trophies.map(({ isSecret }) => isSecret);
  expect(isSecretIn(null)).toEqual([true]);
  expect(isSecretIn({ ...SET, trophies: [aTrophy({ trophyId: 1, earned: true })] })).toEqual([
    false,
  ]);
});

test('an add-on is told by how many trophies there were and are; what is not known is not', () => {
  const counts = (bronze: number | null) => ({ bronze, silver: 1, gold: 0, platinum: 1 });
  expect(changedCount({ defined: [counts(38), counts(50)] })).toEqual([40, 52]);
  expect(changedCount({ defined: [counts(38), counts(null)] })).toBe(null);
  expect(changedCount({})).toBe(null);
});

test('what two computers have seen of one change is one change, and one that came again is another', () => {
  const renamed = (before: string, after: string): Partial<SetVersion> => ({
    title: { name: [before, after] },
    trophies: [[0, 'name', before, after]],
    groups: [['001', before, after]],
  });
  const alone: Partial<SetVersion> = { trophies: [[1, 'detail', 'Whisper', 'Be silent']] };
  const changes = changesOfSet(
    [
      version(5, {
        ...renamed('A', 'B'),
        ...alone,
        trophies: [...renamed('A', 'B').trophies!, ...alone.trophies!],
      }),
      version(1, renamed('A', 'B')),
      version(7, renamed('B', 'A')),
      version(8, renamed('B', 'A')),
      version(9, renamed('A', 'B')),
    ],
    SET,
  );

  expect(changes.map(({ groups }) => groups.length)).toEqual([1, 1, 0, 1]);
  expect(changes.map(({ seenAt, title }) => [seenAt, title.name])).toEqual([
    [9, ['A', 'B']],
    [7, ['B', 'A']],
    [5, undefined],
    [1, ['A', 'B']],
  ]);
  expect(changes[2]?.trophies.map(({ trophyId }) => trophyId)).toEqual([1]);
});
