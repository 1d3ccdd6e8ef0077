import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createRawSnippet } from 'svelte';
import { render } from 'vitest-browser-svelte';
import CoverCards from '@/components/statistics/CoverCards.svelte';

const GAMES = Array.from({ length: 90 }, (_, at) => ({
  id: `NPWR${String(10_000 + at)}_00`,
  name: `Game ${String(at)}`,
  iconUrl: null,
}));

test.each([1280, 700, 400])('of the first games fills whole rows at %i pixels', async (width) => {
  await page.viewport(width, 900);
  const { container } = await render(CoverCards, {
    ...{ title: 'A title', counts: 'What it counts.', games: GAMES, atFirst: 6 },
    children: createRawSnippet(() => ({ render: () => '<p>Said</p>' })),
  });
  const list = container.querySelector('ul')!;
  const columns = () => getComputedStyle(list).gridTemplateColumns.split(' ').length;
  const shown = () => list.querySelectorAll('li').length;
  await expect.poll(() => shown() % columns()).toBe(0);
  expect(shown()).toBeGreaterThanOrEqual(6);
  expect(shown()).toBeLessThan(6 + columns());
  const button = page.getByRole('button');
  for (const isLast of [false, true]) {
    const said = Number(/[0-9]+/.exec(button.element().textContent)?.[0]);
    const before = shown();
    await button.click();
    await expect.poll(shown).toBe(before + said);
    if (isLast) expect(document.activeElement).toBe(list.querySelectorAll('a')[before]);
  }
  expect(shown()).toBe(90);
});
