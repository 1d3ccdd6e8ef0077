import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failureOf } from '@/utils/domain/failure';
import { BUDGET } from '@/utils/domain/sync/budget';
import { Budget, type RequestLog } from '@/utils/psn/budget';
import { EndOfRequests, installTransport } from '@/utils/psn/transport';
import { aRequestLog } from '../../support/a-request-log';

const TITLES = 'https://m.np.playstation.com/api/trophy/v1/users/me/trophyTitles';
const SUMMARY = 'https://m.np.playstation.com/api/trophy/v1/users/me/trophySummary';

let budget: Budget;
let answers: (() => Promise<Response>)[];
let now: number;
let ends: EndOfRequests;
let isOnline: boolean;
let isAllowed: boolean;
const noted: string[] = [];
let log: RequestLog;
let learned: number;
/** What happens when a request is counted. */
let onNoted: () => void;

const says =
  (status: number, body = '{}', headers = {}) =>
  () =>
    Promise.resolve(new Response(body, { status, headers }));
const drops = () => Promise.reject(new TypeError('Failed to fetch'));
const dropsLater = () =>
  new Promise<Response>((_, reject) => setTimeout(() => reject(new TypeError('dropped')), 40));

beforeEach(() => {
  now = 1e12;
  ends = new EndOfRequests();
  answers = [];
  noted.length = 0;
  [learned, onNoted] = [0, () => undefined];
  isOnline = isAllowed = true;
  log = aRequestLog();
  budget = new Budget(
    log,
    () => now,
    () => now,
  );
  vi.stubGlobal('fetch', () => (answers.shift() ?? says(200))());
  installTransport({
    budget,
    now: () => now,
    isOnline: () => isOnline,
    learnDate: () => Promise.resolve(void learned++),
    noteAsked: (kind) => {
      onNoted();
      return Promise.resolve(void noted.push(kind));
    },
    isAllowed: () => Promise.resolve(isAllowed),
    noteUnasked: (kind) => Promise.resolve(void noted.splice(noted.lastIndexOf(kind), 1)),
    ends,
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function causeOf(url: string): Promise<string | null> {
  return fetch(url).then(
    () => null,
    (thrown: unknown) => failureOf(thrown).cause,
  );
}

async function spent(): Promise<number> {
  return BUDGET.requests - (await budget.left()).requests;
}

test('what was dropped was repeated by the browser, and leaves that much less to ask', async () => {
  answers = [drops];

  expect(await causeOf(TITLES)).toBe('no-answer');
  expect(await spent()).toBe(4);
});

test('what was ended is written down nowhere', async () => {
  answers = [
    () => {
      ends.now();
      return drops();
    },
  ];

  expect(await causeOf(TITLES)).toBe('no-answer');
  expect(await spent()).toBe(1);
});

test('what is ended while it is counted in the budget does not go out', async () => {
  const asked = vi.fn(says(200));
  answers = [asked];
  vi.spyOn(log, 'change').mockImplementationOnce(() => {
    ends.now();
    return Promise.resolve();
  });

  expect(await causeOf(TITLES)).toBe('no-answer');
  expect(asked).not.toHaveBeenCalled();
  expect(noted).toStrictEqual([]);
  expect(learned).toBe(0);
});

test('and neither does what is ended while it is counted', async () => {
  const asked = vi.fn(says(200));
  answers = [asked];
  onNoted = () => ends.now();

  expect(await causeOf(TITLES)).toBe('no-answer');
  expect(asked).not.toHaveBeenCalled();
  expect(learned).toBe(0);
});

describe('after a server error', () => {
  beforeEach(async () => {
    answers = [says(503)];
    expect(await causeOf(TITLES)).toBe('sony-down');
  });

  test('a request that the browser holds back is no silence of Sony’s, and was never made', async () => {
    answers = [drops];

    expect(await causeOf(`${TITLES}?offset=800`)).toBe('sony-down');
    expect(await spent()).toBe(1);
    expect(budget.made).toBe(1);
    expect(noted).toStrictEqual(['games']);
  });

  test.each([
    ['at another address', SUMMARY, drops, 0],
    ['after some time on its way', TITLES, dropsLater, 0],
    ['long after it', TITLES, drops, 16 * 60_000],
  ])('one that fails %s is', async (_, url, answer, later) => {
    now += later;
    answers = [answer];

    expect(await causeOf(url)).toBe('no-answer');
  });

  test('one that fails once Sony was well again is', async () => {
    answers = [says(200), drops];

    expect(await causeOf(TITLES)).toBeNull();
    expect(await causeOf(TITLES)).toBe('no-answer');
  });
});

test('a limit that was spent by somebody else is halved', async () => {
  answers = [says(200), says(429)];

  await causeOf(TITLES);
  now += BUDGET.milliseconds;
  expect(await causeOf(TITLES)).toBe('too-many-requests');
  expect((await budget.left()).aWindow).toBe(BUDGET.requests / 2);
});

test('no answer is followed to where it leads, with whatever was sent', async () => {
  const modes: unknown[] = [];
  vi.stubGlobal('fetch', (_: unknown, init?: RequestInit) => {
    modes.push(init?.redirect);
    return says(302, '', { Location: 'https://elsewhere.example/' })();
  });
  installTransport({
    ...{ budget, now: () => now, isOnline: () => true, ends },
    learnDate: () => Promise.resolve(),
    noteAsked: () => Promise.resolve(),
    isAllowed: () => Promise.resolve(true),
    noteUnasked: () => Promise.resolve(),
  });
  const TOKEN = 'https://ca.account.sony.com/api/authz/v3/oauth/token';
  const refresh = { method: 'POST', body: 'grant_type=refresh_token&refresh_token=secret' };

  expect(await causeOf(TITLES)).toBe('answer-not-understood');
  const refused = await fetch(TOKEN, refresh).catch(failureOf);
  expect(refused).toMatchObject({ cause: 'sony-down', during: 'refresh', status: 302 });
  // Whoever waits for where it leads says so.
  await fetch(SUMMARY, { redirect: 'error' }).catch(failureOf);
  expect(modes).toStrictEqual(['manual', 'manual', 'error']);
});

test('each request is counted by its kind, and one that is not made is not', async () => {
  await fetch(TITLES);
  await fetch(SUMMARY);
  await fetch('https://ca.account.sony.com/api/v1/ssocookie');
  await fetch('https://example.com/');
  expect(noted).toStrictEqual(['games', 'profile', 'sign-in']);

  await budget.charge(BUDGET.requests);
  expect(await causeOf(TITLES)).toBe('own-pause');
  expect(noted).toHaveLength(3);
});

test('what a device that is offline never sent is counted nowhere', async () => {
  await fetch(TITLES);
  isOnline = false;
  answers = [drops, drops, drops];
  for (const url of [TITLES, SUMMARY, 'https://ca.account.sony.com/api/v1/ssocookie'])
    expect(await causeOf(url)).toBe('offline');

  expect(noted).toStrictEqual(['games']);
  expect([budget.made, await spent()]).toStrictEqual([1, 1]);
});

test('no request goes to Sony about an account while the player withholds access', async () => {
  isAllowed = false;
  const asked = vi.fn(says(200));
  answers = [asked];

  expect(await causeOf('https://ca.account.sony.com/api/v1/ssocookie')).toBe('permission-missing');
  expect(asked).not.toHaveBeenCalled();
  expect(noted).toStrictEqual([]);
});
