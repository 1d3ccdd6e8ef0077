import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { NextListing } from '@/components/next/next-listing.svelte';
import type { Source } from '@/utils/database/queries';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { trophyKey, type NotThis } from '@/utils/domain/numbers/not-this';
import { NO_PROGRESS, type SyncStatus } from '@/utils/domain/sync/sync-status';
import { noTrophies } from '@/utils/domain/trophies/grades';
import type { Trophy } from '@/utils/domain/trophies/trophy-set';
import { packedOpen } from '@/utils/domain/trophies/open-trophies';
import { accountLibrary } from '../../support/account-library.ts';
import { allFetched } from '../../support/library-titles.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const { titles, sets } = accountLibrary('casual', NOW);
const SETS = new Map(sets.map((set) => [set.npCommunicationId, set]));
/** Games of which something may be suggested. */
const BEGUN = titles
  .filter(({ progress }) => progress !== null && progress > 0 && progress < 100)
  .slice(0, 3)
  .map((title) => ({
    ...allFetched({ ...title, choice: 'picked' as const }, NOW),
    ...{ hidden: false, absence: null, open: packedOpen(SETS.get(title.npCommunicationId)!) },
  }));

const RUNNING = { ...NO_PROGRESS, state: 'running' } satisfies SyncStatus;
/** Our own limit. */
const PAUSED = {
  ...{ ...NO_PROGRESS, resumesAt: NOW + 60_000 },
  ...{ state: 'paused' as const, failure: { cause: 'own-pause' as const } },
} satisfies SyncStatus;

function saying<Value>(value: Value): Source<Value> {
  return {
    subscribe({ next }) {
      next(value);
      return { unsubscribe: () => undefined };
    },
  };
}

interface Asked {
  query?: string;
  notThis?: readonly NotThis[];
  /** By their keys. */
  unobtainable?: readonly string[];
}

function openListing(
  first: readonly LibraryTitle[],
  { query = '', notThis = [], unobtainable = [] }: Asked = {},
) {
  let current = $state.raw(first);
  let sync = $state.raw<SyncStatus>({ state: 'idle' });
  const marks = {
    ...{ notThis, pinned: new Set(), lostHundred: new Set() },
    unobtainable: new Set(unobtainable),
  };
  const queries = { nextMarks: () => saying(marks), trophySets: () => saying([]) } as never;
  let listing: NextListing | undefined;
  const close = $effect.root(() => {
    listing = new NextListing(queries, {
      ...{ titles: () => current, query: () => query, today: () => 20_783, now: () => NOW },
      zone: () => [{ from: -Infinity, offset: 0 }],
      sync: () => sync,
    });
  });
  const draw = (): void => {
    flushSync();
    void [listing!.candidates, listing!.notFetched];
  };
  draw();
  const games = (): number =>
    new Set(listing!.candidates.map(({ game }) => game.npCommunicationId)).size;
  return {
    ...{ close, games },
    left: () => listing!.leftOutStill.map(({ trophyId }) => trophyId),
    why: () => listing!.whyNothing,
    waiting: () => listing!.notFetched.map(({ choice }) => choice),
    read: (titles: readonly LibraryTitle[]) => {
      current = titles;
      draw();
    },
    tell: (said: SyncStatus) => {
      sync = said;
      draw();
    },
  };
}

test('during a sync the list stays, and has what came with its end', () => {
  expect(BEGUN).toHaveLength(3);
  const listing = openListing(BEGUN.slice(0, 1));
  expect(listing.games()).toBe(1);
  listing.tell(RUNNING);
  listing.read(BEGUN.slice(0, 2));
  expect(listing.games()).toBe(1);

  // Its end is told before the last rows are read.
  listing.tell({ state: 'idle' });
  listing.read(BEGUN);
  expect(listing.games()).toBe(3);
  listing.close();
});

