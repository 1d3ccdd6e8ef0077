import { afterEach, describe, expect, test, vi } from 'vitest';
import { FailureError, failureOf, type Failure } from '@/utils/domain/failure';
import { Secret } from '@/utils/domain/connection/secret';
import { Budget } from '@/utils/psn/budget';
import { SonyLibrary } from '@/utils/psn/library';
import { EndOfRequests, installTransport } from '@/utils/psn/transport';
import { aValue } from '../../support/a-value';

const SET = { npCommunicationId: 'NPWR00001_00', npServiceName: 'trophy' };
const NOW = Date.UTC(2026, 10, 22);
const TOKEN = new Secret('token');
const ACCESS = {
  token: () => Promise.resolve(TOKEN),
  tokenInsteadOf: () => Promise.resolve(TOKEN),
};
const asked: URL[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
});

/** A library at Sony that answers with these, one after the other. */
function answering(...answers: object[]): SonyLibrary {
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(new URL(url));
    return Promise.resolve(Response.json(answers.shift()));
  });
  return new SonyLibrary(ACCESS);
}

async function failureIn(work: Promise<unknown>): Promise<Failure | null> {
  try {
    await work;
    return null;
  } catch (thrown) {
    return failureOf(thrown);
  }
}

const defined = (trophyId: number) => ({ trophyId, trophyType: 'bronze', trophyName: 'x' });
const unearned = (trophyId: number) => ({ trophyId, earned: false });

describe('the trophies of a set', () => {
  test('are asked for as a whole, in the service that Sony’s own list names', async () => {
    const { rows } = await answering({ trophies: [defined(0), defined(1)] }).definitions(SET);

    expect(rows.map(({ trophyId }) => trophyId)).toStrictEqual([0, 1]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.pathname).toMatch(
      /\/npCommunicationIds\/NPWR00001_00\/trophyGroups\/all\/trophies$/,
    );
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toStrictEqual({
      npServiceName: 'trophy',
    });
  });

  test('are read to the end, should Sony page them', async () => {
    const library = answering(
      { trophies: [unearned(0)], nextOffset: 1 },
      { trophies: [unearned(1), { trophyId: '2' }] },
    );

    expect(await library.earned(SET, NOW)).toMatchObject({
      rows: [{ trophyId: 0 }, { trophyId: 1 }],
      unread: [{ id: '2', fields: ['trophyId'] }],
    });
    expect(asked.map(({ searchParams }) => searchParams.get('offset'))).toStrictEqual([null, '1']);
  });

  test('that come twice, on one page or on two, are there once, as they came first', async () => {
    const library = answering(
      { trophies: [{ ...defined(0), trophyName: 'First' }, defined(0)], nextOffset: 2 },
      { trophies: [defined(0), defined(1)] },
    );

    const { rows } = await library.definitions(SET);
    expect(rows.map(({ trophyId, name }) => [trophyId, name])).toStrictEqual([
      [0, 'First'],
      [1, 'x'],
    ]);
  });

  test('on pages that lead nowhere are not followed for ever', async () => {
    const page = { trophies: [unearned(0)], nextOffset: 1 };
    await answering(page, page).earned(SET, NOW);
    expect(asked).toHaveLength(2);
  });

  test('are asked for to their count, where an answer is short of it', async () => {
    const first = { trophies: [defined(0), defined(1)], totalItemCount: 5 };
    const library = answering(
      first,
      { trophies: [defined(2), defined(3)], totalItemCount: 5 },
      {
        trophies: [],
        totalItemCount: 5,
      },
    );

    const { rows, missing } = await library.definitions(SET);
    expect([rows.map(({ trophyId }) => trophyId), missing]).toStrictEqual([[0, 1, 2, 3], 1]);
    expect(asked.map(({ searchParams }) => searchParams.get('offset'))).toEqual([null, '2', '4']);
  });

  test('are what came, where the rest is refused or comes again', async () => {
    const short = { trophies: [unearned(0)], totalItemCount: 3 };
    expect(await answering(short, short).earned(SET, NOW)).toMatchObject({ missing: 2 });
    expect(asked).toHaveLength(2);

    vi.stubGlobal('fetch', (url: string) =>
      url.includes('offset')
        ? Promise.reject(new FailureError({ cause: 'not-found' }))
        : Promise.resolve(Response.json(short)),
    );
    expect(await new SonyLibrary(ACCESS).earned(SET, NOW)).toMatchObject({
      rows: [{ trophyId: 0 }],
      missing: 2,
    });
  });

  test('are what came, where the rest is refused to a token that is taken for all else', async () => {
    const short = { trophies: [unearned(0)], totalItemCount: 3 };
    vi.stubGlobal('fetch', (url: string) =>
      url.includes('trophies?') && url.includes('offset')
        ? Promise.reject(new FailureError({ cause: 'access-refused', status: 401 }))
        : Promise.resolve(Response.json(short)),
    );

    expect(await new SonyLibrary(ACCESS).earned(SET, NOW)).toMatchObject({ missing: 2 });
  });

  test('are not stored in part where Sony wants a pause before the rest', async () => {
    const short = { trophies: [unearned(0)], totalItemCount: 3 };
    vi.stubGlobal('fetch', (url: string) =>
      url.includes('offset')
        ? Promise.reject(new FailureError({ cause: 'too-many-requests' }))
        : Promise.resolve(Response.json(short)),
    );

    expect(await failureIn(new SonyLibrary(ACCESS).earned(SET, NOW))).toMatchObject({
      cause: 'too-many-requests',
    });
  });

  test('of which Sony does not say whether they are earned count as missing', async () => {
    const trophies = [unearned(0), { trophyId: 1 }];
    expect(await answering({ trophies, totalItemCount: 2 }).earned(SET, NOW)).toMatchObject({
      rows: [{ earned: false }, { earned: null }],
      missing: 1,
    });
  });

  test('of which one cannot be read are all there', async () => {
    const trophies = [unearned(0), { trophyId: '1' }];
    expect(await answering({ trophies, totalItemCount: 2 }).earned(SET, NOW)).toMatchObject({
      missing: 0,
    });
  });

  test.each(['definitions', 'earned'] as const)('are never none (%s)', async (kind) => {
    expect(await failureIn(answering({ trophies: [] })[kind](SET, NOW))).toStrictEqual({
      cause: 'answer-not-understood',
      during: kind,
      fields: ['trophies'],
    });
  });

  test('that cannot be read, all of them, are told one by one', async () => {
    const { rows, unread } = await answering({ trophies: [{}, { trophyId: '1' }] }).earned(
      SET,
      NOW,
    );
    expect(rows).toStrictEqual([]);
    expect(unread.map(({ id }) => id)).toStrictEqual([null, '1']);
  });
});

