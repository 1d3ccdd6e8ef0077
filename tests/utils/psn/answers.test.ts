import { describe, expect, test } from 'vitest';
import { failureOf } from '@/utils/domain/failure';
import * as answers from '@/utils/psn/answers';
import { toPlayedGame, toPlayer, toTitle } from '@/utils/psn/to-domain';

/** Sony's own sample of a titles row, as its servers send it. */
const TITLE_ROW = {
  npServiceName: 'trophy',
  npCommunicationId: 'NPWR13736_00',
  trophySetVersion: '01.00',
  trophyTitleName: 'Hearth & Home 4',
  trophyTitleDetail: 'Hearth & Home 4',
  trophyTitleIconUrl: 'https://image.api.playstation.com/trophy/np/NPWR13736_00_00/A.PNG',
  trophyTitlePlatform: 'PSVITA,PS4',
  hasTrophyGroups: false,
  trophyGroupCount: 1,
  definedTrophies: { bronze: 41, silver: 7, gold: 2, platinum: 1 },
  progress: 0,
  earnedTrophies: { bronze: 0, silver: 0, gold: 0, platinum: 0 },
  hiddenFlag: false,
  lastUpdatedDateTime: '2020-03-06T23:35:08Z',
};

const PLAYED_ROW = {
  titleId: 'CUSA12345_00',
  name: 'Hearth & Home 4',
  category: 'ps4_game',
  firstPlayedDateTime: '2020-03-01T20:00:34.000000Z',
  lastPlayedDateTime: '2021-11-22T17:51:21.78Z',
  playDuration: 'PT226H55M18S',
};

const NOW = Date.UTC(2026, 10, 22, 12);
const title = (row: Parameters<typeof toTitle>[0]) => toTitle(row, { language: 'en', now: NOW });
const playedGame = (row: Parameters<typeof toPlayedGame>[0]) => toPlayedGame(row, NOW);

test('a row of the titles list becomes a title', () => {
  const { read } = answers.parseRows(answers.titleRow, 'npCommunicationId', [TITLE_ROW]);
  expect(read.map(title)).toStrictEqual([
    {
      npCommunicationId: 'NPWR13736_00',
      npServiceName: 'trophy',
      name: 'Hearth & Home 4',
      language: 'en',
      platforms: ['PSVITA', 'PS4'],
      iconUrl: 'https://image.api.playstation.com/trophy/np/NPWR13736_00_00/A.PNG',
      trophySetVersion: '01.00',
      groupCount: 1,
      defined: { bronze: 41, silver: 7, gold: 2, platinum: 1 },
      earned: { bronze: 0, silver: 0, gold: 0, platinum: 0 },
      progress: 0,
      hidden: false,
      lastUpdatedAt: Date.UTC(2020, 2, 6, 23, 35, 8),
    },
  ]);
});

test('what a row can do without is filled in: no game is lost for it', () => {
  const bare = {
    ...TITLE_ROW,
    trophySetVersion: undefined,
    trophyTitlePlatform: 7,
    trophyTitleName: undefined,
    hiddenFlag: 'no',
    npServiceName: 'trophy3',
    definedTrophies: { bronze: 3 },
  };
  const { read } = answers.parseRows(answers.titleRow, 'npCommunicationId', [bare]);
  expect(read.map(title)[0]).toMatchObject({
    name: 'NPWR13736_00',
    npServiceName: 'trophy3',
    platforms: [],
    trophySetVersion: '',
    hidden: null,
    defined: { bronze: 3, silver: null, gold: null, platinum: null },
  });
});

test.each([
  ['PS5,PS5', ['PS5']],
  ['PS5, PS4', ['PS5', 'PS4']],
  [' PSVITA ,,PS4,', ['PSVITA', 'PS4']],
  ['', []],
])('the platforms in %j are %j', (trophyTitlePlatform, platforms) => {
  const rows = [{ ...TITLE_ROW, trophyTitlePlatform }];
  const { read } = answers.parseRows(answers.titleRow, 'npCommunicationId', rows);
  expect(read.map(title)[0]?.platforms).toStrictEqual(platforms);
});

