import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Secret } from '@/utils/domain/connection/secret';
import { failureOf, isSpell, type Failure } from '@/utils/domain/failure';
import { sumOfGrades } from '@/utils/domain/trophies/grades';
import { Budget, type RequestLog } from '@/utils/psn/budget';
import { SonyLibrary } from '@/utils/psn/library';
import { SignInGate } from '@/utils/psn/sign-in-gate';
import { claimsOf } from '@/utils/psn/token-claims';
import { SonyTokens } from '@/utils/psn/tokens';
import { EndOfRequests, installTransport } from '@/utils/psn/transport';
import type { SetName } from '@/utils/sync/ports';
import type { Endpoint } from '../../psn/endpoints.ts';
import { nodeFetch } from '../../psn/node-fetch.ts';
import type { FaultName, Simulator } from '../../psn/simulator.ts';
import { startSimulator } from '../../psn/simulator.ts';
import { TestClient } from '../../psn/test-client.ts';
import { FakeLedger, noSleep } from '../../support/gated-sony';
import { shortenWaits } from '../../support/shorten-waits';

let psn: Simulator;
let newLibrary: () => SonyLibrary;
let library: SonyLibrary;
let set: SetName;
let game: string;
let refreshToken: string;
let accountId: string;
/** Never spent: it is not what this is about. */
const unspent = { instants: [], halvedUntil: 0 };
const log: RequestLog = {
  read: () => Promise.resolve(unspent),
  change: (update) => Promise.resolve(void update(unspent)),
};
const budget = new Budget(log, Date.now, Date.now);
const ledger = new FakeLedger();
const gate = new SignInGate({ store: ledger, now: Date.now, deviceNow: Date.now, sleep: noSleep });
const tokens = new SonyTokens(() => Promise.resolve(), gate, Date.now);

beforeAll(async () => {
  shortenWaits();
  psn = await startSimulator({ account: 'casual' });
  psn.control.setRateLimit(null);
  const client = new TestClient(psn);
  const granted = await client.connect(psn.control.sessionCookie().value);
  refreshToken = String(granted['refresh_token']);
  accountId = claimsOf(client.accessToken).account_id ?? '';
  vi.stubGlobal('fetch', await nodeFetch(psn.port));
  installTransport({
    ...{ budget, now: Date.now, isOnline: () => true, ends: new EndOfRequests() },
    learnDate: () => Promise.resolve(),
    noteAsked: () => Promise.resolve(),
    isAllowed: () => Promise.resolve(true),
    noteUnasked: () => Promise.resolve(),
  });
  const token = () => Promise.resolve(new Secret(client.accessToken));
  newLibrary = () => new SonyLibrary({ token, tokenInsteadOf: token });
  library = newLibrary();
  const [title] = (await library.titles(0, 5, Date.now())).rows;
  const [played] = (await library.playedGames(0, 5, Date.now())).rows;
  if (title === undefined || played === undefined) throw new Error('nothing is there');
  set = title;
  game = played.npTitleId;
});

afterEach(() => psn.control.clearFaults());

afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await psn.close();
});

type Asks = [ours: string, Endpoint, () => Promise<unknown>];

const DATA: Asks[] = [
  ['titles', 'trophyTitles', () => library.titles(0, 50, Date.now())],
  ['summary', 'trophySummary', () => library.summary()],
  ['played-games', 'gamelist', () => library.playedGames(0, 25, Date.now())],
  ['matching', 'titlesByNpTitleId', () => library.setsOf([game], 0)],
  ['definitions', 'trophies', () => library.definitions(set)],
  ['earned', 'earned', () => library.earned(set, Date.now())],
  ['groups', 'groups', () => library.groups(set)],
  ['profile', 'profile', () => library.player(accountId)],
];

/** What each is said to be, of data and of a grant. */
const BROKEN: [FaultName, data: Partial<Failure>, grant: Partial<Failure>][] = [
  ['broken-gzip', { cause: 'no-answer', status: 200 }, { cause: 'no-answer', status: 200 }],
  ['cut-off', { cause: 'no-answer', status: 200 }, { cause: 'no-answer', status: 200 }],
  ['truncated', { cause: 'answer-not-understood' }, { cause: 'answer-not-understood' }],
  ['empty-200', { cause: 'answer-not-understood' }, { cause: 'answer-not-understood' }],
  ['html-200', { cause: 'answer-not-understood' }, { cause: 'sony-down', status: 200 }],
  ['302-elsewhere', { cause: 'answer-not-understood' }, { cause: 'sony-down' }],
  ['307-elsewhere', { cause: 'answer-not-understood' }, { cause: 'sony-down' }],
  ['login-required', { cause: 'answer-not-understood' }, { cause: 'sony-down' }],
];

describe.each(BROKEN)('an answer that is %s', (fault, ofData, ofGrant) => {
  test.each(DATA)('costs %s alone, for a while', async (during, endpoint, ask) => {
    psn.control.inject({ endpoint, fault, call: 'every' });
    const failure = await ask().then(() => null, failureOf);
    expect(failure).toMatchObject({ ...ofData, during });
    expect(failure && isSpell(failure)).toBe(true);
    for (const [, other, askOther] of DATA) if (other !== endpoint) await askOther();

    psn.control.clearFaults();
    await ask();
  });

  test('says what it is of a refresh, and leads nothing on', async () => {
    psn.control.inject({ endpoint: 'token', fault });
    const asked = psn.control.log.length;
    const failure = await tokens.refresh(new Secret(refreshToken)).catch(failureOf);
    expect(failure).toMatchObject({ ...ofGrant, during: 'refresh' });
    expect(psn.control.log).toHaveLength(asked + 1);
    await tokens.refresh(new Secret(refreshToken));
  });
});

test.each(['500', '400', 'cut-off'] as const)(
  'a set that fails with %s as a whole is asked for in parts, one request more',
  async (fault) => {
    const large = (await library.titles(0, 800, Date.now())).rows.find(
      ({ defined }) => (sumOfGrades(defined) ?? 0) > 50,
    );
    if (large === undefined) throw new Error('no set is large');
    for (const [endpoint, ask] of [
      ['trophies', () => newLibrary().definitions(large)],
      ['earned', () => newLibrary().earned(large, Date.now())],
    ] as const) {
      const whole = await ask();
      const matches = ({ query }: { query: URLSearchParams }) => !query.has('limit');
      psn.control.inject({ endpoint, fault, call: 'every', matches });
      const asked = psn.control.log.length;
      expect(await ask()).toStrictEqual(whole);
      expect(psn.control.log).toHaveLength(asked + 1 + Math.ceil(whole.rows.length / 50));
    }
  },
);

test('a server that says from when on it answers is asked once', async () => {
  for (const [, endpoint, ask] of DATA) {
    const asked = psn.control.log.length;
    psn.control.inject({ endpoint, fault: '503-later', seconds: 90, call: 'every' });
    const { cause, until = 0 } = await ask().then(() => ({ cause: null }) as never, failureOf);
    expect(cause).toBe('sony-down');
    expect(Math.abs(until - Date.now() - 90_000)).toBeLessThan(10_000);
    expect(psn.control.log).toHaveLength(asked + 1);
  }
});
