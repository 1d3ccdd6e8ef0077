import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Lazy from '@/components/app/Lazy.svelte';
import { LazyScript } from '@/components/app/lazy-script.svelte';
import { NOT_LOADED_TITLE, RELOAD } from '@/utils/words/not-loaded';

const children = createRawSnippet<[string]>((name) => ({
  render: () => `<h1>${name()}</h1>`,
}));

async function draw(page: LazyScript<{ default: string }>) {
  const onlate = vi.fn();
  return { onlate, ...(await render(Lazy<string>, { page, onlate, children })) };
}

test('draws a page when its script is there, and says that it came late', async () => {
  const script = Promise.withResolvers<{ default: string }>();
  const { onlate, getByRole } = await draw(new LazyScript(() => script.promise));
  await expect.poll(() => document.querySelector('[aria-busy]')).not.toBeNull();
  expect(onlate).not.toHaveBeenCalled();

  script.resolve({ default: 'Guide' });

  await expect.element(getByRole('heading', { name: 'Guide' })).toBeVisible();
  expect(onlate).toHaveBeenCalledOnce();
});

test('draws a page at once whose script was loaded before', async () => {
  const page = new LazyScript(() => Promise.resolve({ default: 'Guide' }));
  await page.load();

  const { onlate, container } = await draw(page);

  expect(container.querySelector('h1')?.textContent).toBe('Guide');
  expect(onlate).not.toHaveBeenCalled();
});

test('loads a script once, however often it is asked for', async () => {
  const imports = vi.fn(() => Promise.resolve({ default: 'Guide' }));
  const page = new LazyScript(imports);

  await Promise.all([page.load(), page.load()]);
  await page.load();

  expect(imports).toHaveBeenCalledOnce();
});

test('has the page loaded anew where the script is gone', async () => {
  const { onlate, getByRole } = await draw(
    new LazyScript<{ default: string }>(() => Promise.reject(new TypeError('Failed to fetch'))),
  );

  await expect.element(getByRole('heading', { name: NOT_LOADED_TITLE })).toBeVisible();
  await expect.element(getByRole('alert')).toBeVisible();
  await expect.element(getByRole('button', { name: RELOAD })).toBeVisible();
  expect(onlate).toHaveBeenCalledOnce();
});
