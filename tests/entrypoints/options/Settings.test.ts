import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import type { Receipt } from '@/utils/domain/receipt';
import { Secret } from '@/utils/domain/secret';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { EMPTY_SNAPSHOT } from '@/utils/domain/snapshot';
import { handOver } from '@/utils/messaging/hand-over';
import type { Status } from '@/utils/status/read';
import { AN_ATTEMPT } from '../../support/connections';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import {
  DAY,
  aSnapshot,
  aStatus,
  connected,
  lifeOf,
  manyLibraryTitles,
} from '../../support/statuses.ts';

const CLEAN: Receipt = { databases: 0, storedValues: 0, alarms: 0, rules: 0 };

async function open(said: Partial<Status> = {}) {
  await publish(aStatus(said));
  return render(App);
}

beforeEach(async () => {
  location.hash = '#/settings';
  await browser.storage.local.clear();
  answerAsBackground();
});

test('shows the whole card, and the countdown once', async () => {
  const { getByRole, getByTestId } = await open();

  await expect.element(getByRole('region', { name: 'Token life' })).toBeVisible();
  expect(getByTestId('token-life').elements()).toHaveLength(1);
  expect(document.title).toBe('Settings · Trophy Shelf');
  await expectAccessible();
});

test.each([
  ['gone', /You signed out at PlayStation/],
  ['other-account', /stays with Night_Cabinet/],
  ['unknown', /no sign-in at PlayStation in this browser/],
] as const)('a sign-in that is %s is spoken of, and another way offered', async (state, words) => {
  const { getByRole, getByText } = await open({
    connection: connected({ tokenLife: lifeOf(9, Date.now(), { state }) }),
  });

  const card = getByRole('region', { name: 'Token life' });
  await expect.element(card).toMatchTextContent(words);
  await expect.element(getByText('Use a code from another browser')).toBeVisible();
});

test('a switch moves when the change is made', async () => {
  const asked = answerAsBackground();
  const { getByRole } = await open();
  const renewal = getByRole('switch', { name: /Renew by itself/ });

  await renewal.click();
  await expect.poll(() => asked).toEqual(['changeSettings']);
  await expect.element(renewal).toBeChecked();

  await publish({ settings: { ...DEFAULT_SETTINGS, renewal: false } });
  await expect.element(renewal).not.toBeChecked();
});

test('gives the date to the calendar', async () => {
  const { getByRole } = await open();

  const link = getByRole('link', { name: 'Add the date to my calendar' });
  await expect.element(link).toHaveAttribute('download', 'trophy-shelf.ics');
  const file = await fetch(link.element().getAttribute('href') ?? '');
  expect(await file.text()).toContain('BEGIN:VEVENT');
});

test('copies the NPSSO only after saying what it can do', async () => {
  const asked = answerAsBackground();
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await handOver(new Secret('lent-code'));
  const { getByRole, getByText } = await open();

  await getByRole('button', { name: 'Copy NPSSO for another app' }).click();
  const dialog = getByRole('dialog', { name: 'Copy your NPSSO?' });
  await expect.element(dialog).toMatchTextContent(/as powerful as your password/);
  await expectAccessible();
  expect(asked).toEqual([]);

  await getByRole('button', { name: 'Copy it' }).click();
  await expect.element(getByText(/^Copied\./)).toBeVisible();
  expect(asked).toEqual(['lendNpsso']);
  expect(writeText).toHaveBeenCalledExactlyOnceWith('lent-code');
  expect(await browser.storage.session.get(null)).toEqual({});
});

test('says what erasing takes away, and can be left without it', async () => {
  const asked = answerAsBackground();
  const accountId = 'settings-1';
  await new LibraryDatabase(accountId).titles.bulkPut(manyLibraryTitles(1_300));
  const player = { ...aSnapshot().player!, accountId };
  const { getByRole } = await open({ snapshot: aSnapshot({ player }) });

  await getByRole('button', { name: 'Disconnect', exact: true }).click();
  const dialog = getByRole('dialog', { name: 'Disconnect from PlayStation?' });
  await expect.element(dialog).toMatchTextContent(/1,300 games with their trophies/);
  await expectAccessible();

  await getByRole('button', { name: 'Cancel' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(asked).toEqual([]);
});

test('can keep the library', async () => {
  const asked = answerAsBackground();
  const { getByRole } = await open();

  await getByRole('button', { name: 'Disconnect', exact: true }).click();
  await getByRole('button', { name: 'Disconnect, keep my library' }).click();

  await expect.poll(() => asked).toEqual(['disconnect']);
});

test.each([
  [CLEAN, /Nothing of Trophy Shelf is left in this browser/],
  [{ ...CLEAN, databases: 1 }, /Something is left in this browser: 1 database/],
])('the receipt %o outlives what was erased', async (receipt, words) => {
  answerAsBackground({ ok: true, value: receipt });
  const { getByRole, getByText } = await open();

  await getByRole('button', { name: 'Disconnect', exact: true }).click();
  await getByRole('button', { name: 'Erase everything' }).click();
  await publish({
    connection: { phase: 'disconnected', failure: null },
    snapshot: EMPTY_SNAPSHOT,
  });

  await expect.element(getByRole('heading', { name: 'Receipt' })).toHaveFocus();
  await expect.element(getByRole('main')).toMatchTextContent(words);
  await expect.element(getByText('Not connected')).toBeVisible();
  await expectAccessible();
});

test('lets go of a library that is being erased, and does not bring it back', async () => {
  const accountId = 'settings-2';
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(manyLibraryTitles(3));
  const player = { ...aSnapshot().player!, accountId };
  location.hash = '#/library';
  const { getByTestId } = await open({ snapshot: aSnapshot({ player }) });
  await expect.element(getByTestId('library-count')).toMatchTextContent(/^3$/);

  await database.delete();
  await new Promise((resolve) => setTimeout(resolve, 600));

  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain(database.name);
});

test('what is left of a library without a connection can be erased too', async () => {
  const { getByRole } = await open({ connection: { phase: 'disconnected', failure: null } });

  await getByRole('button', { name: 'Erase everything' }).click();
  const dialog = getByRole('dialog', { name: 'Erase everything?' });
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toBeVisible();
  expect(dialog.getByRole('button', { name: /keep my library/ }).elements()).toHaveLength(0);
});

test.each([
  [
    { ...AN_ATTEMPT, phase: 'old-session', endsAt: Date.now() + 20 * DAY },
    'Start fresh',
    'startFresh',
  ],
  [
    { ...AN_ATTEMPT, phase: 'signing-out', since: 0, laterThan: 0, isShown: true },
    'Cancel',
    'cancelConnecting',
  ],
  [{ phase: 'disconnected', failure: null }, 'Connect PlayStation', 'connect'],
] as const)('the library stays in sight during %o', async (connection, button, request) => {
  const asked = answerAsBackground();
  location.hash = '#/library';
  const { getByRole } = await open({ connection });

  await expect.element(getByRole('heading', { name: 'Library' })).toBeVisible();
  await getByRole('button', { name: button }).click();
  await expect.poll(() => asked).toContain(request);
  await expectAccessible();
});

test('the guide can be read by everyone', async () => {
  location.hash = '#/guide';
  const { getByRole } = await open();

  await expect.element(getByRole('heading', { level: 1, name: 'Guide' })).toBeVisible();
  await expectAccessible();
});

test('secret trophies can be uncovered for good', async () => {
  const asked = answerAsBackground();
  const { getByRole } = await open();

  await getByRole('switch', { name: 'Show secret trophies' }).click();

  await expect.poll(() => asked).toEqual(['changeSettings']);
});
