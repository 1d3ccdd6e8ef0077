import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import GamesToFetch from '@/components/log/GamesToFetch.svelte';
import { fetchGames, gamesBeingFetched, gamesNeverFetched } from '@/utils/words/log';
import { setId } from '../../support/earned-trophies.ts';

const titles = (['picked', 'picked', 'unpicked', 'never', 'never', 'never'] as const).map(
  (choice, n) => ({ npCommunicationId: setId(n), choice }),
);
const children = createRawSnippet(() => ({ render: () => '<b>Six are missing.</b>' }));
const [picked, never] = [gamesBeingFetched(2, 'en-US'), gamesNeverFetched(3, 'en-US')];

test('what is missing says what becomes of it, and those that wait for nothing but a click are fetched by one', async () => {
  let fetched: string[] = [];
  const onfetch = (ids: string[]): void => {
    fetched = ids;
  };
  const { container } = await render(GamesToFetch, { titles, children, onfetch });
  await expect
    .element(page.elementLocator(container.querySelector('p')!))
    .toHaveTextContent(`Six are missing. ${picked} ${never}`);
  await page.getByRole('button', { name: fetchGames(1, 'en-US') }).click();
  expect(fetched).toEqual([setId(2)]);
});

test('without a connection nothing is being fetched, and nothing can be', async () => {
  const { container } = await render(GamesToFetch, { titles, children, onfetch: null });
  await expect
    .element(page.elementLocator(container.querySelector('p')!))
    .toHaveTextContent(`Six are missing. ${never}`);
  expect(page.getByRole('button').elements()).toEqual([]);
});
