import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import RowBoundary from '@/components/basics/RowBoundary.svelte';
import { NOT_DRAWN } from '@/utils/words/not-drawn';

let isBroken = true;
const row = createRawSnippet(() => ({
  render: () => {
    if (isBroken) throw new Error('cannot be drawn');
    return '<span>drawn</span>';
  },
}));

test('says so in the place of what cannot be drawn, and draws it once it is another', async () => {
  isBroken = true;
  const { getByText, rerender } = await render(RowBoundary, { of: 1, children: row });
  await expect.element(getByText(NOT_DRAWN)).toBeVisible();

  isBroken = false;
  await rerender({ of: 2 });

  await expect.element(getByText('drawn', { exact: true })).toBeVisible();
  await expect.element(getByText(NOT_DRAWN)).not.toBeInTheDocument();
});
