import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { storedRoaming } from '@/utils/status/values';
import { DISCONNECT, DISCONNECT_QUESTION } from '@/utils/words/disconnecting';
import { roamingLeft, STOP_ROAMING, TAKE_OFF } from '@/utils/words/roaming';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { publish } from '../../support/publish-status';
import { aStatus, connected } from '../../support/statuses.ts';

/** An erase left them there, or a repair: this browser does not know any more that it has put them there. */
beforeEach(async () => {
  location.hash = '#/settings';
  await browser.storage.local.clear();
  await browser.storage.sync.set({ 'items-abc-7': [] });
  onTestFinished(() => browser.storage.sync.clear());
  answerAsBackground();
  await publish(aStatus({ connection: connected({ accountId: '1111111111111111' }) }));
});

test('words that lie on the servers can be taken off, whoever has put them there', async () => {
  const { getByRole } = await render(App);
  await expect.element(getByRole('button', { name: STOP_ROAMING })).toBeVisible();
});

test('who erases everything is asked whether they go too', async () => {
  const { getByRole } = await render(App);
  await getByRole('button', { name: DISCONNECT, exact: true }).click();
  const dialog = getByRole('dialog', { name: DISCONNECT_QUESTION });
  await expect.element(dialog.getByRole('switch', { name: TAKE_OFF })).toBeVisible();
});

test('that some find no room is said as soon as it is known', async () => {
  const settings = { ...DEFAULT_SETTINGS, roams: true };
  await publish(aStatus({ settings, connection: connected({ accountId: '1111111111111111' }) }));
  const { getByRole, getByText } = await render(App);
  await expect.element(getByRole('button', { name: STOP_ROAMING })).toBeVisible();
  await storedRoaming.write({ writtenAt: 5, left: 3 });
  await expect.element(getByText(roamingLeft({ count: 3 }, 'en'))).toBeVisible();
});
