import { expect, test } from 'vitest';
import { ALL_NAMED, aNewRun, NEWS_LISTS, type SyncRun } from '@/utils/domain/sync/sync-run';
import { NOTHING_NEW, whatIsNew } from '@/utils/words/run-news';
import { gameNews, runCost } from '@/utils/words/sync-runs';

const run = aNewRun(1, 'daily', false);
const [A, B] = ['NPWR00001_00', 'NPWR00002_00'];

test.each<[string, Partial<SyncRun>, string]>([
  ['nothing', {}, NOTHING_NEW],
  [
    'a 100 % lost to an add-on',
    { grown: [A], lostHundreds: [A] },
    '1 game no longer at 100%, 1 game with more trophies',
  ],
  ['a 100 % lost without one', { lostHundreds: [A, B] }, '2 games no longer at 100%'],
  [
    'trophies taken back',
    {
      takenBack: [
        { npCommunicationId: A, trophies: 1 },
        { npCommunicationId: B, trophies: 2 },
      ],
    },
    '3 trophies taken back',
  ],
  [
    'what it does not name',
    {
      takenBack: [{ npCommunicationId: A, trophies: 2 }],
      grown: [A],
      unnamed: { ...ALL_NAMED, grown: 40, takenBack: 3, trophiesTakenBack: 5 },
    },
    '7 trophies taken back, 41 games with more trophies',
  ],
  [
    'other names and platforms',
    {
      renamed: [{ npCommunicationId: A, before: 'One', after: 'Two' }],
      moved: [{ npCommunicationId: A, before: ['PS4'], after: ['PS5'] }],
    },
    '1 game renamed, 1 game on other platforms',
  ],
])('a line tells %s', (_, said, line) => {
  expect(whatIsNew({ ...run, ...said }, 'en-GB')).toBe(line);
});

const IN_LIST: Partial<SyncRun> = {
  // Each new platinum is a new trophy, too.
  newTrophies: { ...run.newTrophies, platinum: 1 },
  takenBack: [{ npCommunicationId: A, trophies: 1 }],
  renamed: [{ npCommunicationId: A, before: 'One', after: 'Two' }],
  moved: [{ npCommunicationId: A, before: ['PS4'], after: ['PS5'] }],
};

test.each(NEWS_LISTS)(
  'what is only in the list %s is news in the line and in the report',
  (list) => {
    const game = IN_LIST[list] ?? [A];
    const newTrophies = list === 'newPlatinums' ? IN_LIST.newTrophies : run.newTrophies;
    const only = { ...run, newTrophies, [list]: game } as SyncRun;

    expect(whatIsNew(only, 'en-GB')).not.toBe(NOTHING_NEW);
    expect(gameNews(only, 'en-GB')).toHaveLength(1);
  },
);

test('a first sync claims nothing of games whose trophies it does not know', () => {
  const first = aNewRun(1, 'by-hand', true);
  const found = (said: Partial<SyncRun>): string => whatIsNew({ ...first, ...said }, 'en-GB');
  const newTrophies = { ...first.newTrophies, bronze: 120 };

  expect(found({ newTitleCount: 3, newTrophies })).toBe('3 games with 120 trophies');
  expect(found({ newTitleCount: 3, newTrophies, uncounted: 1 })).toBe(
    '3 games with 120 trophies, and those of 1 game that are not known yet',
  );
  expect(found({ newTitleCount: 3, uncounted: 3 })).toBe(
    '3 games; how many trophies is not known yet',
  );
});

test('a report names what has become another, and what it was', () => {
  const news = gameNews(
    {
      ...run,
      takenBack: [{ npCommunicationId: A, trophies: 2 }],
      renamed: [{ npCommunicationId: A, before: 'One', after: 'Two' }],
      moved: [{ npCommunicationId: B, before: ['PSVITA'], after: ['PSVITA', 'PS4'] }],
    },
    'en-GB',
  );
  expect(news).toStrictEqual([
    { label: 'Taken back', games: [{ id: A, formerName: null, detail: '(2 trophies)' }] },
    { label: 'Renamed', games: [{ id: A, formerName: 'One', detail: 'now called Two' }] },
    {
      label: 'Other platforms',
      games: [{ id: B, formerName: null, detail: '(PS Vita, now PS Vita · PS4)' }],
    },
  ]);
});

test('a report leads to the trophies that were earned of each game', () => {
  const news = gameNews({ ...run, earnedIn: [{ npCommunicationId: A, trophies: 3 }] }, 'en-GB');
  expect(news).toStrictEqual([
    {
      label: 'New trophies',
      games: [{ id: A, formerName: null, detail: '(3 trophies)', earned: 3 }],
    },
  ]);
});

test('a report of more games with new trophies than it keeps says how many trophies the others have', () => {
  const earnedIn = [{ npCommunicationId: A, trophies: 3 }];
  const of = (bronze: number) => {
    const newTrophies = { ...run.newTrophies, bronze };
    return gameNews({ ...run, earnedIn, newTrophies }, 'en-GB').map(({ label }) => label);
  };
  expect(of(3)).toEqual(['New trophies']);
  expect(of(1_503)).toEqual(['New trophies, and 1,500 more in games that are not named']);
});

test('a report says how many it does not name', () => {
  const unnamed = { ...ALL_NAMED, newPlatinums: 40, gone: 1_200 };
  const news = gameNews({ ...run, newPlatinums: [A], gone: [A], back: [B], unnamed }, 'en-GB');
  expect(news.map(({ label }) => label)).toStrictEqual([
    'New platinums, and 40 more',
    'Removed from PlayStation, and 1,200 more',
    'Back on PlayStation',
  ]);
});

test('a clock that was put right in the middle leaves a report without a length', () => {
  const said = { ...run, requests: 9, startedAt: 60_000 };
  expect(runCost({ ...said, finishedAt: 180_000 }, 'en-GB')).toBe('9 requests, 2 mins');
  expect(runCost({ ...said, finishedAt: 0 }, 'en-GB')).toBe('9 requests');
});

test('what a game is called now, or where it is played, may not be known', () => {
  const news = gameNews(
    {
      ...run,
      gone: [''],
      renamed: [{ npCommunicationId: A, before: '', after: '' }],
      moved: [{ npCommunicationId: A, before: [], after: ['PS5'] }],
    },
    'en-GB',
  );
  expect(news.map(({ label, games }) => [label, games[0]?.detail])).toStrictEqual([
    ['Renamed', 'now called –'],
    ['Other platforms', '(–, now PS5)'],
  ]);
});
