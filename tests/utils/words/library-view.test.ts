import { expect, test } from 'vitest';
import { FACETS, OPTIONS, SORTS } from '@/utils/domain/library/library-view';
import { asOf } from '@/utils/words/library';
import { optionName } from '@/utils/words/library-filters';
import { direction, editionName } from '@/utils/words/library-view';
import { showAll } from '@/utils/words/nothing-shown';

test.each([
  ['platform', 'PSVITA', 'PS Vita'],
  ['platform', 'PS9', 'PS9'],
  ['platinum', 'open', 'Platinum not earned'],
  ['left', 'gold', 'Gold left'],
  ['percent', '0', '0%'],
  ['percent', '25-49', '25–49%'],
  ['percent', '100', '100%'],
  ['plus', 'no', 'Without PS Plus'],
] as const)('%s %s is called %s', (facet, option, name) => {
  expect(optionName(facet, option, 'en-GB')).toBe(name);
});

test('every option has a name of its own', () => {
  const names = FACETS.flatMap((facet) =>
    facet === 'platform' || facet === 'tag'
      ? []
      : OPTIONS[facet].map((option) => optionName(facet, option, 'en-GB')),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain('yes');
});

test('every order says what comes first, and something else when it is turned round', () => {
  for (const sort of SORTS) expect(direction(sort, true)).not.toBe(direction(sort, false));
  expect(direction('name', false)).toBe('A to Z');
});

test('sentences', () => {
  const day = Date.UTC(2026, 10, 3, 12);
  expect(asOf(day, day + 3 * 86_400_000, 'en-GB')).toBe('as of 3 days ago');
  expect(editionName('Bloom', ['PS4', 'PSVITA'], 72, 'en-GB')).toBe('Bloom, PS4, PS Vita, 72%');
  expect(showAll(1, 'en-GB')).toBe('Show 1 game that is not picked');
  expect(showAll(2_000, 'en-GB')).toBe('Show 2,000 games that are not picked');
});
