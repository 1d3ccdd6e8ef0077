import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
// Loaded late by the popup; from the development server the first time takes a second.
import '@/components/popup/NotConnected.svelte';
import App from '@/entrypoints/popup/App.svelte';
import { DISCONNECTED, type Connection } from '@/utils/domain/connection/connection';
import { MADE_UP } from '@/utils/domain/library/shown-library';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { CONNECT, LIBRARY } from '@/utils/words/names';
import { MADE_UP_TITLE, STOP_LOOKING } from '@/utils/words/shown-library';
import { CONNECTING_TITLE } from '@/utils/words/connecting';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { AN_ATTEMPT } from '../../support/connections';
import { expectAccessible } from '../../support/expect-accessible.ts';

let asked: string[];
let payloads: unknown[];

beforeEach(async () => {
  await browser.storage.local.clear();
  payloads = [];
  asked = answerAsBackground({ ok: true, value: null }, (_, payload) => payloads.push(payload));
});

async function open(connection: Connection = DISCONNECTED) {
  await publish({ connection, snapshot: EMPTY_SNAPSHOT, shownLibrary: MADE_UP });
  return render(App);
}

test('says that the games are made up as every page does, with the way out and the way to them', async () => {
  const { container, getByRole } = await open();

  await expect.element(getByRole('heading', { name: MADE_UP_TITLE })).toBeVisible();
  await expect.element(getByRole('button', { name: CONNECT })).toBeInViewport();
  await expect.element(getByRole('link', { name: LIBRARY })).toBeVisible();
  const main = container.querySelector('main')!;
  expect(main.scrollHeight).toBe(main.clientHeight);
  await expectAccessible();

  const hash = location.hash;
  await getByRole('button', { name: STOP_LOOKING }).click();
  await expect.poll(() => asked).toContain('showLibrary');
  expect(payloads).toContainEqual({ library: null });
  expect(location.hash).toBe(hash);
  await publish({ shownLibrary: null });
  await expect.element(getByRole('heading', { name: MADE_UP_TITLE })).not.toBeInTheDocument();
  await expect.element(getByRole('link', { name: LIBRARY })).not.toBeInTheDocument();
});

test('an attempt to connect has the popup for itself', async () => {
  const { getByRole } = await open({ ...AN_ATTEMPT, phase: 'connecting', step: 'code' });

  await expect.element(getByRole('heading', { name: CONNECTING_TITLE })).toBeVisible();
  await expect.element(getByRole('heading', { name: MADE_UP_TITLE })).not.toBeInTheDocument();
});