test('groups are read by name', async () => {
  const trophyGroups = [{ trophyGroupId: 'default', trophyGroupName: 'Base' }];
  expect(await answering({ trophyGroups }).groups(SET)).toStrictEqual([
    { groupId: 'default', name: 'Base', iconUrl: null },
  ]);
  expect(asked[0]?.searchParams.get('npServiceName')).toBe('trophy');
});

/** The sets of a game, by their ids. */
const setsRow = (npTitleId: string, ...ids: unknown[]) => ({
  npTitleId,
  trophyTitles: ids.map((id) => (typeof id === 'string' ? { npCommunicationId: id } : id)),
});

describe('a list of which Sony does not say how many there are', () => {
  const ROWS = [
    { npCommunicationId: 'A', titleId: 'A' },
    { npCommunicationId: 'B', titleId: 'B' },
  ];

  test.each([undefined, null, '', 'many', -1, {}])(
    '(%j) has its rows all the same',
    async (said) => {
      const page = { totalItemCount: said, nextOffset: 2 };
      const titles = await answering({ trophyTitles: ROWS, ...page }).titles(0, 2, NOW);
      expect(titles).toMatchObject({ rows: [{}, {}], total: null, nextOffset: 2 });
      const played = await answering({ titles: ROWS, ...page }).playedGames(0, 2, NOW);
      expect(played).toMatchObject({ rows: [{}, {}], total: null, nextOffset: 2 });
    },
  );

  test('nor what follows may go on after a full page, and not after another', async () => {
    const nextOf = async (count: number, offset: number) =>
      (await answering({ trophyTitles: ROWS.slice(0, count) }).titles(offset, 2, NOW)).nextOffset;

    expect(await nextOf(2, 4)).toBe(6);
    expect(await nextOf(1, 4)).toBeNull();
    expect(await nextOf(0, 4)).toBeNull();
  });
});

