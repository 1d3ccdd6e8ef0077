import { expect, onTestFinished, test, vi } from 'vitest';
import { answered, callOf, mostAtOnce, stretches } from './same-requests.ts';

test('requests that overlap are counted, those that follow each other are not', () => {
  expect(mostAtOnce([0, 90, 180, 270], 80)).toBe(1);
  expect(mostAtOnce([0, 5, 10, 90, 95], 80)).toBe(3);
  expect(mostAtOnce([0, 80], 80)).toBe(1);
  expect(mostAtOnce([], 80)).toBe(1);
});

test('a run falls into stretches of as many requests each; what is left over does not count', () => {
  expect(stretches([0, 10, 20, 50, 80, 81], 2)).toStrictEqual([20, 60]);
});

test('calls are made so many at a time', async () => {
  let now = 0;
  let most = 0;
  const given = { accessToken: 'a token' };
  const call = async (authorization: object): Promise<void> => {
    expect(authorization).toBe(given);
    most = Math.max(most, (now += 1));
    await Promise.resolve();
    now -= 1;
  };
  const times = await answered(
    Array.from({ length: 9 }, () => call),
    given,
    3,
  );
  expect([times.length, most]).toStrictEqual([9, 3]);
});

const SET = '/npCommunicationIds/NPWR1_00/trophyGroups';
const OF_SET = { npServiceName: 'trophy2' };
const OF_PAGE = { limit: '200', offset: '400' };

test.each([
  ['trophyTitles', '/api/trophy/v1/users/me/trophyTitles', OF_PAGE],
  ['trophySummary', '/api/trophy/v1/users/me/trophySummary', {}],
  ['gamelist', '/api/gamelist/v2/users/me/titles', OF_PAGE],
  ['titlesByNpTitleId', '/api/trophy/v1/users/me/titles/trophyTitles', { npTitleIds: 'A,B' }],
  ['trophies', `/api/trophy/v1${SET}/all/trophies`, OF_SET],
  ['groups', `/api/trophy/v1${SET}`, OF_SET],
  ['earned', `/api/trophy/v1/users/me${SET}/all/trophies`, OF_SET],
  ['profile', '/api/userProfile/v1/internal/users/12/profiles', {}],
])('%s of the log is asked for again as it was', async (endpoint, path, query) => {
  const asked: URL[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(new URL(url));
    return Promise.resolve(Response.json({}));
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  await callOf({ endpoint, path, query } as never)?.({ accessToken: '' });
  expect(asked.map(({ pathname }) => pathname)).toStrictEqual([path]);
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toMatchObject(query);
});

test('what does not ask for data is not asked for again', () => {
  expect(callOf({ endpoint: 'images', path: '/', query: {} } as never)).toBeNull();
});
