import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { topOfLibrary } from '@/components/games/library-place';
import TitleList from '@/components/games/TitleList.svelte';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { manyLibraryTitles } from '../../support/statuses.ts';

const NOW = 1_700_000_000_000;

test('5,000 games are few nodes, and each says which one of how many it is', async () => {
  const { container, getByRole } = await render(TitleList, {
    titles: manyLibraryTitles(5_000),
    now: NOW,
    place: topOfLibrary(),
  });

  const first = getByRole('listitem').first();
  await expect.element(first).toHaveAttribute('aria-posinset', '1');
  await expect.element(first).toHaveAttribute('aria-setsize', '5000');
  expect(container.querySelectorAll('[role=listitem]').length).toBeLessThan(60);
  expect(container.querySelectorAll('*').length).toBeLessThan(4_000);
  await expectAccessible();
});

test('the last of 5,000 games is there when it is scrolled to', async () => {
  const { getByRole } = await render(TitleList, {
    titles: manyLibraryTitles(5_000),
    now: NOW,
    place: topOfLibrary(),
  });
  await expect.element(getByRole('link', { name: 'Game 1', exact: true })).toBeVisible();

  await expect
    .poll(() => {
      window.scrollTo(0, document.documentElement.scrollHeight);
      return getByRole('link', { name: 'Game 5000', exact: true }).elements().length;
    })
    .toBe(1);
});

test('leads back to the row of the game that was looked at', async () => {
  const place = topOfLibrary();
  const titles = manyLibraryTitles(500);
  const first = await render(TitleList, { titles, now: NOW, place });
  await expect.element(first.getByRole('link', { name: 'Game 1', exact: true })).toBeVisible();
  window.scrollTo(0, 20_000);
  await expect.poll(() => place.scrolledTo).toBe(20_000);
  await expect.poll(() => visibleRow()).toBeDefined();
  const row = visibleRow();
  await first.unmount();

  place.game = titles[Number(row?.ariaPosInSet) - 1]?.npCommunicationId ?? null;
  await render(TitleList, { titles, now: NOW, place });

  await expect.poll(() => window.scrollY).toBe(20_000);
  await expect.poll(() => document.activeElement?.textContent).toBe(`Game ${row?.ariaPosInSet}`);
});

function visibleRow(): Element | undefined {
  return [...document.querySelectorAll('[role=listitem]')].find((row) => {
    const { top } = row.getBoundingClientRect();
    return top > 0 && top < window.innerHeight && row.checkVisibility({ visibilityProperty: true });
  });
}
