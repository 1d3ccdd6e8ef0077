import { describe, expect, test } from 'vitest';
import { definitionsKey } from '@/utils/domain/sync/answer-keys';
import {
  decidingRequests,
  planSync,
  RECENT_PLAY,
  requestsFor,
  withDoubts,
} from '@/utils/domain/sync/sync-plan';
import type { FetchedAnswers, LibraryTitle } from '@/utils/domain/library/title';
import { aLibraryTitle } from '../../../support/library-titles';
import { asked, groupsRefusal, held, NOW, planInput, refusal } from '../../../support/plan-input';

const DAY = 86_400_000;

describe('what a title still needs', () => {
  const title = held('A', { groupCount: 3 });
  const nothing = aLibraryTitle({ npCommunicationId: 'A', groupCount: 3 });
  const having = (fetched: Partial<FetchedAnswers>): LibraryTitle => ({
    ...nothing,
    fetched: { ...nothing.fetched, ...fetched },
  });

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
      'is all of what was refused a few times',
      having({ refusal: refusal(NOW - 1, 7) }),
      ['definitions A', 'groups A', 'earned A'],
    ],
    [
      'is no trophies that are refused always',
      having({ refusal: refusal(NOW - 1, 8) }),
      ['groups A'],
    ],
    [
      'is trophies that are refused always once a week',
      having({ refusal: refusal(NOW - 7 * DAY, 8) }),
      ['definitions A', 'groups A', 'earned A'],
    ],
    [
      'is trophies that were refused of another state',
      having({ refusal: refusal(NOW - 1, 8, 'another') }),
      ['definitions A', 'groups A', 'earned A'],
    ],
    [
      'is no group names that Sony does not have',
      having({ groupsRefusal: groupsRefusal(NOW - 1) }),
      ['definitions A', 'earned A'],
    ],
    [
      'is group names that Sony did not have of another version',
      having({ groupsRefusal: groupsRefusal(NOW - 1, 'another') }),
      ['definitions A', 'groups A', 'earned A'],
    ],
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
    { npTitleId: 'RECENT_PLAY', lastPlayedAt: NOW - RECENT_PLAY + 1, refusal: null },
    { npTitleId: 'LONG-AGO', lastPlayedAt: NOW - RECENT_PLAY, refusal: null },
  ];

  test('opened, deciding, picked by last play, other played games; the rest only where wanted', () => {
    const all = planInput({ titles, unmatched, opened: ['OPEN', 'UNKNOWN'] });
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
    const plan = planSync(planInput({ titles, unmatched, opened: ['OPEN'], hasPicks: false }));
    expect(asked(plan.now)).toStrictEqual([
      'definitions OPEN',
      'earned OPEN',
      'matching RECENT_PLAY',
    ]);
    expect(asked(plan.later)).toContain('earned NEW');
    // What was played long ago decides nothing: picks come before it, and what is left is told without it.
    expect(asked(plan.later)).not.toContain('matching LONG-AGO');
  });

  test('what was refused comes last, behind the games that nobody has picked', () => {
    const [first, ...others] = titles.slice(0, 3);
    const refused = { of: definitionsKey(first!), at: 1, tries: 2, syncStartedAt: 0 };
    const groupsRefusal = { ...refused, failure: { cause: 'sony-down' as const } };
    const fetched = { ...first!.fetched, groupsRefusal };
    const all = [{ ...first!, groupCount: 2, fetched }, ...others];
    const { now } = planSync(planInput({ titles: all, everyGame: true }));
    expect(asked(now)).toStrictEqual([
      ...['definitions NEW', 'earned NEW', 'definitions OLD', 'earned OLD'],
      ...['definitions LEFT', 'earned LEFT', 'groups OLD'],
    ]);
  });

  test('what nobody waits for is marked: it begins with the first request behind the picked games', () => {
    const plan = planSync(planInput({ titles, unmatched, opened: ['OPEN'], everyGame: true }));
    const isRest = plan.now.map((request) => request.isRest === true);
    const at = asked(plan.now).indexOf('matching LONG-AGO');
    expect(isRest.indexOf(true)).toBe(at);
    expect(isRest.slice(at)).not.toContain(false);
    expect(withDoubts(plan, ['M'], { budget: 300, leftToPicks: 0 }).now.at(-1)?.isRest).toBe(true);
  });

  test('games are matched five at a time', () => {
    const games = Array.from({ length: 12 }, (_, n) => ({
      npTitleId: String(n),
      lastPlayedAt: NOW,
      refusal: null,
    }));
    expect(asked(decidingRequests(planInput({ unmatched: games })))).toStrictEqual([
      'matching 0,1,2,3,4',
      'matching 5,6,7,8,9',
      'matching 10,11',
    ]);
  });

  test('what has failed is not asked for again', () => {
    const failed = new Set(['definitions NEW', 'earned NEW', 'matching RECENT_PLAY']);
    const plan = planSync(planInput({ titles, unmatched, failed }));
    expect(asked(plan.now)).toStrictEqual(['definitions OLD', 'earned OLD', 'matching LONG-AGO']);
  });
});

describe('while the player has picked nothing, half of a window', () => {
  const half = { budget: 300, leftToPicks: 150 };
  const titles = Array.from({ length: 200 }, (_, n) =>
    aLibraryTitle({ npCommunicationId: String(n) }),
  );

  test('is left by what is picked for a start, and by what decides that', () => {
    expect(planSync(planInput({ titles, ...half })).now).toHaveLength(150);
    const unmatched = Array.from({ length: 900 }, (_, n) => {
      return { npTitleId: String(n), lastPlayedAt: NOW, refusal: null };
    });
    const deciding = planSync(planInput({ unmatched, ...half, hasPicks: false }));
    expect([deciding.now.length, deciding.later.length]).toStrictEqual([150, 30]);
    expect(planSync(planInput({ unmatched, ...half, leftToPicks: 0 })).now).toHaveLength(180);
  });

  test('is left by matches that are asked for once more', () => {
    const plan = planSync(planInput({ titles: titles.slice(0, 70), ...half }));
    expect(withDoubts(plan, ['M'], half).now).toHaveLength(141);
    expect(withDoubts(plan, ['M'], { ...half, leftToPicks: 160 }).now).toHaveLength(140);
  });

  test('is there for a game that is opened', () => {
    const opened = titles.slice(0, 100).map(({ npCommunicationId: id }) => id);
    expect(planSync(planInput({ titles, opened, ...half })).now).toHaveLength(200);
  });
});

test('a budget that is spent puts off everything, in its order', () => {
  const titles = [aLibraryTitle({ npCommunicationId: 'A' })];
  const unmatched = [{ npTitleId: 'M', lastPlayedAt: NOW, refusal: null }];
  const plan = planSync(planInput({ titles, unmatched, budget: 0 }));
  expect(plan.now).toStrictEqual([]);
  expect(asked(plan.later)).toStrictEqual(['matching M', 'definitions A', 'earned A']);
});
