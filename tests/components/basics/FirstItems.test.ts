import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import FirstItems from '@/components/basics/FirstItems.svelte';

const children = createRawSnippet((items: () => readonly unknown[]) => ({
  render: () => `<p>${items().length} drawn</p>`,
}));

function draw(count: number) {
  const items = Array.from({ length: count }, (_, n) => n);
  return render(FirstItems, { items, more: (left: number) => `${left} more`, children });
}

test('draws a few all at once', async () => {
  const { getByText, getByRole } = await draw(20);
  await expect.element(getByText('20 drawn')).toBeVisible();
  expect(getByRole('button').elements()).toHaveLength(0);
});

test('whoever asks for the last ones stays where they are', async () => {
  const { getByRole, container } = await draw(21);
  await getByRole('button', { name: '1 more' }).click();
  await expect.element(getByRole('button')).not.toBeInTheDocument();
  expect(container.contains(document.activeElement)).toBe(true);
  expect(document.activeElement).not.toBe(document.body);
});
