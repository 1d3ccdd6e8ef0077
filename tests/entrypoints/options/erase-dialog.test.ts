import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import { SAVE_SCRIPT } from '@/components/copies/copy-scripts';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { storedRoaming } from '@/utils/status/values';
import {
  CONNECTION_AND_SETTINGS,
  DISCONNECT,
  DISCONNECT_QUESTION,
  ERASE,
  ERASE_QUESTION,
  ownerOf,
  RECEIPT,
  WAY_BACK_GOES,
} from '@/utils/words/disconnecting';
import { CANCEL } from '@/utils/words/names';
import * as copyWords from '@/utils/words/en/copies.json';
import { TAKE_OFF } from '@/utils/words/roaming';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { publish } from '../../support/publish-status';
import { restoredInto } from '../../support/restored-into.ts';
import { aStatus, connected } from '../../support/statuses.ts';

const OTHERS = { accountId: '6515971742264061246', onlineId: null };

/** What can be pressed in the dialog. */
function pressableIn(dialog: Element): string[] {
  const all = dialog.querySelectorAll('button, [role="switch"]');
  return [...all].map((each) => each.textContent.trim());
}

/** The same in the moment in which it opens. */
function pressableAtFirst(): Promise<string[]> {
  return new Promise((resolve) => {
    const watching = new MutationObserver(() => {
      const dialog = document.querySelector('dialog[open]');
      if (dialog !== null) resolve(pressableIn(dialog));
    });
    watching.observe(document.body, { subtree: true, attributeFilter: ['open'] });
    onTestFinished(() => watching.disconnect());
  });
}

test('opens with all that can be pressed: nothing comes late, and moves what erases', async () => {
  // A test's own server takes longer for it than the dialog waits.
  await SAVE_SCRIPT.load();
  location.hash = '#/settings';
  await browser.storage.local.clear();
  answerAsBackground();
  await storedRoaming.write({ writtenAt: 5, left: 0 });
  const library = new LibraryDatabase(OTHERS.accountId);
  onTestFinished(() => Dexie.delete(library.name));
  await library.open();
  library.close();
  await publish(aStatus({ connection: connected({ accountId: '1111111111111111' }) }));
  const { getByRole } = await render(App);

  const atFirst = pressableAtFirst();
  await getByRole('button', { name: DISCONNECT, exact: true }).click();
  const dialog = getByRole('dialog', { name: DISCONNECT_QUESTION });
  const name = copyWords.saveFirstOf({ owner: ownerOf(OTHERS) });
  await expect.element(dialog.getByRole('button', { name })).toBeVisible();
  await expect.element(dialog.getByRole('switch', { name: TAKE_OFF })).toBeVisible();
  expect(await atFirst).toEqual(pressableIn(dialog.element()));
});

test('asks anew each time whether words on the servers go, which go from every computer', async () => {
  location.hash = '#/settings';
  await browser.storage.local.clear();
  answerAsBackground();
  await storedRoaming.write({ writtenAt: 5, left: 0 });
  await publish(aStatus({ connection: connected({ accountId: '1111111111111111' }) }));
  const { getByRole } = await render(App);
  const dialog = getByRole('dialog', { name: DISCONNECT_QUESTION });
  const takeOff = dialog.getByRole('switch', { name: TAKE_OFF });

  await getByRole('button', { name: DISCONNECT, exact: true }).click();
  await takeOff.click();
  await expect.element(takeOff).toBeChecked();
  await dialog.getByRole('button', { name: CANCEL }).click();
  await getByRole('button', { name: DISCONNECT, exact: true }).click();
  await expect.element(takeOff).not.toBeChecked();
});

test.each([
  ['is open', OTHERS.accountId],
  ['was closed', null],
])('a library that was only restored and %s can be erased with all else', async (_, shown) => {
  location.hash = '#/settings';
  await browser.storage.local.clear();
  const nothingLeft = { databases: 0, storedValues: 0, alarms: 0, rules: 0, permissions: 0 };
  answerAsBackground({ ok: true, value: nothingLeft });
  const library = new LibraryDatabase(OTHERS.accountId);
  onTestFinished(() => Dexie.delete(library.name));
  await library.open();
  library.close();
  const connection = { phase: 'disconnected', failure: null } as const;
  await publish(aStatus({ connection, snapshot: EMPTY_SNAPSHOT, shownLibrary: shown }));
  const { getByRole } = await render(App);

  await getByRole('button', { name: ERASE, exact: true }).click();
  const dialog = getByRole('dialog', { name: ERASE_QUESTION });
  await expect.element(dialog).toMatchTextContent(CONNECTION_AND_SETTINGS);
  await Dexie.delete(library.name);
  await dialog.getByRole('button', { name: ERASE, exact: true }).click();
  await publish({ shownLibrary: null });
  await expect.element(getByRole('heading', { name: RECEIPT })).toHaveFocus();
  await expect.element(getByRole('button', { name: ERASE, exact: true })).not.toBeInTheDocument();
});

test('names the way back from a restored copy among what goes, where there is one', async () => {
  location.hash = '#/settings';
  await browser.storage.local.clear();
  answerAsBackground();
  onTestFinished(() => Dexie.delete(OTHER_DATABASES.restore));
  await publish(aStatus({ connection: connected({ accountId: '1111111111111111' }) }));
  const { getByRole } = await render(App);
  const dialog = getByRole('dialog', { name: DISCONNECT_QUESTION });
  const open = () => getByRole('button', { name: DISCONNECT, exact: true }).click();
  await open();
  await expect.element(dialog).toMatchTextContent(CONNECTION_AND_SETTINGS);
  await expect.element(dialog).not.toMatchTextContent(WAY_BACK_GOES);
  await dialog.getByRole('button', { name: CANCEL }).click();
  await restoredInto(OTHER_DATABASES.restore, OTHERS.accountId, Date.now());
  await open();
  await expect.element(dialog).toMatchTextContent(WAY_BACK_GOES);
});