test('a game that is left out whole is not suggested in another edition instead', () => {
  const [first, other] = BEGUN.slice(0, 2).map((title) => ({ ...title, name: 'Lantern Keepers' }));
  const both = [first!, other!];
  const { npCommunicationId } = first!;
  const notThis = (trophyId: number | null) => [{ npCommunicationId, trophyId, until: null }];
  for (const [left, games] of [
    [[], 1],
    [notThis(null), 0],
    [notThis(99), 1],
  ] as const) {
    const listing = openListing(both, { notThis: left });
    expect(listing.games()).toBe(games);
    if (games === 0) expect(listing.why()).toBe('left-out');
    listing.close();
  }
});

test('a game that is left out whole, and done in one edition, can be had back for the other', () => {
  const [first, other] = BEGUN.slice(0, 2).map((title) => ({ ...title, name: 'Lantern Keepers' }));
  const { npCommunicationId, defined } = first!;
  const done = allFetched({ ...first!, earned: defined, progress: 100, open: '' }, NOW);
  const listing = openListing([done, other!], {
    notThis: [{ npCommunicationId, trophyId: null, until: null }],
  });
  expect([listing.games(), listing.left()]).toEqual([0, [null]]);
  listing.close();
});

test.each([
  ['goes on with its rest', { ...RUNNING, isRest: true }],
  ['waits for our own limit', PAUSED],
  ['waits for it with its rest', { ...PAUSED, isRest: true }],
] as [string, SyncStatus][])('while a sync %s the list stays too', (_, sync) => {
  const rest = BEGUN.map((title) => ({ ...title, choice: 'unpicked' as const }));
  const listing = openListing(rest.slice(0, 1));
  listing.tell(sync);
  listing.read(rest.slice(0, 1).map((title) => ({ ...title, hidden: true })));
  expect(listing.games()).toBe(1);
  listing.tell({ state: 'idle' });
  expect(listing.games()).toBe(0);
  listing.close();
});

test('what the player has picked comes, whatever of the rest is still to come', () => {
  const [first, second, third] = BEGUN;
  const other = { ...third!, choice: 'unpicked' as const };
  const { fetched } = other;
  const waiting = (title: LibraryTitle) => ({ ...title, fetched: { ...fetched, earned: 'older' } });
  const listing = openListing([first!, second!, waiting(other)]);
  listing.tell({ ...RUNNING, isRest: true });
  listing.read([first!, waiting(second!), other]);
  expect(listing.games()).toBe(1);
  listing.read([first!, second!, other]);
  expect(listing.games()).toBe(2);
  listing.tell({ state: 'idle' });
  expect(listing.games()).toBe(3);
  listing.close();
});

test('the rest is not waited for, however much of it is to come', () => {
  const [first, ...others] = BEGUN;
  const rest = others.map((title) => ({ ...title, choice: 'unpicked' as const }));
  const missing = rest.map((title) => ({
    ...title,
    fetched: { ...title.fetched, earned: 'older' },
  }));
  const listing = openListing([first!, ...missing]);
  listing.tell({ ...RUNNING, isRest: true });
  listing.read([first!, ...rest]);
  expect(listing.games()).toBe(1);
  listing.tell({ state: 'idle' });
  expect(listing.games()).toBe(3);
  listing.close();
});

test('while most is still to come it follows what comes', () => {
  const { fetched } = BEGUN[1]!;
  const [first, ...others] = BEGUN;
  const missing = others.map((title) => ({ ...title, fetched: { ...fetched, earned: 'older' } }));
  const listing = openListing([first!, ...missing]);
  listing.tell(RUNNING);
  expect(listing.games()).toBe(1);
  listing.read(BEGUN);
  expect(listing.games()).toBe(3);
  listing.close();
});

test('what becomes of games that are not fetched is told during a sync too', () => {
  const left = BEGUN.map((title, n) => ({
    ...title,
    ...(n > 1 && { choice: 'unpicked' as const, fetched: { ...title.fetched, earned: 'older' } }),
  }));
  const listing = openListing(left);
  listing.tell(RUNNING);
  expect(listing.waiting()).toEqual(['unpicked']);
  listing.read(left.map((title) => ({ ...title, choice: 'picked' as const })));
  expect(listing.waiting()).toEqual(['picked']);
  listing.close();
});

