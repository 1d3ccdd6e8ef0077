import { expect, test } from 'vitest';
import { createRawSnippet } from 'svelte';
import { render } from 'vitest-browser-svelte';
import Disclosure from '@/components/basics/Disclosure.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>What is inside</p>' }));

test('opens by a click, and its arrow says so', async () => {
  const { container, getByText } = await render(Disclosure, { label: 'More', children });
  const arrow = container.querySelector('svg')!;
  expect(getComputedStyle(arrow).rotate).toBe('none');

  await getByText('More').click();

  await expect.element(getByText('What is inside')).toBeVisible();
  await expect.poll(() => getComputedStyle(arrow).rotate).toBe('90deg');
});

test('brings into view what it opens', async () => {
  const { container, getByText } = await render(Disclosure, { label: 'More', children });
  container.style.cssText = 'display: block; block-size: 3rem; overflow: auto';

  await getByText('More').click();

  await expect.poll(() => container.scrollTop).toBeGreaterThan(0);
});