describe('the sum of an account', () => {
  const SUM = {
    ...{ trophyLevel: 437, progress: 40, tier: 5 },
    earnedTrophies: { bronze: 6212, silver: 1450, gold: 525, platinum: 55 },
  };

  test.each(Object.keys(SUM))('costs what it lacks alone: %s', async (field) => {
    const known = await answering(SUM).summary();
    const { [field as keyof typeof SUM]: left, ...rest } = SUM;
    expect(left).toBeDefined();
    const read = await answering(rest).summary();

    const earned = { bronze: null, silver: null, gold: null, platinum: null };
    const lacking = field === 'earnedTrophies' ? { earned } : { [field]: null };
    expect(read).toStrictEqual({ ...known, ...lacking });
  });

  test('costs one grade alone', async () => {
    const earnedTrophies = { ...SUM.earnedTrophies, gold: 'many' };
    const { earned, trophyLevel } = await answering({ ...SUM, earnedTrophies }).summary();

    expect(earned).toStrictEqual({ bronze: 6212, silver: 1450, gold: null, platinum: 55 });
    expect(trophyLevel).toBe(437);
  });

  test('is none where nothing of it can be read: the one that was known stays', async () => {
    await expect(answering({ said: 'nothing' }).summary()).rejects.toThrow('not-understood');
  });
});

describe('a profile', () => {
  test('without a name has its picture', async () => {
    const avatars = [{ size: 'm', url: 'https://psn-rsc.prod.dl.playstation.net/a.png' }];
    const player = await answering({ avatars, isPlus: true }).player('1');

    expect(player).toMatchObject({ onlineId: null, isPlus: true });
    expect(player.avatarUrl).toBe(avatars[0]?.url);
  });

  test('without name and picture is none: the one that was known stays', async () => {
    await expect(answering({ isPlus: true }).player('1')).rejects.toThrow('not-understood');
  });
});

describe('the sets of played games', () => {
  test('that Sony names twice belong to a game once', async () => {
    const titles = [setsRow('CUSA1', 'A', 'A', 'B'), setsRow('CUSA1')];
    expect(await answering({ titles }).setsOf(['CUSA1'], 0)).toStrictEqual({
      sets: new Map([['CUSA1', ['A', 'B']]]),
      unsure: new Map(),
    });
  });

  test.each([null, {}, { npCommunicationId: 7 }, { npCommunicationId: '' }])(
    'are used where one cannot be read (%j), which is asked for again another time',
    async (odd) => {
      const titles = [setsRow('A', 'S', odd, 'T'), setsRow('B', 'U'), setsRow('C', odd)];
      const { sets, unsure } = await answering({ titles }).setsOf(['A', 'B', 'C'], 0);

      expect(sets.get('A')).toStrictEqual(['S', 'T']);
      expect([...unsure.keys()]).toStrictEqual(['A', 'C']);
      expect(unsure.get('A')).toMatchObject({ cause: 'answer-not-understood' });
    },
  );

  test.each<[string, object[]]>([
    ['a row', [{ npTitleId: 'B', trophyTitles: null }]],
    ['the list', [{ npTitleId: 'B' }]],
    ['the row', []],
    ['the id', [setsRow('X')]],
  ])('are not known where %s is odd or missing: there may be some', async (_, rows) => {
    const titles = [setsRow('A', 'S'), ...rows];
    const { sets, unsure } = await answering({ titles }).setsOf(['A', 'B'], 0);

    expect([...sets.keys()]).toStrictEqual(['A']);
    expect([...unsure.keys()]).toStrictEqual(['B']);
    await expect(answering({ titles: rows }).setsOf(['B'], 0)).rejects.toThrow('not-understood');
  });
});

test.each(['', -1, {}])('a next page that cannot be read (%j) is none', async (nextOffset) => {
  const rest = { nextOffset, totalItemCount: 1 };
  const titles = { trophyTitles: [{ npCommunicationId: 'A' }], ...rest };
  expect(await answering(titles).titles(0, 800, NOW)).toMatchObject({ nextOffset: null, total: 1 });
  const played = { titles: [{ titleId: 'A' }], ...rest };
  expect((await answering(played).playedGames(0, 200, NOW)).rows).toHaveLength(1);
  const trophies = { trophies: [unearned(0)], ...rest };
  expect((await answering(trophies).earned(SET, NOW)).rows).toHaveLength(1);
});

