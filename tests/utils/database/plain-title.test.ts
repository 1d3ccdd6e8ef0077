import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TEXT_ANSWERS } from '@/utils/domain/library/title';
import { isPlainTitle } from '@/utils/database/plain-title';
import type { Refusal } from '@/utils/domain/sync/refusal';
import { readTitle } from '@/utils/database/readable-title';
import { aLibraryTitle, allFetched } from '../../support/library-titles';

const COUNTS = { bronze: 1, silver: null, gold: 0, platinum: 1 };
const REFUSAL: Refusal = {
  ...{ of: '1', at: 2, tries: 3, syncStartedAt: 4 },
  failure: { cause: 'sony-down', during: 'titles', status: 503, until: 5, fields: ['name'] },
};
/** With everything that a title may have. */
const FULL = aLibraryTitle({
  ...{ status: 'done', hide: true, unobtainable: 'platinum', tags: ['co-op'] },
  absence: { missedAt: 1, isSure: true },
  fetched: {
    ...allFetched(aLibraryTitle(), 5).fetched,
    incomplete: [...TEXT_ANSWERS],
    short: {},
  },
  tally: {
    ...{ lastEarnedAt: 1, platinumAt: null, completedAt: 2, rarestEarned: 3 },
    ...{ lacksRate: true, leftToPlatinum: 4, base: { done: true, at: null } },
  },
  open: 'abc',
  lastKnown: { defined: COUNTS, earned: COUNTS, progress: 4 },
  reported: { startedAt: 1, lists: ['grown'] },
  revisedAt: 6,
});

/** Every place in a value, as the keys that lead to it. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    [key],
    ...placesIn(part).map((rest) => [key, ...rest]),
  ]);
}

/** The same title with another value in one place; with none where that is undefined. */
function changed(place: readonly string[], to: unknown): unknown {
  const title = structuredClone(FULL) as never;
  const holder = place.slice(0, -1).reduce<Record<string, never>>((at, key) => at[key]!, title);
  const last = place.at(-1) ?? '';
  if (to === undefined && Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (to === undefined) Reflect.deleteProperty(holder, last);
  else Object.assign(holder, { [last]: to });
  return title;
}

test('a title as this build stores it is plain', () => {
  expect(isPlainTitle(FULL)).toBe(true);
  expect(isPlainTitle(aLibraryTitle())).toBe(true);
});

test('whatever is called plain, its schema hands back as it is', () => {
  const other = fc.oneof(
    fc.constant(undefined),
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom('', '\u200b', 'picked', -1, 101, 1_001, NaN, 2e9, [''], ['PS5', 'PS5']),
  );
  let plain = 0;
  fc.assert(
    fc.property(fc.constantFrom(...placesIn(FULL)), other, (place, to) => {
      const row = changed(place, to);
      if (!isPlainTitle(row)) return;
      plain += 1;
      expect(readTitle(structuredClone(row))).toStrictEqual(row);
    }),
    { numRuns: 5_000 },
  );
  expect(plain).toBeGreaterThan(100);
});

test('what Sony refused, or said only half of, is left to the schema', () => {
  const { fetched } = FULL;
  const short = { definitions: { tries: 1, againAt: 2 } };
  for (const less of [{ refusal: REFUSAL }, { groupsRefusal: REFUSAL }, { short }]) {
    const row = aLibraryTitle({ fetched: { ...fetched, ...less } });
    expect(isPlainTitle(row)).toBe(false);
    expect(readTitle(structuredClone(row))).toStrictEqual(row);
  }
});

test.each(['language', 'lastPlayedSource', 'fetched', 'isPlus', 'tally'])(
  'a row of an earlier build that lacks its %s is not: the schema has what is to stand there',
  (part) => {
    const row = changed([part], undefined);
    expect(isPlainTitle(row)).toBe(false);
    expect(readTitle(row)).toBeDefined();
  },
);
