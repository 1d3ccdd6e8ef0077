import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
// Loaded late by the popup; from the development server the first time takes a second.
import '@/components/popup/after-first-frame';
import '@/components/popup/NotConnected.svelte';
import App from '@/entrypoints/popup/App.svelte';
import type { Connection } from '@/utils/domain/connection/connection';
import { EMPTY_SNAPSHOT, type Snapshot } from '@/utils/domain/sync/snapshot';
import * as words from '@/utils/words/en/connect.json';
import { ZONES } from '@/utils/words/token-life';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { A_WAIT } from '../../support/connections';
import { publish } from '../../support/publish-status';
import { aSnapshot, connected, lifeOf } from '../../support/statuses.ts';

async function open(connection: Connection, snapshot: Snapshot = EMPTY_SNAPSHOT) {
  await publish({ connection, snapshot });
  return render(App);
}

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

test('tells those who hear it what changes while it is open, and not what it opened with', async () => {
  const signedOut = lifeOf(40, Date.now(), { state: 'signed-out', aliveAt: Date.now() });
  const { getByRole } = await open(connected({ tokenLife: signedOut }), aSnapshot());
  const region = getByRole('status');
  await expect.element(getByRole('heading', { name: words.signedOutTitle })).toBeVisible();
  await expect.element(region).toHaveTextContent('');

  await publish({ connection: connected(), snapshot: aSnapshot() });
  await expect.element(region).toHaveTextContent(ZONES.green);

  await publish({ connection: connected({ failure: { cause: 'token-refused' } }) });
  await expect.element(getByRole('alert')).not.toHaveAttribute('aria-live');
  await expect.element(region).toHaveTextContent('');
});

test('the keyboard is led on where the button that was pressed goes with its view', async () => {
  const { getByRole } = await open(A_WAIT);
  await getByRole('button', { name: 'Cancel' }).click();
  await publish({ connection: { phase: 'disconnected', failure: null } });

  await expect.element(getByRole('heading', { level: 1 })).toHaveFocus();
});