test.each([
  ['Hearth & Home 4\n', 'Hearth & Home 4'],
  ['\u00a0Hearth\u00a0&\r\nHome \u3000', 'Hearth & Home'],
  ['無双\u3000四', '無双\u3000四'],
  ['\n', 'NPWR13736_00'],
  // Nothing of it can be seen: it goes by its id.
  ['\ufeff\u200b', 'NPWR13736_00'],
  ['\u0000\u0007 \u2060', 'NPWR13736_00'],
  ['\u200bOdd \ud83d', '\u200bOdd \ud83d'],
])('a game that Sony calls %j is %j', (trophyTitleName, name) => {
  const rows = [{ ...TITLE_ROW, trophyTitleName }];
  const { read } = answers.parseRows(answers.titleRow, 'npCommunicationId', rows);
  expect(read.map(title)[0]?.name).toBe(name);
});

test.each([
  [99.9, 99],
  ['99.99', 99],
  [0.4, 0],
  [100, 100],
  ['100.0', 100],
  [100.1, null],
])('a progress of %j is %j percent: almost all is not all', (progress, percent) => {
  const rows = [{ ...TITLE_ROW, progress }];
  const { read } = answers.parseRows(answers.titleRow, 'npCommunicationId', rows);
  expect(read.map(title)[0]?.progress).toBe(percent);
  expect(answers.summary.parse({ progress })).toMatchObject({ progress: percent });
});

test('a row that comes twice is read once, as it comes first, and is not unread beside that', () => {
  const later = { ...TITLE_ROW, progress: 7 };
  const odd = { ...TITLE_ROW, npCommunicationId: 7 };
  const rows = [odd, TITLE_ROW, later];
  const { read, unread } = answers.parseRows(answers.titleRow, 'npCommunicationId', rows);
  expect(read.map(({ progress }) => progress)).toStrictEqual([0]);
  expect(unread).toStrictEqual([{ id: '7', fields: ['npCommunicationId'] }]);
});

test.each([
  [false, 1, 1],
  [true, 3, 3],
  [false, 2, 2],
  [true, 1, null],
  [true, undefined, null],
  [true, 'many', null],
  [true, '3', 3],
  [false, undefined, 1],
  [undefined, undefined, 'unsaid'],
])('groups: %j, and %j of them, are %j', (hasTrophyGroups, trophyGroupCount, groupCount) => {
  const row = answers.titleRow.parse({ ...TITLE_ROW, hasTrophyGroups, trophyGroupCount });
  expect(title(row).groupCount).toBe(groupCount);
});

test('a number of trophies that no game has is not known', () => {
  for (const bronze of [Number.MAX_SAFE_INTEGER, 1e21, 10_001]) {
    const rows = [{ ...TITLE_ROW, definedTrophies: { ...TITLE_ROW.definedTrophies, bronze } }];
    const { read } = answers.parseRows(answers.titleRow, 'npCommunicationId', rows);
    expect(read.map(title)[0]?.defined).toStrictEqual({
      ...TITLE_ROW.definedTrophies,
      bronze: null,
    });
  }
});

test('numbers as text are the same numbers', () => {
  const grades = { bronze: '41', silver: '7', gold: '2', platinum: '1' };
  const rows = [{ ...TITLE_ROW, progress: '0', definedTrophies: grades }];
  const { read } = answers.parseRows(answers.titleRow, 'npCommunicationId', rows);
  const [same] = answers.parseRows(answers.titleRow, 'npCommunicationId', [TITLE_ROW]).read;
  expect(read).toStrictEqual([same]);

  const summary = { trophyLevel: 1079, progress: 19, tier: 10, earnedTrophies: grades };
  const written = { ...summary, trophyLevel: '1079', progress: '19', tier: '10' };
  expect(answers.parseAnswer('summary', answers.summary, written)).toStrictEqual(
    answers.parseAnswer('summary', answers.summary, summary),
  );
});

test('a date that cannot be costs no row, and another one in its place is seen', () => {
  const dates = ['2061-01-01T00:00:00Z', '0001-01-01T00:00:00Z', 'soon', '', undefined];
  const instants = dates.map((date, index) => {
    const row = { ...TITLE_ROW, lastUpdatedDateTime: date };
    const game = { ...PLAYED_ROW, lastPlayedDateTime: date };
    const [one] = answers.parseRows(answers.titleRow, 'npCommunicationId', [row]).read.map(title);
    const [played] = answers.parseRows(answers.playedRow, 'titleId', [game]).read.map(playedGame);
    expect(played?.lastPlayedAt, String(index)).toBe(one?.lastUpdatedAt);
    return one?.lastUpdatedAt ?? 0;
  });
  expect(instants.every((instant) => instant < 0)).toBe(true);
  expect(new Set(instants).size).toBe(4);
});

