import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { RateSlope } from '@/utils/domain/numbers/rate-slope';
import TrophyRarity from '@/components/game/TrophyRarity.svelte';
import { expectAccessible } from '../../support/expect-accessible.ts';
import * as game from '@/utils/words/en/game.json';

test.each([
  [49, game.bands['ultra-rare'], 1],
  [149, game.bands['very-rare'], 2],
  [499, game.bands.rare, 3],
  [500, game.bands.common, 4],
])('%d tenths: %s, by %d layers too', async (rate, band, layers) => {
  const { container } = await render(TrophyRarity, { rate, then: null });

  expect(container.textContent).toContain(band);
  expect(container.querySelectorAll('.filled')).toHaveLength(layers);
  await expectAccessible();
});

test.each([
  [41, true],
  [98, false],
  [null, false],
])('9.8%% now and %o then: spoken of: %s', async (then, isSaid) => {
  const { container } = await render(TrophyRarity, { rate: 98, then });

  expect(container.textContent.includes('when you earned it')).toBe(isSaid);
});

const FIRST = { day: 20_000, rate: 30 };
const slope = (said: Partial<RateSlope>): RateSlope => ({
  ...{ now: 34, then: 21, first: FIRST, pace: { change: 14, per: 'year' }, change: 'commoner' },
  ...said,
});

test.each([
  [21, slope({}), '2.1% when you earned it', 'commoner: 1.4 percentage points more a year'],
  [
    21,
    slope({ pace: { change: 14, per: 'month' } }),
    '2.1% when you earned it',
    'commoner: 1.4 percentage points more a month',
  ],
  [
    90,
    slope({ pace: { change: -56, per: 'read' }, change: 'rarer' }),
    '9.0% when you earned it',
    'rarer: 5.6 percentage points less, by what',
  ],
  [35, slope({ change: 'unchanged' }), game.rateUnchanged, null],
  [null, slope({ then: null, change: 'rarer' }), 'was 3.0% on Oct 4, 2024', 'become rarer'],
  // Of a trophy that is not earned a line that says that nothing has changed is one too many.
  [null, slope({ then: null, change: 'unchanged' }), null, null],
])('with %o when it was earned it says what has changed', async (then, said, line, heard) => {
  const { container } = await render(TrophyRarity, { rate: 34, then, slope: said });

  expect(container.querySelector('.then')?.textContent ?? null).toBe(line);
  const told = container.querySelectorAll('.heard')[1]?.textContent ?? null;
  expect(told ?? '').toContain(heard ?? '');
  expect(told === null).toBe(heard === null);
  await expectAccessible();
});
