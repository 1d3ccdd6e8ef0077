import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import Copies from '@/components/copies/Copies.svelte';
import RestoreCopy from '@/components/copies/RestoreCopy.svelte';
import { eraseDatabases } from '@/utils/database/erase';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { eraseStaging } from '@/utils/database/staging';
import * as words from '@/utils/words/en/copies.json';
import { ownerOf } from '@/utils/words/disconnecting';
import { CANCEL } from '@/utils/words/names';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { restoredInto } from '../../support/restored-into.ts';
import { aStatus, connected } from '../../support/statuses.ts';

const NAME = OTHER_DATABASES.restore;
const NOW = new Date(2026, 10, 29, 12).getTime();
const OWN = '1111111111111111';
const STATUS = aStatus({ connection: connected({ accountId: OWN }) });
const PROPS = { accountId: null, status: STATUS, now: NOW };

let asked: string[];

beforeEach(async () => {
  await browser.storage.local.clear();
  await eraseDatabases();
  asked = answerAsBackground();
  await restoredInto(NAME, OWN, NOW);
});

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
  await restoredInto(NAME, OWN, NOW);
  await expect.element(undo).toBeVisible();
});

test('says wherever a copy is restored that this gives up the way back from the last one', async () => {
  const { getByRole } = await render(RestoreCopy, PROPS);
  await getByRole('button', { name: words.restore, exact: true }).click();
  await expect.element(getByRole('dialog')).toMatchTextContent(words.givesUpUndo);
});

test('says of the way back into another account’s library whose that is, wherever it is given up', async () => {
  const status = aStatus({ connection: connected({ accountId: '2222222222222222' }) });
  const page = await render(Copies, { ...PROPS, status });
  const owner = ownerOf({ accountId: OWN, onlineId: null });
  await expect.element(page.getByText(words.restoredOf({ owner }))).toBeVisible();
  await page.getByRole('button', { name: words.restore, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toMatchTextContent(words.givesUpUndoOf({ owner }));
  await expect.element(dialog).not.toMatchTextContent(words.givesUpSettings);
  // Those of that copy come only once its account connects.
  await restoredInto(NAME, OWN, NOW, { syncHour: 7 });
  await expect.element(dialog).toMatchTextContent(words.givesUpSettings);
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

test('the way back is gone with the word that it was taken, while another page holds it up', async () => {
  // It reads a copy, or looks at one: what is deleted waits for it, and whoever reads it waits behind that.
  let holds: IDBDatabase | null = null;
  answerAsBackground(async () => {
    holds = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(NAME);
      opening.onsuccess = () => resolve(opening.result);
    });
    indexedDB.deleteDatabase(NAME);
    return { ok: true, value: null };
  });
  const { getByRole, getByText } = await render(Copies, PROPS);
  await getByRole('button', { name: words.undo, exact: true }).click();
  await expect.element(getByText(words.undone)).toBeVisible();
  expect(getByText(words.restoredTitle).elements()).toEqual([]);
  (holds as IDBDatabase | null)?.close();
});

test('says of a library that came with the copy that it is gone again', async () => {
  const status = aStatus({ connection: connected({ accountId: '2222222222222222' }) });
  const page = await render(Copies, { ...PROPS, status });
  const owner = ownerOf({ accountId: OWN, onlineId: null });
  await page.getByRole('button', { name: words.undo, exact: true }).click();
  await expect.element(page.getByText(words.undoneWhole({ owner }))).toBeVisible();
});
