import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Picker from '@/entrypoints/options/Picker.svelte';
import { atFirst, games, ready } from '../../support/picker-scene.ts';
import { aSnapshot, aStatus } from '../../support/statuses.ts';

test('nothing is counted or offered before all games are read, and nothing moves when they are', async () => {
  const some = games(50);
  const all = [...some, ...games(60).slice(50)];
  await page.viewport(1280, 800);
  document.body.style.cssText = 'container: page / inline-size; padding-inline: 1rem';
  const props = atFirst(aStatus({ snapshot: aSnapshot({ titleCount: 60 }) }));
  const first = {
    state: 'ready' as const,
    value: { titles: some, unreadable: 0, complete: false },
  };
  const { getByRole, rerender, container } = await render(Picker, { ...props, titles: first });
  const search = getByRole('searchbox');
  await expect.element(search).toBeVisible();
  const { top } = search.element().getBoundingClientRect();
  expect(getByRole('button', { name: /^All 5/ }).elements()).toEqual([]);
  expect(container.innerText).not.toMatch(/\b50\b/);

  await rerender({ ...props, titles: ready(all) });
  await expect.element(getByRole('button', { name: /^Tick all 60 games/ })).toBeVisible();
  await expect.element(getByRole('radio', { name: /60/ })).toBeVisible();
  expect(search.element().getBoundingClientRect().top).toBeCloseTo(top, 0);
});
