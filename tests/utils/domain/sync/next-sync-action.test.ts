import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Failure } from '@/utils/domain/failure';
import {
  nextSyncAction,
  SYNC_REQUEST_KINDS,
  type Pause,
  type StoredRequest,
  type SyncAction,
  type SyncFacts,
  type SyncRequestKind,
  type SyncStanding,
} from '@/utils/domain/sync/next-sync-action';

const NOW = 1_000 * 86_400_000;
const LATER = NOW + 500_000;
/** Due since a minute. */
const DUE = { hour: 0, offset: -60_000 };

const RESTING: SyncFacts = {
  cursor: null,
  requests: [],
  opened: [],
  lastSyncedAt: NOW - 3_600_000,
  syncTime: null,
  now: NOW,
  isOnline: true,
  hasAccess: true,
  connectionWorks: true,
};

function requests(...kinds: SyncRequestKind[]): StoredRequest[] {
  return kinds.map((kind, index) => ({
    ...{ number: index + 1, kind, tries: 0, pause: null },
    npCommunicationId: kind === 'game' ? 'A' : null,
  }));
}

const opened = (isTaken: boolean) => [{ number: 1, npCommunicationId: 'A', isTaken }];

function waiting(failure: Failure, isOfConnection = false): Pause {
  return { failure, resumesAt: LATER, isOfConnection };
}

const OWN = waiting({ cause: 'own-pause', until: LATER });
const SONYS = waiting({ cause: 'too-many-requests', until: LATER });
const EDGE = waiting({ cause: 'edge-block' });
const DOWN = waiting({ cause: 'sony-down' });
const DOWN_UNTIL = waiting({ cause: 'sony-down', until: LATER });
const OFFLINE = waiting({ cause: 'offline' });
const LOST = waiting({ cause: 'token-refused' }, true);
const gaps = requests('gaps').map((request) => ({ ...request, pause: DOWN }));
const gamePostponed = requests('game').map((game) => ({ ...game, pause: DOWN }));

function at(phase: string, said: Partial<SyncStanding> = {}): SyncStanding {
  const standing = { startedAt: NOW - 1_000, trigger: 'daily' as const, phase, pause: null };
  return { ...standing, byPlayer: false, isRest: false, ...said };
}

const RUNNING = at('planned');
const STOPPED = at('planned', { byPlayer: true });
const IN_REST = at('planned', { byPlayer: true, isRest: true });
const OLD = NOW - 2 * 86_400_000;
const BEGIN: SyncAction = { kind: 'begin', trigger: 'by-hand' };
const DAILY: SyncAction = { kind: 'begin', trigger: 'daily' };
const REST: SyncAction = { kind: 'rest', until: null };
const WAIT: SyncAction = { kind: 'wait', until: LATER };
const RESUME: SyncAction = { kind: 'resume' };
type Row = [string, Partial<SyncFacts>, SyncAction];

function check(_: string, facts: Partial<SyncFacts>, action: SyncAction): void {
  expect(nextSyncAction({ ...RESTING, ...facts })).toStrictEqual(action);
}

describe('where no sync is under way', () => {
  test.each<Row>([
    ['nothing is left', {}, REST],
    ['the first is begun', { lastSyncedAt: null }, BEGIN],
    ['the player’s is begun', { requests: requests('sync') }, BEGIN],
    ['the daily one is begun', { syncTime: DUE }, DAILY],
    ['the daily one is not due twice', { syncTime: DUE, lastSyncedAt: NOW }, REST],
    ['picks are', { requests: requests('picks') }, { kind: 'begin-planned', trigger: 'picks' }],
    ['an opened game is', { opened: opened(false) }, { kind: 'begin-planned', trigger: null }],
    ['one that was seen to is not', { opened: opened(true) }, REST],
    ['a game by name comes first', { requests: requests('game') }, { kind: 'queue-games' }],
    ['a stop is only taken back', { requests: requests('stop') }, { kind: 'stop' }],
    ['what was not had is tried again', { requests: gaps }, { kind: 'rest', until: LATER }],
    ['at its time', { requests: gaps, now: LATER }, { kind: 'begin-again', request: gaps[0]! }],
    ['after whatever else', { requests: gaps, now: LATER, syncTime: DUE }, DAILY],
    [
      'nothing is asked of Sony without access',
      { hasAccess: false, requests: requests('sync') },
      { kind: 'await-access' },
    ],
  ])('%s', check);
});

