import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { FigureWords } from '@/components/charts/chart-figure';
import ChartFigure from '@/components/charts/ChartFigure.svelte';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';

const WORDS: FigureWords = { title: 'Chart', counts: 'All of it.', empty: 'Nothing.' };
const drawing = createRawSnippet<[number]>(() => ({ render: () => '<b>drawn</b>' }));
const table = { heads: ['x', 'y'], rows: [{ id: '2026', cells: ['2026', '1'] }] };

test.each([
  [
    { ...WORDS, summary: undefined },
    { ...WORDS, summary: 'Most in 2026: 1.' },
  ],
  [WORDS, WORDS],
  [
    { ...WORDS, coverage: '' },
    { ...WORDS, coverage: '3 of 5 trophies have dates here.' },
  ],
])('a chart is as high before it is read as after: %o', async (before, after) => {
  await page.viewport(1_280, 900);
  const given = { heightAt: () => 100, chart: drawing };
  const { container, rerender } = await render(ChartFigure, {
    ...{ ...given, figure: before, table: null },
  });
  const heightNow = (): number => container.querySelector('figure')!.getBoundingClientRect().height;
  await expect.poll(heightNow).toBeGreaterThan(100);
  const waiting = heightNow();
  await rerender({ ...given, figure: after, table });
  await expect.element(page.getByText('drawn')).toBeVisible();
  expect(heightNow()).toBe(waiting);
});

test('what is not said yet has its room, and no mark in it', async () => {
  const given = { heightAt: () => 100, chart: drawing, table };
  const colourOf = (element: Element): string => getComputedStyle(element).borderInlineStartColor;
  const { container, rerender } = await render(ChartFigure, {
    ...{ ...given, figure: { ...WORDS, coverage: '' } },
  });
  const line = container.querySelector('.coverage')!;
  expect(colourOf(line)).toBe('rgba(0, 0, 0, 0)');
  await rerender({ ...given, figure: { ...WORDS, coverage: '3 of 5 have dates.' } });
  expect(colourOf(container.querySelector('.coverage')!)).not.toBe('rgba(0, 0, 0, 0)');
});
