import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import RestoreCopy from '@/components/copies/RestoreCopy.svelte';
import { eraseDatabases } from '@/utils/database/erase';
import * as words from '@/utils/words/en/copies.json';
import { SYNC_HOUR } from '@/utils/words/syncing';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { libraryAndCopy, NOW } from '../../support/library-and-copy.ts';
import { aStatus, connected } from '../../support/statuses.ts';

beforeEach(async () => {
  await browser.storage.local.clear();
  await eraseDatabases();
  answerAsBackground();
});

test('of another account’s copy it is said that its settings come once it connects', async () => {
  const file = await libraryAndCopy(3, 0);
  await eraseDatabases();
  const connection = connected({ accountId: '2222222222222222' });
  const { getByRole, getByLabelText, getByText } = await render(RestoreCopy, {
    ...{ status: aStatus({ connection }), now: NOW },
  });
  await getByRole('button', { name: words.restore }).click();
  await getByLabelText(words.copyFile).upload(file);
  await expect.element(getByText(words.otherAccount)).toBeVisible();
  await expect.element(getByText(words.settingsStay)).toBeVisible();
  expect(getByText(words.settingsCome({ settings: 1, names: SYNC_HOUR }, 'en')).elements()).toEqual(
    [],
  );
});

test('of another account’s copy that is here already they come once it is restored with that account', async () => {
  const file = await libraryAndCopy(3, 3);
  const connection = connected({ accountId: '2222222222222222' });
  const page = await render(RestoreCopy, { status: aStatus({ connection }), now: NOW });
  await page.getByRole('button', { name: words.restore }).click();
  await page.getByLabelText(words.copyFile).upload(file);
  await expect.element(page.getByText(words.same.merge)).toBeVisible();
  await expect.element(page.getByText(words.settingsLater)).toBeVisible();
  await expect.element(page.getByText(words.settingsStay)).not.toBeInTheDocument();
});
