import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import FailureNotice from '@/components/app/FailureNotice.svelte';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status';
import { aStatus } from '../../support/statuses.ts';

const FAILURE = { cause: 'sony-down', during: 'titles', status: 503 } as const;

beforeEach(() => {
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Trophy Shelf',
    version: '0.1.0',
  });
});

test('shows what was seen, in plain words', async () => {
  const { getByText, getByRole } = await render(FailureNotice, {
    failure: FAILURE,
    now: 0,
    onagain: vi.fn(),
  });
  await getByText('What we saw').click();

  await expect.element(getByRole('alert')).toMatchTextContent(/While Reading your games/);
  await expect.element(getByRole('alert')).toMatchTextContent(/Answer HTTP 503/);
  await expectAccessible();
});

test('says how things stood also where only the failure is known', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await publish(aStatus());
  const { getByText, getByRole } = await render(FailureNotice, { failure: FAILURE, now: 0 });
  await getByText('What we saw').click();
  await getByRole('button', { name: 'Copy report' }).click();

  await expect.element(getByRole('button', { name: 'Report copied' })).toBeVisible();
  const report = writeText.mock.lastCall?.[0] ?? '';
  expect(report).toContain('Phase: connected');
  expect(report).toContain('Zone: green');
});

test('copies a report without a name in it', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const { getByText, getByRole } = await render(FailureNotice, {
    failure: FAILURE,
    now: 0,
    onagain: vi.fn(),
    status: aStatus(),
  });
  await getByText('What we saw').click();
  await getByRole('button', { name: 'Copy report' }).click();

  await expect.element(getByRole('button', { name: 'Report copied' })).toBeVisible();
  const report = writeText.mock.lastCall?.[0] ?? '';
  expect(report).toContain('Cause: sony-down');
  expect(report).toContain('Zone: green');
  expect(report).not.toMatch(/4242424242424242|Night_Cabinet/);
});
