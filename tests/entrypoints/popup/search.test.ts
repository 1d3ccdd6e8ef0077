import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/popup/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { NO_GAME_FOUND } from '@/utils/words/popup-search';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aLibraryTitle, aSnapshot, aStatus, connected } from '../../support/statuses.ts';

const NAMES = ['God of War Ragnarök', 'God of War', 'Astro Bot', 'Gravity Rush', 'Gran Turismo 7'];

let accounts = 0;

async function open(names = NAMES) {
  const accountId = `popup-${String(++accounts)}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(
    names.map((name, at) =>
      aLibraryTitle({
        ...{ name, npCommunicationId: `NPWR0000${String(at)}_00`, lastPlayedAt: 9 - at },
        platforms: [['PS5'], ['PS4', 'PSVITA']][at % 2] ?? [],
      }),
    ),
  );
  await publish(aStatus({ connection: connected({ accountId }), snapshot: aSnapshot() }));
  return render(App);
}

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

test('searches the library from the keyboard alone, and back', async () => {
  const { getByRole } = await open();
  await expect.element(getByRole('button', { name: 'Search games' })).toBeVisible();

  await userEvent.keyboard('/');
  const field = getByRole('searchbox', { name: 'Search games' });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('war god');

  const found = getByRole('listitem').getByRole('link');
  await expect
    .poll(() => found.elements().map((link) => link.textContent))
    .toEqual(['God of War Ragnarök', 'God of War']);
  await expect.element(getByRole('status')).toHaveTextContent('2 games found');
  await expectAccessible();

  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(found.nth(1)).toHaveFocus();
  await expect.element(found.nth(1)).toHaveAttribute('href', '/options.html#/game/NPWR00001_00');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await expect.element(field).toHaveFocus();

  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(getByRole('region', { name: 'Token life' })).toBeVisible();
  await expect.element(getByRole('button', { name: 'Search games' })).toHaveFocus();
});

test('games of one name are told apart by their consoles', async () => {
  const { getByRole } = await open(['Terraria', 'Terraria', 'Terra']);
  await getByRole('button', { name: 'Search games' }).click();
  await getByRole('searchbox', { name: 'Search games' }).fill('terra');

  const found = getByRole('listitem');
  await expect.poll(() => found.elements().length).toBe(3);
  await expect.element(found.nth(0)).toMatchTextContent(/PS5/);
  await expect.element(found.nth(1)).toMatchTextContent(/PS4 · PS Vita/);
  expect(found.nth(2).element().textContent).not.toMatch(/PS/);
});

test('says when there is no such game', async () => {
  const { getByRole, getByText } = await open();
  await getByRole('button', { name: 'Search games' }).click();

  await getByRole('searchbox', { name: 'Search games' }).fill('astra');

  await expect.element(getByText(NO_GAME_FOUND)).toBeVisible();
  await expectAccessible();
});

test('Tab leads through all that was found, the arrows to the last and no further', async () => {
  const { getByRole } = await open();
  await getByRole('button', { name: 'Search games' }).click();
  await getByRole('searchbox', { name: 'Search games' }).fill('gra');
  const found = getByRole('listitem').getByRole('link');
  await expect.poll(() => found.elements().length).toBe(2);

  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  await expect.element(found.nth(1)).toHaveFocus();
  await userEvent.tab({ shift: true });
  await expect.element(found.nth(0)).toHaveFocus();
  (getByRole('searchbox').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(found.nth(0)).toHaveFocus();

  await userEvent.keyboard('{Escape}');
  await expect.element(getByRole('region', { name: 'Token life' })).toBeVisible();
});
