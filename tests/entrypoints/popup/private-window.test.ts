import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
// Loaded late by the popup; from the development server the first time takes a second.
import '@/components/popup/after-first-frame';
import '@/components/popup/NotConnected.svelte';
import App from '@/entrypoints/popup/App.svelte';
import { CONNECT_ELSEWHERE, PRIVATE_WINDOW } from '@/utils/words/connecting';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { DAY, aSnapshot, connected, lifeOf } from '../../support/statuses.ts';

/** In Chromium only its window says what a popup stands before. */
beforeEach(async () => {
  await browser.storage.local.clear();
  const { getCurrent } = browser.windows;
  Object.assign(browser.windows, { getCurrent: () => Promise.resolve({ incognito: true }) });
  onTestFinished(() => void Object.assign(browser.windows, { getCurrent }));
  runsWith(false);
});

/** A background that is private itself, where every window is, or one of the normal windows’. */
function runsWith(incognito: boolean): void {
  const { getContexts } = browser.runtime;
  Object.assign(browser.runtime, { getContexts: () => Promise.resolve([{ incognito }]) });
  onTestFinished(() => void Object.assign(browser.runtime, { getContexts }));
}

test('where every window is private no other is spoken of', async () => {
  answerAsBackground();
  runsWith(true);
  await publish({ connection: DISCONNECTED });
  const { getByRole, getByText } = await render(App);

  await expect.element(getByRole('button', { name: 'Connect PlayStation' })).toBeVisible();
  await expect.element(getByText(PRIVATE_WINDOW)).not.toBeInTheDocument();
});

test('before a private window the popup says so, and its button leads to a normal one', async () => {
  const asked = answerAsBackground();
  await publish({ connection: DISCONNECTED });
  const { getByRole, getByText } = await render(App);

  await expect.element(getByText(PRIVATE_WINDOW)).toBeVisible();
  await expect
    .element(getByRole('button', { name: 'Connect PlayStation' }))
    .not.toBeInTheDocument();
  await expectAccessible();
  await getByRole('button', { name: CONNECT_ELSEWHERE }).click();
  await expect.poll(() => asked).toContain('connect');
});

test('a connection that needs a sign-in says so too, and one that needs nothing does not', async () => {
  answerAsBackground();
  const lost = lifeOf(5, Date.now(), { state: 'signed-out', aliveAt: Date.now() - DAY });
  await publish({ connection: connected({ tokenLife: lost }), snapshot: aSnapshot() });
  const { getByRole, getByText, unmount } = await render(App);
  await expect.element(getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await expect.element(getByText(PRIVATE_WINDOW)).toBeVisible();
  await unmount();

  await publish({ connection: connected(), snapshot: aSnapshot() });
  const well = await render(App);
  await expect.element(well.getByRole('button', { name: 'Sync now' })).toBeVisible();
  await expect.element(well.getByText(PRIVATE_WINDOW)).not.toBeInTheDocument();
});
