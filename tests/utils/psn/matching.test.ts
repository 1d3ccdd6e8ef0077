import { afterEach, describe, expect, test, vi } from 'vitest';
import { FailureError } from '@/utils/domain/failure';
import { Budget } from '@/utils/psn/budget';
import { SonyLibrary } from '@/utils/psn/library';
import { EndOfRequests, installTransport } from '@/utils/psn/transport';
import { aRequestLog } from '../../support/a-request-log';
import { ACCESS, answering, asked, forgetAnswers } from '../../support/answering-sony';

afterEach(forgetAnswers);

const NOW = Date.UTC(2026, 10, 22);

/** The sets of a game, by their ids. */
const setsRow = (npTitleId: string, ...ids: unknown[]) => ({
  npTitleId,
  trophyTitles: ids.map((id) => (typeof id === 'string' ? { npCommunicationId: id } : id)),
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
        aRequestLog(),
        () => NOW,
        () => NOW,
      ),
      now: () => NOW,
      isOnline: () => true,
      learnDate: () => Promise.resolve(),
      noteAsked: () => Promise.resolve(),
      isAllowed: () => Promise.resolve(true),
      noteUnasked: () => Promise.resolve(),
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
