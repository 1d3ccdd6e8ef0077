import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import OtherLibraries from '@/components/settings/OtherLibraries.svelte';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import { eraseLibrary } from '@/utils/database/erase';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { createStaging, eraseStaging } from '@/utils/database/staging';
import { bucketsOf } from '@/utils/domain/library/roaming-items';
import type { Outcome } from '@/utils/domain/failure';
import {
  ERASE_LIBRARY,
  ERASE_LIBRARY_WAY_BACK,
  OTHER_LIBRARIES,
  TAKE_OFF_LIBRARY,
} from '@/utils/words/other-libraries';
import * as copies from '@/utils/words/en/copies.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aSnapshot, aStatus, manyLibraryTitles } from '../../support/statuses.ts';

const MINE = '1111111111111111';
const OTHERS = '6515971742264061246';

/** A library as an account leaves it behind. */
async function leave(accountId: string, onlineId: string, games: number): Promise<void> {
  const database = new LibraryDatabase(accountId);
  const player = { ...aSnapshot().player!, accountId, onlineId };
  await database.overview.put({ ...EMPTY_OVERVIEW, player });
  await database.titles.bulkPut(manyLibraryTitles(games));
  database.close();
}

/** The copy that was restored last went into this account's library, and can be taken back. */
async function restoreInto(accountId: string): Promise<void> {
  const staging = await createStaging(OTHER_DATABASES.restore);
  const done = { step: 'done', since: 1, isNew: false, mark: 'seen' } as const;
  await staging.plan.put({ id: 'plan', accountId, settings: {}, ...done });
  staging.close();
}

/** A background that erases what it is asked to, or answers that it could not. */
function erasing(outcome: Outcome = { ok: true, value: null }): unknown[] {
  const heard: unknown[] = [];
  answerAsBackground(outcome, (name, payload) => {
    if (name === 'eraseLibrary') heard.push(payload);
  });
  return heard;
}

function theList() {
  return render(OtherLibraries, { accountId: MINE, status: aStatus(), now: 0 });
}

/** The databases of other tests, which run beside these, are nobody's. */
function onlyOurs(): void {
  const libraries = [MINE, OTHERS].map((accountId) => new LibraryDatabase(accountId).name);
  const ours: string[] = [...libraries, OTHER_DATABASES.restore];
  const databases = indexedDB.databases.bind(indexedDB);
  vi.spyOn(indexedDB, 'databases').mockImplementation(async () =>
    (await databases()).filter(({ name }) => ours.includes(name ?? '')),
  );
}

beforeEach(async () => {
  onlyOurs();
  await leave(MINE, 'Night_Cabinet', 12);
  erasing();
});

afterEach(async () => {
  await eraseStaging(OTHER_DATABASES.restore);
  vi.restoreAllMocks();
  for (const accountId of [MINE, OTHERS]) await Dexie.delete(new LibraryDatabase(accountId).name);
});

test('nothing is said where there is no other library', async () => {
  const { container, getByRole, rerender } = await render(OtherLibraries, {
    ...{ accountId: OTHERS, status: aStatus(), now: 0 },
  });
  // Counted by then: the one that is here is another's as long as that account's page is shown.
  await expect.element(getByRole('listitem')).toBeVisible();

  await rerender({ accountId: MINE });
  expect(container.textContent.trim()).toBe('');
});

test('each is named with what is in it, and one’s own is not among them', async () => {
  await leave(OTHERS, 'Second_Pad', 3);
  const { getByRole, container } = await theList();

  await expect
    .element(getByRole('region', { name: OTHER_LIBRARIES }))
    .toMatchTextContent(/Second_Pad.*3 games with their trophies/);
  expect(container.textContent).not.toMatch(/Night_Cabinet|12 games/);
  await expectAccessible();
});

test('one that comes, or goes, while the page is open is listed, or not any more', async () => {
  const { getByRole } = await theList();
  const named = getByRole('button', { name: 'Open the library of Second_Pad' });
  await leave(OTHERS, 'Second_Pad', 3);
  await expect.element(named).toBeVisible();

  await eraseLibrary(OTHERS);
  await expect.poll(() => named.elements(), { timeout: 5_000 }).toEqual([]);
});

