import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import AllowAccess from '@/components/connection/AllowAccess.svelte';
import Erasing from '@/components/connection/Erasing.svelte';
import { expectAccessible } from '../../support/expect-accessible.ts';

const FORMS = [
  ['as a notice', true],
  ['as the whole page', false],
] as const;

beforeEach(() => page.viewport(360, 600));

test.each(FORMS)('what is being erased is waited for by nobody, %s', async (_, asNotice) => {
  const { getByRole, rerender } = await render(Erasing, { what: 'erasing', asNotice });

  await expect.element(getByRole('heading', { name: 'Erasing everything' })).toBeVisible();
  await expect
    .element(getByRole('status'))
    .toMatchTextContent(/goes on by itself, also when this page is closed/);
  const bar = getByRole('progressbar', { name: 'Erasing everything' });
  await expect.element(bar).not.toHaveAttribute('aria-valuenow');
  expect(getByRole('button').elements()).toHaveLength(0);
  await expectAccessible();

  await rerender({ what: 'disconnecting', asNotice });
  await expect.element(getByRole('progressbar', { name: 'Disconnecting' })).toBeVisible();
});

test.each(FORMS)('access is asked for in the click itself, %s', async (_, asNotice) => {
  const [onallow, oncancel] = [vi.fn(), vi.fn()];
  const { getByRole } = await render(AllowAccess, { asNotice, now: 0, onallow, oncancel });
  await expectAccessible();

  await expect
    .element(getByRole('heading', { name: 'Access to Sony is switched off' }))
    .toBeVisible();
  const allow = getByRole('button', { name: 'Allow access' }).element() as HTMLElement;
  allow.click();
  expect(onallow).toHaveBeenCalledOnce();
  await getByRole('button', { name: 'Cancel' }).click();
  expect(oncancel).toHaveBeenCalledOnce();
});

test('what went wrong is said beside the way out', async () => {
  const failure = { cause: 'unexpected' } as const;
  const [onallow, oncancel] = [vi.fn(), vi.fn()];
  const { getByRole } = await render(AllowAccess, { failure, now: 0, onallow, oncancel });

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'unexpected');
  await expectAccessible();
});
