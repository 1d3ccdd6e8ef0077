import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import RarityCharts from '@/components/statistics/RarityCharts.svelte';
import * as words from '@/utils/words/en/statistics.json';
import { aLog } from '../../support/earned-trophies.ts';

const NONE = { 'ultra-rare': 0, 'very-rare': 0, rare: 0, common: 0, unknown: 0 };

/** One trophy, which this many tenths of a percent of all players have. */
function given(rate: number) {
  const log = { ...aLog(['2026-01-05T12:00:00Z']), rate: Uint16Array.of(rate) };
  const bands = { now: { ...NONE, common: 1 }, then: { ...NONE, unknown: 1 } };
  const figures = { log, bands, coverage: null, averageRarity: null, rates: null, rarest: null };
  const drawn = { has: (step: number) => step === 1 };
  const props = { figures, drawn, from: 1, queries: {}, coverage: undefined };
  return props as never as { [Key in keyof typeof props]: never };
}

test('of trophies that most players have it is said that they bring no points, and not that nothing is known', async () => {
  await render(RarityCharts, given(706));
  await expect.element(page.getByText(words.rarityPointsNone)).toBeVisible();
  await expect.element(page.getByText(words.emptyRarity)).not.toBeInTheDocument();
});