describe('while one runs', () => {
  test.each<Row>([
    ['it goes on', { cursor: RUNNING }, { kind: 'go-on' }],
    [
      'a stop comes first',
      { cursor: RUNNING, requests: requests('sync', 'stop') },
      { kind: 'stop' },
    ],
    [
      'at the titles a sync is that one',
      { cursor: at('titles'), requests: requests('sync') },
      RESUME,
    ],
    [
      'the daily one does too',
      { cursor: at('planned', { startedAt: OLD }), lastSyncedAt: OLD, syncTime: DUE },
      DAILY,
    ],
    [
      'but not at the titles',
      { cursor: at('titles', { startedAt: OLD }), lastSyncedAt: OLD, syncTime: DUE },
      { kind: 'go-on' },
    ],
    ['picks join it', { cursor: RUNNING, requests: requests('picks') }, RESUME],
    ['an opened game joins it', { cursor: RUNNING, opened: opened(false) }, RESUME],
    ['once', { cursor: RUNNING, opened: opened(true) }, { kind: 'go-on' }],
    [
      'a game by name joins it',
      { cursor: RUNNING, requests: requests('game') },
      { kind: 'queue-games' },
    ],
  ])('%s', check);
});

describe('while one waits', () => {
  const paused = (pause: Pause, phase = 'planned') => at(phase, { pause });
  test.each<Row>([
    ['so does everything', { cursor: paused(DOWN) }, WAIT],
    ['it goes on when the wait is over', { cursor: paused(DOWN), now: LATER }, RESUME],
    ['it goes on as soon as the device is online', { cursor: paused(OFFLINE) }, RESUME],
    ['and not before', { cursor: paused(OFFLINE), isOnline: false }, WAIT],
    [
      'for our budget an opened game goes before',
      { cursor: paused(OWN), opened: opened(false) },
      RESUME,
    ],
    ['once', { cursor: paused(OWN), opened: opened(true) }, WAIT],
    ['for Sony it does not', { cursor: paused(DOWN), opened: opened(false) }, WAIT],
    ['for Sony’s edge neither', { cursor: paused(EDGE), opened: opened(false) }, WAIT],
    ['nor do picks', { cursor: paused(EDGE), requests: requests('picks') }, WAIT],
    [
      'nor the day’s sync',
      { cursor: at('planned', { pause: EDGE, startedAt: OLD }), lastSyncedAt: OLD, syncTime: DUE },
      WAIT,
    ],
    [
      'only who clicks may have left the blocked address',
      { cursor: paused(EDGE), requests: requests('sync') },
      BEGIN,
    ],
    [
      'without access nothing is waited for but that',
      { cursor: paused(DOWN), hasAccess: false },
      { kind: 'await-access' },
    ],
    [
      'the player’s click is above our waits',
      { cursor: paused(DOWN), requests: requests('sync') },
      BEGIN,
    ],
    ['at the titles too', { cursor: paused(DOWN, 'titles'), requests: requests('sync') }, RESUME],
    [
      'not above a pause that Sony named',
      { cursor: paused(SONYS), requests: requests('sync', 'picks') },
      WAIT,
    ],
    [
      'nor above what a server with trouble named',
      { cursor: paused(DOWN_UNTIL), requests: requests('sync') },
      WAIT,
    ],
    [
      'but when that is over',
      { cursor: paused(SONYS), requests: requests('sync'), now: LATER },
      BEGIN,
    ],
    [
      'nor is the day’s',
      { cursor: at('planned', { pause: SONYS, startedAt: OLD }), lastSyncedAt: OLD, syncTime: DUE },
      WAIT,
    ],
  ])('%s', check);
});

