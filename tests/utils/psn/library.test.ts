import { afterEach, describe, expect, test, vi } from 'vitest';
import { FailureError, failureOf, type Failure } from '@/utils/domain/failure';
import { SonyLibrary } from '@/utils/psn/library';
import { ACCESS, answering, asked, forgetAnswers } from '../../support/answering-sony';

afterEach(forgetAnswers);

const SET = { npCommunicationId: 'NPWR00001_00', npServiceName: 'trophy' };
const NOW = Date.UTC(2026, 10, 22);

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
      { trophies: [unearned(1), { trophyId: 'two' }] },
    );

    expect(await library.earned(SET, NOW)).toMatchObject({
      rows: [{ trophyId: 0 }, { trophyId: 1 }],
      unread: [{ id: 'two', fields: ['trophyId'] }],
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

  test('on pages without end are left for another day', async () => {
    const endless = Array.from({ length: 40 }, (_, n) => ({
      ...{ trophies: [unearned(n)], nextOffset: n + 1 },
    }));
    expect((await answering(...endless).earned(SET, NOW)).missing).toBe(1);
    expect(asked).toHaveLength(20);
  });

  test('on a page that would leave some out are asked for from where it ended', async () => {
    const library = answering(
      { trophies: [defined(0)], nextOffset: 2, totalItemCount: 3 },
      { trophies: [defined(1), defined(2)], totalItemCount: 3 },
    );
    expect((await library.definitions(SET)).rows).toHaveLength(3);
    expect(asked.at(-1)?.searchParams.get('offset')).toBe('1');
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
    const trophies = [unearned(0), { trophyId: 'one' }];
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
    const { rows, unread } = await answering({ trophies: [{}, { trophyId: 'one' }] }).earned(
      SET,
      NOW,
    );
    expect(rows).toStrictEqual([]);
    expect(unread.map(({ id }) => id)).toStrictEqual([null, 'one']);
  });
});

test('groups are read by name', async () => {
  const trophyGroups = [{ trophyGroupId: 'default', trophyGroupName: 'Base' }];
  expect(await answering({ trophyGroups }).groups(SET)).toStrictEqual([
    { groupId: 'default', name: 'Base', iconUrl: null },
  ]);
  expect(asked[0]?.searchParams.get('npServiceName')).toBe('trophy');
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
    earnedTrophies: { bronze: 106_212, silver: 1450, gold: 525, platinum: 55 },
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

    expect(earned).toStrictEqual({ bronze: 106_212, silver: 1450, gold: null, platinum: 55 });
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

test.each(['', -1, {}, 0, '0', 801, 5_000])(
  'a next page that leads nowhere (%j) is none',
  async (nextOffset) => {
    const rest = { nextOffset, totalItemCount: 1 };
    const titles = { trophyTitles: [{ npCommunicationId: 'A' }], ...rest };
    expect(await answering(titles).titles(0, 800, NOW)).toMatchObject({
      nextOffset: null,
      total: 1,
    });
    const played = { titles: [{ titleId: 'A' }], ...rest };
    expect((await answering(played).playedGames(0, 200, NOW)).rows).toHaveLength(1);
    const trophies = { trophies: [unearned(0)], ...rest };
    expect((await answering(trophies).earned(SET, NOW)).rows).toHaveLength(1);
  },
);

test.each([0, 800, 2_401])(
  'a page that does not lead on (from 800 to %i) is the last',
  async (to) => {
    const page = { nextOffset: to, totalItemCount: 900 };
    const titles = { trophyTitles: [{ npCommunicationId: 'A' }], ...page };
    expect((await answering(titles).titles(800, 800, NOW)).nextOffset).toBeNull();
    const played = { titles: [{ titleId: 'A' }], ...page };
    expect((await answering(played).playedGames(800, 200, NOW)).nextOffset).toBeNull();
  },
);

test('a page with fewer rows than were asked for may lead on by as many as were', async () => {
  const page = { trophyTitles: [{ npCommunicationId: 'A' }], nextOffset: 1_600 };
  expect((await answering(page).titles(800, 800, NOW)).nextOffset).toBe(1_600);
});

test.each([[], [{}], [null]])(
  'groups of which none can be read (%j) are not the set’s',
  async (...trophyGroups) => {
    expect(await failureIn(answering({ trophyGroups }).groups(SET))).toMatchObject({
      cause: 'answer-not-understood',
      fields: ['trophyGroups'],
    });
  },
);
