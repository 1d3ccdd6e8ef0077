import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import PageBoundary from '@/components/app/PageBoundary.svelte';
import { ACTIONS } from '@/utils/words/needs';
import { EVIDENCE, COPY_REPORT } from '@/utils/words/evidence';
import { PRODUCT } from '@/utils/words/names';
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
  await expect.element(getByRole('button', { name: ACTIONS.again })).toBeVisible();
  await getByText(EVIDENCE).click();
  const manifest = { manifest_version: 3, name: PRODUCT, version: '0.1.0' } as const;
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue(manifest);
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await getByRole('button', { name: COPY_REPORT }).click();
  await expect.poll(() => copied.mock.calls.join()).toContain('drawing library');

  isBroken = false;
  await rerender({ name: 'settings' });
  await expect.element(getByText('the next page')).toBeVisible();
});
