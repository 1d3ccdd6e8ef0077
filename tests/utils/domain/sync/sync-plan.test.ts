import { RESERVE } from '@/utils/domain/sync/budget';
import { describe, expect, test } from 'vitest';
import {
  definitionsKey,
  decidingRequests,
  planSync,
  RECENT_PLAY,
  requestKey,
  requestsFor,
  type PlanInput,
  type SyncRequest,
} from '@/utils/domain/sync/sync-plan';
import type { FetchedAnswers, LibraryTitle } from '@/utils/domain/library/title';
import { aLibraryTitle, allFetched } from '../../../support/library-titles';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;

function input(said: Partial<PlanInput> = {}): PlanInput {
  return {
    titles: [],
    unmatched: [],
    opened: [],
    everyGame: false,
    hasPicks: true,
    failed: new Set(),
    budget: 300,
    now: NOW,
    language: 'en',
    ...said,
  };
}

/** Each request in a word and an id, for example `earned B`. */
function asked(requests: readonly SyncRequest[]): string[] {
  return requests.map(requestKey);
}

function held(npCommunicationId: string, said: Partial<LibraryTitle> = {}): LibraryTitle {
  return allFetched(aLibraryTitle({ npCommunicationId, ...said }), NOW - DAY);
}

describe('what a title still needs', () => {
  const title = held('A', { groupCount: 3 });

  test.each<[string, LibraryTitle, string[]]>([
    ['is nothing where all is held', title, []],
    [
      'is all where nothing is',
      aLibraryTitle({ npCommunicationId: 'A', groupCount: 2 }),
      ['definitions A', 'groups A', 'earned A'],
    ],
    [
      'is group names where nobody said how many groups there are',
      aLibraryTitle({ npCommunicationId: 'A', groupCount: null }),
      ['definitions A', 'groups A', 'earned A'],
    ],
    [
      'is no group names where there is one group',
      aLibraryTitle({ npCommunicationId: 'A', groupCount: 1 }),
      ['definitions A', 'earned A'],
    ],
    [
      'is what was earned, after a trophy',
      { ...title, earned: { ...title.earned, gold: 1 } },
      ['earned A'],
    ],
    [
      'is what was earned, by an older date too',
      { ...title, lastUpdatedAt: title.lastUpdatedAt - 1 },
      ['earned A'],
    ],
    [
      'is what was earned, where it has become less',
      { ...title, progress: (title.progress ?? 0) - 1 },
      ['earned A'],
    ],
    [
      'is all by a new version',
      { ...title, trophySetVersion: '01.01' },
      ['definitions A', 'groups A', 'earned A'],
    ],
    [
      'is all by a version taken back',
      { ...title, trophySetVersion: '00.99' },
      ['definitions A', 'groups A', 'earned A'],
    ],
    [
      'is all by more trophies of the same version',
      { ...title, defined: { ...title.defined, silver: 9 } },
      ['definitions A', 'groups A', 'earned A'],
    ],
    ['is group names by a first add-on', { ...held('A'), groupCount: 2 }, ['groups A']],
    ['is nothing for another name', { ...title, name: 'Other', iconUrl: 'https://x/y' }, []],
    ['is nothing for being hidden', { ...title, hidden: true }, []],
    ['is nothing for having been played', { ...title, lastPlayedAt: NOW, playSeconds: 9 }, []],
    [
      'is not asked where it is missed',
      aLibraryTitle({ absence: { missedAt: 1, isSure: false } }),
      [],
    ],
    [
      'is not asked where it is gone',
      aLibraryTitle({ absence: { missedAt: 1, isSure: true } }),
      [],
    ],
  ])('%s', (_, changed, requests) => {
    expect(asked(requestsFor(changed, NOW))).toStrictEqual(requests);
  });

  test('tells versions and counts apart that read alike in a row', () => {
    const defined = { bronze: 1, silver: 11, gold: 0, platinum: 0 };
    const other = { bronze: 11, silver: 1, gold: 0, platinum: 0 };
    expect(definitionsKey(held('A', { defined }))).not.toBe(
      definitionsKey(held('A', { defined: other })),
    );
  });
});

describe('the order', () => {
  const titles = [
    aLibraryTitle({ npCommunicationId: 'OLD', lastPlayedAt: 1 }),
    aLibraryTitle({ npCommunicationId: 'NEW', lastPlayedAt: 3 }),
    aLibraryTitle({ npCommunicationId: 'LEFT', lastPlayedAt: 9, choice: 'unpicked' }),
    aLibraryTitle({ npCommunicationId: 'NEVER', lastPlayedAt: 8, choice: 'never' }),
    aLibraryTitle({ npCommunicationId: 'OPEN', lastPlayedAt: 0, choice: 'unpicked' }),
  ];
  const unmatched = [
    { npTitleId: 'RECENT_PLAY', lastPlayedAt: NOW - RECENT_PLAY + 1 },
    { npTitleId: 'LONG-AGO', lastPlayedAt: NOW - RECENT_PLAY },
  ];

  test('opened, deciding, picked by last play, other played games; the rest only where wanted', () => {
    const all = input({ titles, unmatched, opened: ['OPEN', 'UNKNOWN'] });
    const first = [
      ...['definitions OPEN', 'earned OPEN', 'matching RECENT_PLAY'],
      ...['definitions NEW', 'earned NEW', 'definitions OLD', 'earned OLD', 'matching LONG-AGO'],
    ];
    expect(asked(planSync(all).now)).toStrictEqual(first);
    expect(asked(planSync({ ...all, everyGame: true }).now)).toStrictEqual([
      ...first,
      'definitions LEFT',
      'earned LEFT',
    ]);
  });

  test('until picks were made only what decides them is asked for, and what is open', () => {
    const plan = planSync(input({ titles, unmatched, opened: ['OPEN'], hasPicks: false }));
    expect(asked(plan.now)).toStrictEqual([
      'definitions OPEN',
      'earned OPEN',
      'matching RECENT_PLAY',
    ]);
    expect(asked(plan.later)).toContain('earned NEW');
  });

  test('games are matched five at a time', () => {
    const games = Array.from({ length: 12 }, (_, n) => ({
      npTitleId: String(n),
      lastPlayedAt: NOW,
    }));
    expect(asked(decidingRequests(input({ unmatched: games })))).toStrictEqual([
      'matching 0,1,2,3,4',
      'matching 5,6,7,8,9',
      'matching 10,11',
    ]);
  });

  test('what has failed is not asked for again', () => {
    const failed = new Set(['definitions NEW', 'earned NEW', 'matching RECENT_PLAY']);
    const plan = planSync(input({ titles, unmatched, failed }));
    expect(asked(plan.now)).toStrictEqual(['definitions OLD', 'earned OLD', 'matching LONG-AGO']);
  });
});