test('one is opened to be read, in the library', async () => {
  await leave(OTHERS, 'Second_Pad', 3);
  const heard: unknown[] = [];
  answerAsBackground(undefined, (name, payload) => {
    if (name === 'showLibrary') heard.push(payload);
  });
  const { getByRole } = await theList();

  await getByRole('button', { name: 'Open the library of Second_Pad' }).click();
  await expect.poll(() => location.hash).toBe('#/library');
  expect(heard).toEqual([{ library: OTHERS }]);
});

test('one is erased after a question, and that it is gone is said', async () => {
  await leave(OTHERS, 'Second_Pad', 3);
  const heard = erasing();
  const { getByRole } = await theList();

  await getByRole('button', { name: 'Erase the library of Second_Pad' }).click();
  const dialog = getByRole('dialog', { name: 'Erase the library of Second_Pad?' });
  await expect.element(dialog).toMatchTextContent(/3 games with their trophies/);
  await expect.element(dialog.getByRole('button', { name: copies.saveFirst })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(heard).toEqual([]);

  await getByRole('button', { name: 'Erase the library of Second_Pad' }).click();
  await eraseLibrary(OTHERS);
  await dialog.getByRole('button', { name: ERASE_LIBRARY }).click();

  const message = page.getByText('The library of Second_Pad is erased.');
  await expect.element(message).toHaveFocus();
  expect(heard).toEqual([{ accountId: OTHERS, takesOff: false }]);
  await expect.element(getByRole('listitem')).not.toBeInTheDocument();
  await expectAccessible();

  // A copy of it is restored.
  await leave(OTHERS, 'Second_Pad', 3);
  await expect.element(getByRole('listitem')).toBeVisible();
  await expect.element(message).not.toBeInTheDocument();
});

test('all that goes with one is named, also what Sony does not tell again and the way back', async () => {
  await leave(OTHERS, 'Second_Pad', 3);
  const { getByRole } = await theList();
  const open = getByRole('button', { name: 'Erase the library of Second_Pad' });
  const dialog = getByRole('dialog');

  await open.click();
  await expect.element(dialog).toMatchTextContent(/hours by day, rarity as it was, former names/);
  await expect.element(dialog).not.toMatchTextContent(ERASE_LIBRARY_WAY_BACK);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await restoreInto(MINE);
  await open.click();
  await expect.element(dialog).not.toMatchTextContent(ERASE_LIBRARY_WAY_BACK);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await restoreInto(OTHERS);
  await open.click();
  await expect.element(dialog).toMatchTextContent(ERASE_LIBRARY_WAY_BACK);
});

test('whether its words on the servers go too is asked where there are any, and anew each time', async () => {
  await leave(OTHERS, 'Second_Pad', 3);
  await browser.storage.sync.set({ [`${bucketsOf(MINE)}1`]: [] });
  onTestFinished(() => browser.storage.sync.clear());
  const heard = erasing();
  const { getByRole } = await theList();
  const open = getByRole('button', { name: 'Erase the library of Second_Pad' });
  const dialog = getByRole('dialog');
  const takeOff = dialog.getByRole('switch', { name: TAKE_OFF_LIBRARY });
  const cancel = dialog.getByRole('button', { name: 'Cancel' });

  await open.click();
  await expect.element(cancel).toBeVisible();
  expect(takeOff.elements()).toEqual([]);
  await cancel.click();

  await browser.storage.sync.set({ [`${bucketsOf(OTHERS)}1`]: [] });
  await open.click();
  await takeOff.click({ timeout: 5_000 });
  await cancel.click();
  await open.click();
  await expect.element(takeOff).not.toBeChecked();
  await takeOff.click();
  await dialog.getByRole('button', { name: ERASE_LIBRARY }).click();
  await expect.poll(() => heard).toEqual([{ accountId: OTHERS, takesOff: true }]);
});

test('where it could not be erased, the cause is said and it stays', async () => {
  await leave(OTHERS, 'Second_Pad', 3);
  erasing({ ok: false, failure: { cause: 'storage-full' } });
  const { getByRole } = await theList();

  await getByRole('button', { name: 'Erase the library of Second_Pad' }).click();
  await getByRole('dialog').getByRole('button', { name: ERASE_LIBRARY }).click();

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-full');
  await expect
    .element(getByRole('button', { name: 'Erase the library of Second_Pad' }))
    .toBeVisible();
});
