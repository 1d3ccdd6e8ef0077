import { expect, test } from 'vitest';
import { WordSearch } from '@/components/log/word-search.svelte';
import { SetsOnScreen } from '@/components/log/sets-on-screen.svelte';
import type { Follower } from '@/utils/database/followed-query';
import type { Source } from '@/utils/database/queries';
import type { EarnedNamesOfSet } from '@/utils/database/queries';
import { NOTHING_FETCHED } from '@/utils/domain/library/title';
import { aLog, setId } from '../../support/earned-trophies.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

/** A source that cannot be read so often, as while a restore holds what is stored, and tells then what it has. */
function failing<Value>(times: number, value: Value): Source<Value> {
  return {
    subscribe({ next, failed }: Follower<Value>) {
      void (async () => {
        for (let count = 0; count < times; count += 1) {
          await Promise.resolve();
          failed({ cause: 'storage-silent' });
        }
        await Promise.resolve();
        next(value);
      })();
      return { unsubscribe: () => undefined };
    },
  };
}

const GAMES = new Map([[setId(1), { name: 'Astro' }]]);
const NAMES: EarnedNamesOfSet = { npCommunicationId: setId(1), names: [[0, 'Lamplighter']] };

async function searched(times: number) {
  const { sets } = aLog(['2026-01-05T12:00:00Z']);
  const search = new WordSearch({ earnedNames: () => failing(times, [NAMES]) }, () => undefined);
  await search.prepare(sets);
  const isFound = search.matches('lamp', GAMES)?.get(setId(1)) !== undefined;
  return { isFound, lacksNames: search.lacksNames, isReading: search.isReading(sets) };
}

test('names that could not be read once are read when they can be', async () => {
  expect(await searched(2)).toEqual({ isFound: true, lacksNames: false, isReading: false });
});

test('names that cannot be read are not said to have been looked through', async () => {
  expect(await searched(9)).toEqual({ isFound: false, lacksNames: true, isReading: false });
});

test('names that could not be read are tried again by the next search, and nothing is said to lack then', async () => {
  const { sets } = aLog(['2026-01-05T12:00:00Z']);
  let times = 9;
  const search = new WordSearch({ earnedNames: () => failing(times, [NAMES]) }, () => undefined);
  await search.prepare(sets);
  expect(search.lacksNames).toBe(true);
  times = 0;
  await search.prepare(sets);
  expect(search.lacksNames).toBe(false);
  expect(search.matches('lamp', GAMES)?.get(setId(1))).toEqual(new Set([0]));

  // Words are still found in what was read before, where more is earned and cannot be read.
  const { sets: grown } = aLog(['2026-01-05T12:00:00Z', '2026-01-06T12:00:00Z']);
  times = 9;
  await search.prepare(grown);
  expect(search.lacksNames).toBe(true);
  expect(search.matches('lamp', GAMES)?.get(setId(1))).toEqual(new Set([0]));
});

test.each([
  ['names that came in another answer', ['2026-01-05T12:00:00Z'], 2],
  ['another trophy in the place of one that was taken back', ['2026-01-06T12:00:00Z'], 1],
] as const)('%s are found by the words that are shown', async (_, earned, at) => {
  const { sets } = aLog(['2026-01-05T12:00:00Z']);
  let [names, fetched] = [NAMES, { ...NOTHING_FETCHED, at: 1 }];
  const search = new WordSearch(
    { earnedNames: () => failing(0, [names]) },
    () => undefined,
    () => ({ fetched }),
  );
  await search.prepare(sets);
  expect(search.isReading(sets)).toBe(false);
  names = { ...NAMES, names: [[0, 'Moonlighter']] };
  fetched = { ...fetched, at };
  const { sets: now } = aLog(earned);
  expect(search.isReading(now)).toBe(true);
  await search.prepare(now);
  expect(search.matches('moon', GAMES)?.get(setId(1))).toEqual(new Set([0]));
  expect(search.matches('lamp', GAMES)?.get(setId(1))).toBeUndefined();
});

test('a set on screen that could not be read once has its names when it can be', async () => {
  const set = aTrophySet({
    npCommunicationId: setId(1),
    trophies: [aTrophy({ trophyId: 0, name: 'Lamplighter' })],
  });
  const sets = new SetsOnScreen(
    { trophySets: () => failing(2, [set]) },
    { titleOf: () => undefined },
  );
  sets.want(setId(1));
  await expect.poll(() => sets.nameOf(setId(1), 0)).toBe('Lamplighter');
});
