import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { LogListing } from '@/components/log/log-listing.svelte';
import type { EarnedNamesOfSet, LibraryQueries, Source } from '@/utils/database/queries';
import type { Follower } from '@/utils/database/followed-query';
import type { LibraryTitle } from '@/utils/domain/library/title';
import type { SetEarnings } from '@/utils/domain/numbers/earnings';
import type { HundredEvent } from '@/utils/domain/numbers/log-milestones';
import { earnedAt, earningsIn, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';

type Rows = readonly SetEarnings[];

const HOUR = 3_600_000;
const NEWEST = Date.UTC(2026, 10, 20);
const zone = [{ from: -Infinity, offset: 0 }];

/** So many trophies of a set, one an hour, up to one that was earned so many hours before the newest. */
function hourly(n: number, trophies: number, hoursAgo = 0): SetEarnings {
  const instants = Array.from({ length: trophies }, (_, at) => NEWEST - (at + hoursAgo) * HOUR);
  return earningsIn(
    n,
    instants.map((instant) => earnedAt(instant)),
  );
}

function saying<Value>(value: Value): Source<Value> {
  return {
    subscribe({ next }) {
      next(value);
      return { unsubscribe: () => undefined };
    },
  };
}

/**
 * A log of which the newest sets are read; the rest is at hand, or said by the test. What it shows is noted at every
 * change.
 */
function openListing(
  first: Rows,
  sets: number,
  atHand?: Rows,
  query = '',
  found: readonly EarnedNamesOfSet[] = [],
  {
    events = [],
    said = {},
  }: { events?: readonly HundredEvent[]; said?: Partial<LibraryTitle> } = {},
) {
  let [names, hasReadFirst] = [0, false];
  let asked = $state(query);
  let follower: Follower<Rows> | undefined;
  const titles = Array.from({ length: sets }, (_, n) =>
    aLibraryTitle({ npCommunicationId: setId(n + 1), ...said }),
  );
  const queries = {
    latestEarnings: () => ({
      subscribe: (follower: Follower<Rows>) => {
        hasReadFirst = true;
        return saying(first).subscribe(follower);
      },
    }),
    earnings: (): Source<Rows> => ({
      isAtHand: () => atHand !== undefined,
      subscribe(next) {
        follower = next;
        if (atHand !== undefined) next.next(atHand);
        return { unsubscribe: () => undefined };
      },
    }),
    hundredEvents: () => saying(events),
    earnedNames: () => {
      names += 1;
      return saying(found);
    },
  } as unknown as LibraryQueries;
  const shown: number[] = [];
  const looked: boolean[] = [];
  let listing: LogListing | undefined;
  const stop = $effect.root(() => {
    const given = { named: () => titles, titles: () => titles, hasNames: () => true };
    listing = new LogListing(queries, {
      ...given,
      query: () => asked,
      zone: () => zone,
      early: () => null,
      earned: () => null,
    });
    $effect(() => void shown.push(listing?.places.length ?? 0));
    $effect(() => void looked.push(listing?.isLooking ?? false));
  });
  return {
    shown,
    looked,
    stop,
    settled: () => listing?.isSettled === true && listing.optionCounts !== null,
    counted: () =>
      [...(listing?.optionCounts?.grade.values() ?? [])].reduce((one, other) => one + other, 0),
    ask: (query: string) => {
      asked = query;
      flushSync();
    },
    milestones: () => listing?.milestones,
    filter: () => listing?.filter,
    told: () => [...(listing?.milestones.values() ?? [])].flat().map(({ kind }) => kind),
    isLooking: () => listing?.isLooking,
    readsNames: () => names,
    readFirst: () => hasReadFirst,
    isFollowed: () => follower !== undefined,
    say: (rows: Rows) => follower?.next(rows),
  };
}

test('of the sets that are read first as many trophies are shown as none can come between', async () => {
  // Each of these has one of the sixty newest trophies, and one of them another, from years ago.
  const first = Array.from({ length: 60 }, (_, n) => hourly(n + 1, 1, n));
  first[0] = earningsIn(1, [earnedAt(NEWEST), earnedAt('2012-05-01T12:00Z')]);
  const log = openListing(first, 61);
  await expect.poll(() => log.shown.at(-1)).toBe(60);
  await expect.poll(log.isFollowed).toBe(true);
  log.say([...first, hourly(61, 3, 100)]);
  await expect.poll(() => log.shown.at(-1)).toBe(64);
  await expect.poll(log.settled).toBe(true);
  log.stop();
});

test('what is at hand is shown at once, and no first screen is read before it', () => {
  const log = openListing([hourly(1, 1)], 1, [hourly(1, 9_000)]);
  flushSync();
  // A hundred, with the rest of the last one’s day.
  expect(log.shown[0]).toBe(121);
  expect(log.readFirst()).toBe(false);
  log.stop();
});

test('what is chosen is the same while words are typed: nothing beside the list is made anew', () => {
  const log = openListing([], 1, [hourly(1, 3)], 'grade=gold&hidden=out');
  flushSync();
  const before = log.filter();
  log.ask('q=k&grade=gold&hidden=out');
  expect(log.filter()).toStrictEqual({ ...before, words: 'k' });
  expect(log.filter()?.chosen).toBe(before?.chosen);
  log.ask('q=k&grade=silver&hidden=out');
  expect(log.filter()?.chosen.grade).toStrictEqual(['silver']);
  log.stop();
});

test('names are read once what is found in names of games is seen, and until then nobody is told that there is nothing', async () => {
  const all = [hourly(1, 9_000)];
  const log = openListing(all, 1, all, 'q=harbour');
  flushSync();
  expect([log.isLooking(), log.readsNames()]).toEqual([true, 0]);
  await expect.poll(log.readsNames).toBe(1);
  await expect.poll(log.isLooking).toBe(false);
  expect(log.shown.at(-1)).toBe(0);

  // A sync writes rows anew in which nothing is new.
  log.looked.length = 0;
  log.say([hourly(1, 9_000)]);
  await expect.poll(() => log.looked.length).toBeGreaterThan(0);
  expect(log.looked).not.toContain(true);
  log.stop();
});

test('what has the words in names of trophies is shown once these are read, and each option says how many', async () => {
  const all = [hourly(1, 9_000), hourly(2, 3)];
  const found: EarnedNamesOfSet[] = [
    {
      npCommunicationId: setId(1),
      names: [
        [3, 'Harbour Lights'],
        [4, 'Lights'],
        [8_999, 'The harbour'],
      ],
    },
    { npCommunicationId: setId(2), names: [[1, 'Harbour']] },
  ];
  const log = openListing(all, 2, all, 'q=harbour', found);
  flushSync();
  expect(log.shown).toEqual([0]);
  await expect.poll(() => log.shown.at(-1)).toBe(3);
  await expect.poll(log.settled).toBe(true);
  expect(log.shown.at(-1)).toBe(3);
  expect(log.counted()).toBe(3);
  log.stop();
});

test('a screen of a long log is shown first, then all of it; and all of it at once when that changes', async () => {
  const first = [hourly(1, 9_000)];
  const log = openListing(first, 1);
  await expect.poll(log.isFollowed).toBe(true);
  log.say(first);
  await expect.poll(log.settled).toBe(true);
  expect(log.shown.at(-1)).toBe(9_000);
  // The sixty, then a hundred with the rest of the last one’s day.
  expect(log.shown.filter((each) => each > 60)[0]).toBe(121);

  log.shown.length = 0;
  log.say([hourly(1, 9_001)]);
  await expect.poll(() => log.shown.at(-1)).toBe(9_001);
  expect(new Set(log.shown)).toEqual(new Set([9_001]));
  log.stop();
});

test('what befell another game is not told in the log of one', async () => {
  const lost = { npCommunicationId: setId(1), kind: 'lost-hundred' as const, seenAt: NEWEST };
  const toldOf = async (game: number) => {
    const sets = [hourly(1, 2, 50), hourly(2, 2, 10)];
    const log = openListing(sets, 2, sets, `game=${setId(game)}`, [], { events: [lost] });
    await expect.poll(log.settled).toBe(true);
    const told = log.told();
    log.stop();
    return told;
  };
  expect(await toldOf(1)).toContain('lost-hundred');
  expect(await toldOf(2)).not.toContain('lost-hundred');
});

test('milestones of one game are not made anew for each letter that is typed beside it', async () => {
  const sets = [hourly(1, 2, 50), hourly(2, 2, 10)];
  const log = openListing(sets, 2, sets, `game=${setId(1)}`);
  await expect.poll(log.settled).toBe(true);
  const before = log.milestones();
  log.ask(`game=${setId(1)}&q=har`);
  expect(log.milestones()).toBe(before);
  log.ask(`game=${setId(2)}&q=har`);
  expect(log.milestones()).not.toBe(before);
  log.stop();
});

test('what is done is told with the first trophies, before all are read', () => {
  const tally = {
    ...{ lastEarnedAt: NEWEST, platinumAt: null, completedAt: NEWEST },
    ...{ rarestEarned: null, leftToPlatinum: null },
  };
  const log = openListing([hourly(1, 2)], 2, undefined, '', [], { said: { progress: 100, tally } });
  expect(log.isFollowed()).toBe(false);
  expect(log.told()).toEqual(['completed']);
  log.stop();
});
