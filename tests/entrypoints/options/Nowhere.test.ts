import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import App from '@/entrypoints/options/App.svelte';
import { NO_PAGE_TITLE, TO_LIBRARY } from '@/utils/words/names';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status';
import { aStatus, connected } from '../../support/statuses.ts';

test.each([connected({ accountId: 'nowhere' }), { phase: 'disconnected', failure: null } as const])(
  'an address without a page says so, and leads on ($phase)',
  async (connection) => {
    history.replaceState(null, '', '#/wishes');
    await publish(aStatus({ connection }));
    const { getByRole } = await render(App);

    await expect.element(getByRole('heading', { name: NO_PAGE_TITLE })).toBeVisible();
    await expectAccessible();
    await getByRole('link', { name: TO_LIBRARY }).click();
    await expect.poll(() => location.hash).toBe('#/library');
    await expect.element(getByRole('heading', { name: NO_PAGE_TITLE })).not.toBeInTheDocument();
  },
);
