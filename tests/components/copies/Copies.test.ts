import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import Copies from '@/components/copies/Copies.svelte';
import RestoreCopy from '@/components/copies/RestoreCopy.svelte';
import { eraseDatabases } from '@/utils/database/erase';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { createStaging, eraseStaging } from '@/utils/database/staging';
import * as words from '@/utils/words/en/copies.json';
import { CANCEL } from '@/utils/words/names';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { aStatus } from '../../support/statuses.ts';

const NAME = OTHER_DATABASES.restore;
const NOW = new Date(2026, 10, 29, 12).getTime();
const PROPS = { accountId: null, status: aStatus(), now: NOW };

let asked: string[];

beforeEach(async () => {
  await browser.storage.local.clear();
  await eraseDatabases();
  asked = answerAsBackground();
  await restoredInto(NAME);
});

/** As a copy leaves it that was restored. */
async function restoredInto(name: string): Promise<void> {
  const staging = await createStaging(name);
  await staging.plan.put({
    ...{ id: 'plan', accountId: '1', step: 'done', since: NOW, isNew: false, mark: 'seen' },
    settings: {},
  });
  staging.close();
}

test('offers the way back still where another file was no copy', async () => {
  const { getByRole, getByLabelText, getByText } = await render(Copies, PROPS);
  const undo = getByRole('button', { name: words.undo, exact: true });
  await expect.element(undo).toBeVisible();
  await getByRole('button', { name: words.restore, exact: true }).click();
  const none = new File([new TextEncoder().encode('no copy at all')], 'a.json.gz');
  await getByLabelText(words.copyFile).upload(none);
  await expect.element(getByRole('alert')).toBeVisible();
  await getByRole('button', { name: CANCEL, exact: true }).click();
  await expect.element(getByRole('alert')).not.toBeInTheDocument();
  await expect.element(undo).toBeVisible();
  await undo.click();
  await expect.element(getByText(words.undone)).toBeVisible();
});

test('offers the way back no more once another page has taken it, and once there is one again', async () => {
  const { getByRole } = await render(Copies, PROPS);
  const undo = getByRole('button', { name: words.undo, exact: true });
  await expect.element(undo).toBeVisible();
  await eraseStaging(NAME);
  await expect.element(undo).not.toBeInTheDocument();
  await restoredInto(NAME);
  await expect.element(undo).toBeVisible();
});

test('says wherever a copy is restored that this gives up the way back from the last one', async () => {
  const { getByRole } = await render(RestoreCopy, PROPS);
  await getByRole('button', { name: words.restore, exact: true }).click();
  await expect.element(getByRole('dialog')).toMatchTextContent(words.givesUpUndo);
});

test('does not say that a copy is taken back where a day was over meanwhile', async () => {
  const { getByRole, getByText } = await render(Copies, PROPS);
  const undo = getByRole('button', { name: words.undo, exact: true });
  await expect.element(undo).toBeVisible();
  // Nobody tells of it.
  await Dexie.delete(NAME);
  await undo.click();
  await expect.element(getByText(words.noWayBack)).toBeVisible();
  await expect.element(undo).not.toBeInTheDocument();
  expect(asked).toEqual([]);
});