describe('a game that is opened', () => {
  const looked = (days: number) =>
    allFetched(aLibraryTitle({ npCommunicationId: 'A' }), NOW - days * DAY);

  test.each([
    [1, []],
    [30, []],
    [31, ['definitions A', 'earned A']],
  ])('has its texts and its rarity asked for anew after %i days: %j', (days, requests) => {
    const plan = planSync(input({ titles: [looked(days)], opened: ['A'] }));
    expect(asked(plan.now)).toStrictEqual(requests);
  });

  const opened = (fetched: Partial<FetchedAnswers>, said: Partial<LibraryTitle> = {}) => {
    const title = { ...looked(1), ...said };
    const now = { ...title, fetched: { ...title.fetched, ...fetched } };
    return asked(planSync(input({ titles: [now], opened: ['A'] })).now);
  };

  test.each<[string, Partial<FetchedAnswers>, string[]]>([
    ['in another language', { language: 'de' }, ['definitions A']],
    ['in a language that is not known', { language: '' }, ['definitions A']],
    ['without a picture', { lacksPicture: true }, []],
    [
      'without a picture since yesterday',
      { lacksPicture: true, definitionsAt: NOW - DAY - 1 },
      ['definitions A'],
    ],
    ['that are dated ahead of now', { definitionsAt: NOW + 1 }, ['definitions A']],
    ['in another language, refused today', { language: 'de', refusedAt: NOW - DAY }, []],
    [
      'in another language, refused yesterday',
      { language: 'de', refusedAt: NOW - DAY - 1 },
      ['definitions A'],
    ],
    [
      'refused by a clock that ran ahead',
      { language: 'de', refusedAt: NOW + 1 },
      ['definitions A'],
    ],
  ])('with texts %s asks for them once: %j', (_, fetched, requests) => {
    expect(opened(fetched)).toStrictEqual(requests);
  });

  test('has the names of its add-ons asked for with the texts', () => {
    expect(
      opened({ language: 'de', groups: definitionsKey(looked(1)) }, { groupCount: 2 }),
    ).toEqual(['definitions A', 'groups A']);
  });

  test('has what is new first, and what is old after it', () => {
    expect(opened({ language: 'de', earned: 'before' })).toStrictEqual([
      'earned A',
      'definitions A',
    ]);
  });

  test('is the only one: in bulk nothing is asked for anew', () => {
    const old = { ...looked(99), choice: 'picked' as const };
    const plan = planSync(input({ titles: [old], opened: [], everyGame: true, language: 'de' }));
    expect(plan).toStrictEqual({ now: [], later: [] });
  });

  test('is not asked for where PSN does not have it any more', () => {
    const gone = { ...looked(99), absence: { missedAt: 1, isSure: true } };
    expect(planSync(input({ titles: [gone], opened: ['A'] }))).toStrictEqual({
      now: [],
      later: [],
    });
  });

  test('may use the reserve, and is all that may', () => {
    const titles = ['A', 'B'].map((npCommunicationId) => aLibraryTitle({ npCommunicationId }));
    const plan = planSync(input({ titles, opened: ['A'], budget: RESERVE }));
    expect(asked(plan.now)).toStrictEqual(['definitions A', 'earned A']);
    expect(asked(plan.later)).toStrictEqual(['definitions B', 'earned B']);

    // What it takes does not come out of the reserve of the next click.
    const more = planSync(input({ titles, opened: ['A'], budget: RESERVE + 3 }));
    expect(asked(more.now)).toStrictEqual(['definitions A', 'earned A', 'definitions B']);
  });
});

test('a budget that is spent puts off everything, in its order', () => {
  const titles = [aLibraryTitle({ npCommunicationId: 'A' })];
  const unmatched = [{ npTitleId: 'M', lastPlayedAt: NOW }];
  const plan = planSync(input({ titles, unmatched, budget: 0 }));
  expect(plan.now).toStrictEqual([]);
  expect(asked(plan.later)).toStrictEqual(['matching M', 'definitions A', 'earned A']);
});

test('a page that is opened twice is asked for once', () => {
  const titles = [aLibraryTitle({ npCommunicationId: 'A' })];
  const plan = planSync(input({ titles, opened: ['A', 'A'] }));
  expect(asked(plan.now)).toStrictEqual(['definitions A', 'earned A']);
});
