import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PageBoundary from '@/components/app/PageBoundary.svelte';
import { aStatus } from '../../support/statuses.ts';

let isBroken = true;
const content = createRawSnippet(() => ({
  render: () => {
    if (isBroken) throw new Error('cannot be drawn');
    return '<span>the next page</span>';
  },
}));

test('a page that cannot be drawn says so, has a report of it, and the next page is drawn', async () => {
  isBroken = true;
  const { getByRole, getByText, rerender } = await render(PageBoundary, {
    ...{ name: 'library', status: aStatus(), now: Date.now(), children: content },
  });
  const alert = getByRole('alert');
  await expect.element(alert).toHaveAttribute('data-cause', 'unexpected');
  await expect.element(alert.getByRole('button', { name: 'Try again' })).toBeVisible();
  await alert.getByText('What we saw').click();
  await expect.element(getByText('drawing library')).toBeVisible();
  await expect.element(alert.getByRole('button', { name: 'Copy report' })).toBeVisible();

  isBroken = false;
  await rerender({ name: 'settings' });
  await expect.element(getByText('the next page')).toBeVisible();
});