test.each([
  ['unspoken', '', 'of nobody says how rare it is'],
  ['unspoken', 'mood=short', 'of nobody says how rare it is'],
  ['none', 'mood=short', 'that is not begun'],
  ['left-out', 'mood=short', 'that is left out'],
  ['mood', 'mood=rare', 'that all players have'],
] as const)('nothing is suggested, %s: %s of a game %s', (why, query, what) => {
  const [title] = BEGUN;
  const set = SETS.get(title!.npCommunicationId)!;
  const hasRates = what === 'that all players have' || what === 'that is left out';
  const rates = hasRates ? [{ day: 20_000, rate: 1_000 }] : [];
  const open = packedOpen({
    trophies: set.trophies.map((trophy) => ({ ...trophy, target: null, rates })),
  });
  const plain = {
    ...{
      ...title!,
      open,
      tally: null,
      lastPlayedAt: -1,
      defined: { ...title!.defined, bronze: 90 },
    },
    ...(what === 'that is not begun' && { earned: noTrophies(), progress: 0 }),
  };
  const game = { npCommunicationId: title!.npCommunicationId, trophyId: null, until: null };
  const listing = openListing([allFetched(plain, NOW)], {
    query,
    notThis: what === 'that is left out' ? [game] : [],
  });
  expect(listing.games()).toBe(0);
  expect(listing.why()).toBe(why);
  listing.close();
});

test('what the player has marked of another game is no cause of there being nothing', () => {
  const [title, other] = BEGUN;
  const bare = { target: null, rates: [] };
  const openOf = ({ npCommunicationId }: LibraryTitle, rates: Trophy['rates']): string =>
    packedOpen({
      trophies: SETS.get(npCommunicationId)!.trophies.map((each) => ({ ...each, ...bare, rates })),
    });
  const plain = {
    ...{ ...title!, tally: null, lastPlayedAt: -1 },
    ...{ defined: { ...title!.defined, bronze: 90 }, open: openOf(title!, []) },
  };
  const { npCommunicationId } = other!;
  const done = { ...other!, earned: other!.defined, progress: 100 };
  const elsewhere = openListing([allFetched(plain, NOW), allFetched(done, NOW)], {
    unobtainable: [trophyKey({ npCommunicationId, trophyId: 1 })],
  });
  expect(elsewhere.why()).toBe('unspoken');
  elsewhere.close();

  // Where all that would be suggested is marked, that is the cause.
  const rated = allFetched({ ...plain, open: openOf(title!, [{ day: 20_000, rate: 400 }]) }, NOW);
  const all = SETS.get(title!.npCommunicationId)!.trophies.map(({ trophyId }) =>
    trophyKey({ npCommunicationId: title!.npCommunicationId, trophyId }),
  );
  const marked = openListing([{ ...rated, unobtainable: 'trophy' }], { unobtainable: all });
  expect(marked.games()).toBe(0);
  expect(marked.why()).toBe('left-out');
  marked.close();
});

test('what is earned by now, or of a game that is done, cannot be suggested again', () => {
  const [title] = BEGUN;
  const { npCommunicationId, trophies } = SETS.get(title!.npCommunicationId)!;
  const missing = trophies.filter(({ earned, grade }) => earned === false && grade !== 'platinum');
  const open = packedOpen({ trophies: missing.slice(0, 2) });
  const leftOut = (trophyId: number | null) => ({ npCommunicationId, trophyId, until: null });
  const [still, earned] = [missing[0]!.trophyId, missing[2]!.trophyId];
  const of = { notThis: [leftOut(still), leftOut(earned), leftOut(null)] };
  const listing = openListing([allFetched({ ...title!, open }, NOW)], of);
  expect(listing.left()).toEqual([still, null]);
  listing.close();
  const done = { ...title!, earned: title!.defined, progress: 100 };
  const after = openListing([allFetched(done, NOW)], of);
  expect(after.left()).toEqual([]);
  after.close();
});