test('bad rows are told apart from good ones, by field and without values; a value is unknown', () => {
  const rows = [
    { ...TITLE_ROW, npCommunicationId: 'NPWR00002_00', progress: 'lots' },
    TITLE_ROW,
    {
      ...TITLE_ROW,
      npCommunicationId: 'NPWR00003_00',
      definedTrophies: { bronze: -1, silver: 0, gold: 0, platinum: 0 },
    },
    null,
  ];
  const { read, unread } = answers.parseRows(answers.titleRow, 'npCommunicationId', rows);
  expect(read.map(title)).toMatchObject([
    { progress: null },
    { progress: 0 },
    { defined: { bronze: null, silver: 0 } },
  ]);
  expect(unread).toStrictEqual([{ id: null, fields: ['(whole)'] }]);
});

describe('a row of the played list', () => {
  test.each([
    ['PT226H55M18S', 226 * 3600 + 55 * 60 + 18],
    ['PT0S', 0],
    ['P1DT2H', 26 * 3600],
    ['P1M', null],
    ['nonsense', null],
    ['', null],
    [7, null],
    [null, null],
    [undefined, null],
  ])('with %j was played for %j seconds, where null is not known', (playDuration, playSeconds) => {
    const { read } = answers.parseRows(answers.playedRow, 'titleId', [
      { ...PLAYED_ROW, playDuration },
    ]);
    expect(read.map(playedGame)[0]?.playSeconds).toBe(playSeconds);
  });

  test.each(['firstPlayedDateTime', 'category', 'name'])('does without %s', (field) => {
    for (const value of [undefined, null, {}]) {
      const row = { ...PLAYED_ROW, [field]: value };
      expect(answers.parseRows(answers.playedRow, 'titleId', [row]).unread).toStrictEqual([]);
    }
    const { titleId, lastPlayedDateTime } = PLAYED_ROW;
    const { read } = answers.parseRows(answers.playedRow, 'titleId', [
      { titleId, lastPlayedDateTime },
    ]);
    expect(read.map(playedGame)).toStrictEqual([
      {
        npTitleId: 'CUSA12345_00',
        name: '',
        category: '',
        firstPlayedAt: null,
        lastPlayedAt: Date.UTC(2021, 10, 22, 17, 51, 21, 780),
        playSeconds: null,
        playCount: null,
        service: null,
        hasGenres: null,
        conceptId: null,
      },
    ]);
  });

  test.each([
    [{ id: 230012, genres: [] }, 230012, false],
    [{ id: '230012', genres: ['ACTION'] }, 230012, true],
    [{ id: {}, genres: ['ACTION'] }, null, true],
    [{ genres: ['ACTION'] }, null, true],
    [undefined, null, null],
  ])('has Sony’s id of the game, and its genres, of %j', (concept, conceptId, hasGenres) => {
    const { read } = answers.parseRows(answers.playedRow, 'titleId', [{ ...PLAYED_ROW, concept }]);
    expect(read.map(playedGame)[0]).toMatchObject({ conceptId, hasGenres });
  });

  test('has dates with fractions of any width', () => {
    const { read } = answers.parseRows(answers.playedRow, 'titleId', [PLAYED_ROW]);
    expect(read.map(playedGame)[0]?.lastPlayedAt).toBe(Date.UTC(2021, 10, 22, 17, 51, 21, 780));
  });
});

test('an answer of another shape names the fields, never the values', () => {
  const thrown = (() => {
    try {
      return answers.parseAnswer('titles', answers.titlesPage, { trophyTitles: 'secret' });
    } catch (error) {
      return failureOf(error);
    }
  })();
  expect(thrown).toStrictEqual({
    cause: 'answer-not-understood',
    during: 'titles',
    fields: ['trophyTitles'],
  });
});

test('avatars are taken by their size, and over https', () => {
  const avatars = [
    { size: 's', url: 'http://static-resource.np.community.playstation.net/s.png' },
    { size: 'm', url: 'http://static-resource.np.community.playstation.net/m.png' },
  ];
  expect(toPlayer('1', { onlineId: 'x', avatars }).avatarUrl).toBe(
    'https://static-resource.np.community.playstation.net/m.png',
  );
});