describe('once the player has stopped it', () => {
  const stopped = (pause: Pause | null) => at('planned', { byPlayer: true, pause });
  const [game] = requests('game');
  test.each<Row>([
    ['it stays so', { cursor: STOPPED }, REST],
    ['whatever is opened', { cursor: STOPPED, opened: opened(false) }, REST],
    ['also where it had waited', { cursor: stopped(OWN), opened: opened(false), now: LATER }, REST],
    ['also offline', { cursor: stopped(OFFLINE), opened: opened(false), isOnline: false }, REST],
    [
      'also where the day’s sync came before it',
      { cursor: STOPPED, lastSyncedAt: OLD, syncTime: DUE },
      REST,
    ],
    ['until the player syncs', { cursor: STOPPED, requests: requests('sync') }, RESUME],
    ['all anew where that was the rest', { cursor: IN_REST, requests: requests('sync') }, BEGIN],
    ['or picks', { cursor: STOPPED, requests: requests('picks') }, RESUME],
    [
      'or the day’s begins',
      {
        cursor: at('planned', { byPlayer: true, startedAt: OLD }),
        lastSyncedAt: OLD,
        syncTime: DUE,
      },
      DAILY,
    ],
    [
      'or, at the titles, goes on',
      {
        cursor: at('titles', { byPlayer: true, startedAt: OLD }),
        lastSyncedAt: OLD,
        syncTime: DUE,
      },
      RESUME,
    ],
    [
      'one game can be fetched',
      { cursor: STOPPED, requests: requests('game') },
      { kind: 'fetch-game', request: game! },
    ],
    ['which waits as it has to', { cursor: STOPPED, requests: gamePostponed }, WAIT],
    [
      'and is tried again then',
      { cursor: STOPPED, requests: gamePostponed, now: LATER },
      { kind: 'fetch-game', request: gamePostponed[0]! },
    ],
    [
      'not within a pause that Sony named',
      { cursor: stopped(SONYS), requests: requests('game') },
      WAIT,
    ],
    [
      'nor within a block of Sony’s edge',
      { cursor: stopped(EDGE), requests: requests('game') },
      WAIT,
    ],
    [
      'a sync waits out what Sony named',
      { cursor: stopped(SONYS), requests: requests('sync') },
      { kind: 'release' },
    ],
  ])('%s', check);
});

const pauses = fc.option(fc.constantFrom(OWN, SONYS, EDGE, DOWN, DOWN_UNTIL, OFFLINE, LOST), {
  nil: null,
});
const anyFacts: fc.Arbitrary<SyncFacts> = fc.record({
  cursor: fc.option(
    fc.record({
      startedAt: fc.constantFrom(OLD, NOW),
      trigger: fc.constantFrom(null, 'by-hand' as const, 'daily' as const, 'picks' as const),
      phase: fc.constantFrom('titles', 'summary', 'played-games', 'planned'),
      pause: pauses,
      byPlayer: fc.boolean(),
      isRest: fc.boolean(),
    }),
    { nil: null },
  ),
  requests: fc.subarray([...SYNC_REQUEST_KINDS]).map((kinds) => requests(...kinds)),
  opened: fc.option(fc.boolean().map(opened), { nil: undefined }).map((rows) => rows ?? []),
  lastSyncedAt: fc.constantFrom(null, OLD, NOW),
  syncTime: fc.constantFrom(null, DUE),
  now: fc.constantFrom(NOW, LATER),
  isOnline: fc.boolean(),
  hasAccess: fc.constant(true),
  connectionWorks: fc.boolean(),
});

test('a stopped sync makes no request but what the player or the day asks for', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { cursor } = facts;
      fc.pre(cursor?.byPlayer === true && facts.requests.length === 0);
      fc.pre(facts.syncTime === null);
      expect(nextSyncAction(facts)).toStrictEqual(REST);
    }),
  );
});

test('what is waited for lies ahead, and something always wakes it', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const action = nextSyncAction(facts);
      if (action.kind === 'wait') expect(action.until).toBeGreaterThan(facts.now);
      const asked = facts.requests.some(({ kind }) => kind !== 'stop' && kind !== 'gaps');
      if (action.kind === 'rest') expect(asked).toBe(false);
    }),
  );
});
