import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/popup/App.svelte';
import type { Connection } from '@/utils/domain/connection/connection';
import { COPY_REPORT, NOT_LOADED, RELOAD } from '@/utils/words/not-loaded';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, connected } from '../../support/statuses.ts';

// An update has taken the place of the build that this popup is of. What refuses an import unseen fails this file.
vi.mock('@/components/popup/after-first-frame', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

test.each<[string, Connection]>([
  ['connected', connected()],
  ['that the player is needed for', connected({ failure: { cause: 'token-refused' } })],
  ['not connected', { phase: 'disconnected', failure: null }],
])('a popup %s says that its scripts are gone, and what helps', async (_, connection) => {
  await publish({ connection, snapshot: aSnapshot() });
  const { getByRole } = await render(App);

  await expect.element(getByRole('alert')).toHaveTextContent(NOT_LOADED);
  await expect.element(getByRole('button', { name: RELOAD })).toBeVisible();
  await expect.element(getByRole('button', { name: COPY_REPORT })).toBeVisible();
  await expectAccessible();
});
