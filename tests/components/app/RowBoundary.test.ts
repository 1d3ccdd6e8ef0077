import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import RowBoundary from '@/components/app/RowBoundary.svelte';
import { COPY_REPORT, REPORT_COPIED } from '@/utils/words/evidence';
import { NOT_DRAWN } from '@/utils/words/not-drawn';
import { PRODUCT } from '@/utils/words/names';

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

test('what cannot be drawn has its report', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: PRODUCT,
    version: '0.1.0',
  });
  isBroken = true;
  const { getByRole } = await render(RowBoundary, { of: 1, role: 'listitem', children: row });
  await getByRole('listitem').getByRole('button', { name: COPY_REPORT }).click();

  await expect.element(getByRole('button', { name: REPORT_COPIED })).toBeVisible();
  expect(writeText.mock.lastCall?.[0]).toMatch(
    /^Cause: unexpected\nDuring: drawing one of a list$/m,
  );
});