describe('an id that fails the whole call', () => {
  const GAMES = ['A', 'B', 'C', 'D', 'E'];

  /** Fails whatever has one of these ids in it; names the id where it is told to. */
  function failing(ids: readonly string[], status: number, isNamed = false): SonyLibrary {
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(new URL(url));
      const of = (new URL(url).searchParams.get('npTitleIds') ?? '').split(',');
      const bad = of.find((id) => ids.includes(id));
      if (bad !== undefined) {
        const message = isNamed ? `Resource not found (npTitleId='${bad}')` : 'Refused';
        return Promise.resolve(Response.json({ error: { message } }, { status }));
      }
      const titles = of.map((id) => setsRow(id, `of ${id}`));
      return Promise.resolve(Response.json({ titles }));
    });
    installTransport({
      budget: new Budget(
        aValue<number[]>([]),
        aValue(0),
        () => NOW,
        () => NOW,
      ),
      now: () => NOW,
      isOnline: () => true,
      learnDate: () => Promise.resolve(),
      ends: new EndOfRequests(),
    });
    return new SonyLibrary(ACCESS);
  }

  test('and that Sony names costs one more request, and has no sets', async () => {
    const { sets } = await failing(['C'], 404, true).setsOf(GAMES, 0);

    expect(asked).toHaveLength(2);
    expect([...sets.keys()].sort()).toStrictEqual(GAMES);
    expect(sets.get('C')).toStrictEqual([]);
  });

  test.each([400, 403, 404])(
    'with %i waits alone: the others are asked for at once',
    async (status) => {
      const { sets, unsure } = await failing(['A', 'B', 'E'], status).setsOf(GAMES, 0);

      expect(asked).toHaveLength(6);
      expect([...sets.keys()]).toStrictEqual(['C', 'D']);
      expect([...unsure.keys()]).toStrictEqual(['A', 'B', 'E']);
      expect(unsure.get('E')).toMatchObject({ status });
    },
  );

  test.each([500, 408])('with %i waits alone from the second try on', async (status) => {
    await expect(failing(['B'], status).setsOf(GAMES, 0)).rejects.toThrow('sony-down');
    expect(asked).toHaveLength(2);
    asked.length = 0;
    const { sets, unsure } = await failing(['B'], status).setsOf(GAMES, 1);

    expect(asked).toHaveLength(6);
    expect([...sets.keys()].sort()).toStrictEqual(['A', 'C', 'D', 'E']);
    expect(unsure.get('B')).toMatchObject({ cause: 'sony-down', status });
  });

  test('keeps no other waiting for ever, however many are like it', async () => {
    const bad = ['A', 'B', 'D', 'E'];
    const known = new Set<string>();
    for (let again = 1; again <= GAMES.length; again++) {
      const { sets } = await failing(bad, 500)
        .setsOf(GAMES, again)
        .catch(() => ({ sets: new Map<string, string[]>() }));
      for (const id of sets.keys()) known.add(id);
    }
    expect([...known]).toStrictEqual(['C']);
  });

  test('is not looked for while Sony answers nobody', async () => {
    await expect(failing(GAMES, 500).setsOf(GAMES, 1)).rejects.toThrow('sony-down');
    expect(asked).toHaveLength(3);
  });

  test('alone is not taken for one without sets', async () => {
    await expect(failing(['A'], 404).setsOf(['A'], 0)).rejects.toThrow('not-found');
    expect(asked).toHaveLength(1);
  });

  test('costs what was answered nothing when a pause comes between', async () => {
    const library = failing([], 404);
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (url: string) => {
      if (asked.length === 3) throw new FailureError({ cause: 'too-many-requests' });
      return asked.length === 0
        ? (asked.push(new URL(url)), Promise.reject(new FailureError({ cause: 'not-found' })))
        : fetch(url);
    });
    const { sets, unsure } = await library.setsOf(GAMES, 0);

    expect([...sets.keys()]).toStrictEqual(['A', 'B']);
    expect(unsure.size).toBe(0);
  });
});

describe('once it is ended', () => {
  test.each([
    ['between two tries', () => new FailureError({ cause: 'no-answer' }), 1],
    [
      'in the middle of games that are asked for one by one',
      () => new FailureError({ cause: 'not-found', status: 404 }),
      2,
    ],
  ])('%s nothing more is asked', async (_, failure, requests) => {
    const ending = new AbortController();
    vi.stubGlobal('fetch', (url: string) => {
      asked.push(new URL(url));
      if (asked.length === requests) ending.abort();
      return Promise.reject(failure());
    });
    const library = new SonyLibrary(ACCESS, ending.signal);

    await expect(library.setsOf(['A', 'B', 'C'], 0)).rejects.toThrow();

    expect(asked).toHaveLength(requests);
  });
});
