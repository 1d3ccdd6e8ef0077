import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import { announcer } from '@/components/basics/announcer.svelte';
import FailureNotice from '@/components/app/FailureNotice.svelte';
import {
  COPY_REPORT,
  EVIDENCE,
  REPORT_COPIED,
  REPORT_GOES,
  REPORT_REFUSED,
} from '@/utils/words/evidence';
import { PRODUCT } from '@/utils/words/names';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status';
import { aStatus } from '../../support/statuses.ts';

const FAILURE = { cause: 'sony-down', during: 'titles', status: 503 } as const;

beforeEach(() => {
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: PRODUCT,
    version: '0.1.0',
  });
});

test('shows what was seen, in plain words', async () => {
  const { container, getByText, getByRole } = await render(FailureNotice, {
    failure: FAILURE,
    now: 0,
    onagain: vi.fn(),
  });
  await getByText(EVIDENCE).click();

  await expect.element(container).toMatchTextContent(/While Reading your games/);
  await expect.element(container).toMatchTextContent(/Answer HTTP 503/);
  // It is no part of what is said when an error comes up.
  expect(getByRole('alert').element().textContent).not.toMatch(/What we saw|HTTP/);
  await expectAccessible();
});

test('says how things stood also where only the failure is known', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await publish(aStatus());
  const { getByText, getByRole } = await render(FailureNotice, { failure: FAILURE, now: 0 });
  await getByText(EVIDENCE).click();
  await getByRole('button', { name: COPY_REPORT }).click();

  await expect.element(getByRole('button', { name: REPORT_COPIED })).toBeVisible();
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
  await getByText(EVIDENCE).click();
  await getByRole('button', { name: COPY_REPORT }).click();

  await expect.element(getByRole('button', { name: REPORT_COPIED })).toBeVisible();
  const report = writeText.mock.lastCall?.[0] ?? '';
  expect(report).toContain('Cause: sony-down');
  expect(report).toContain('Zone: green');
  expect(report).not.toMatch(/4242424242424242|Night_Cabinet/);
  await expect.element(getByText(REPORT_GOES)).toBeVisible();
  expect(announcer.words).toBe(`${REPORT_COPIED}. ${REPORT_GOES}`);
});

test('what the browser does not let us copy is there to be copied by hand', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  const { getByText, getByRole } = await render(FailureNotice, {
    failure: FAILURE,
    now: 0,
    status: aStatus(),
  });
  await getByText(EVIDENCE).click();
  await getByRole('button', { name: COPY_REPORT }).click();

  await expect.element(getByText(REPORT_REFUSED)).toBeVisible();
  await expect.element(getByText(/Cause: sony-down/)).toBeVisible();
  expect(announcer.words).toContain(REPORT_REFUSED);
  await expect.element(getByText(REPORT_GOES)).toBeVisible();
  expect(announcer.words).not.toContain('sony-down');
  await expectAccessible();
});
