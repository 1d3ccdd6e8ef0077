import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import App from '@/entrypoints/options/App.svelte';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status';
import { aStatus, connected } from '../../support/statuses.ts';

test.each([connected({ accountId: 'nowhere' }), { phase: 'disconnected', failure: null } as const])(
  'an address without a page says so, and leads on ($phase)',
  async (connection) => {
    history.replaceState(null, '', '#/wishes');
    await publish(aStatus({ connection }));
    const { getByRole } = await render(App);

    await expect.element(getByRole('heading', { name: 'There is no such page' })).toBeVisible();
    await expectAccessible();
    await getByRole('link', { name: 'Go to the library' }).click();
    await expect.poll(() => location.hash).toBe('#/library');
    await expect
      .element(getByRole('heading', { name: 'There is no such page' }))
      .not.toBeInTheDocument();
  },
);
