import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
// Loaded late by the popup; from the development server the first time takes a second.
import '@/components/popup/after-first-frame';
import '@/components/popup/NotConnected.svelte';
import App from '@/entrypoints/popup/App.svelte';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { publish } from '../../support/publish-status';

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
  await page.viewport(360, 600);
});

test('the field for a code has room below the whole heading', async () => {
  await publish({
    connection: { phase: 'disconnected', failure: null },
    snapshot: EMPTY_SNAPSHOT,
  });
  const { getByRole, getByText } = await render(App);
  await getByText('Use a code from another browser').click();

  await expect.element(getByRole('button', { name: 'Verify & connect' })).toBeVisible();
  const heading = getByRole('heading', { level: 1 }).element();
  const { parentElement: pitch } = heading;
  expect(heading.getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  expect(pitch?.getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
});
