import { expect, test } from 'vitest';
import { ALL_NAMED, aNewRun } from '@/utils/domain/sync/sync-run';

test('a report begins under way, with nothing found', () => {
  expect(aNewRun(42, 'picks', true)).toStrictEqual({
    startedAt: 42,
    finishedAt: null,
    trigger: 'picks',
    isFirst: true,
    outcome: 'under-way',
    requests: 0,
    newTrophies: { bronze: 0, silver: 0, gold: 0, platinum: 0 },
    uncounted: 0,
    newPlatinums: [],
    newTitleCount: 0,
    newTitles: [],
    grown: [],
    altered: [],
    lostHundreds: [],
    takenBack: [],
    earnedIn: [],
    renamed: [],
    moved: [],
    gone: [],
    back: [],
    unnamed: ALL_NAMED,
    unread: 0,
    gaps: [],
  });
});

test('two reports share nothing', () => {
  const [one, other] = [aNewRun(1, 'daily', false), aNewRun(2, 'daily', false)];
  one.newTrophies.gold = 1;
  one.gone.push('NPWR00001_00');
  expect(other).toMatchObject({ newTrophies: { gold: 0 }, gone: [] });
});
