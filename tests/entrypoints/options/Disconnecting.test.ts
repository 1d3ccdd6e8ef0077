import { WHOLE_SET } from '@/utils/domain/library/player-item';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { CopyJobs } from '@/utils/copy-worker/copy-jobs';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import type { Receipt } from '@/utils/domain/connection/receipt';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import type { Status } from '@/utils/status/status';
import { COPY_REPORT, REPORT_COPIED } from '@/utils/words/evidence';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { storedRoaming } from '@/utils/status/values';
import { TAKE_OFF } from '@/utils/words/roaming';
import * as copyWords from '@/utils/words/en/copies.json';
import { CANCEL, PRODUCT } from '@/utils/words/names';
import {
  DISCONNECT_QUESTION,
  ERASE,
  RECEIPT,
  ERASE_QUESTION,
  CONNECTION_AND_SETTINGS,
  RECORDS_GO,
  COUNTS_UNKNOWN,
  GOES_UNCOUNTED,
  OTHERS_UNKNOWN,
  NO_LIBRARIES,
  NOTHING_LEFT,
  STAYS_WITH_BROWSER,
} from '@/utils/words/disconnecting';
import { COUNTING } from '@/utils/words/disconnecting';
import { roomUnknown, gamesGoUnknown } from '@/utils/words/en/settings.json';
import { NOT_CONNECTED_TITLE } from '@/utils/words/connecting';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import {
  aLibraryTitle,
  aSnapshot,
  aStatus,
  connected,
  manyLibraryTitles,
} from '../../support/statuses.ts';
import { aPlayedGame } from '../../support/titles.ts';

const CLEAN: Receipt = { databases: 0, storedValues: 0, alarms: 0, rules: 0, permissions: 0 };
const DISCONNECTED = { phase: 'disconnected', failure: null } as const;
const MINE = '1111111111111111';
const OTHERS = '6515971742264061246';

async function open(said: Partial<Status> = {}) {
  await publish(aStatus(said));
  return render(App);
}

/** Opens the dialog, and waits until all is counted. */
async function openDialog(said: Partial<Status> = {}) {
  const shown = await open(said);
  await shown.getByRole('button', { name: 'Disconnect', exact: true }).click();
  const dialog = shown.getByRole('dialog', { name: DISCONNECT_QUESTION });
  await expect.element(dialog).not.toMatchTextContent(COUNTING);
  return { ...shown, dialog };
}

/** A library with everything that a player can make in one. */
async function fill(accountId: string, onlineId: string | null): Promise<LibraryDatabase> {
  const database = new LibraryDatabase(accountId);
  const player = onlineId === null ? null : { ...aSnapshot().player!, accountId, onlineId };
  await database.overview.put({ ...EMPTY_OVERVIEW, player, hasChosen: true });
  await database.titles.bulkPut([
    ...manyLibraryTitles(1_300).map((title) => ({ ...title, choice: 'picked' as const })),
    aLibraryTitle({ npCommunicationId: 'never', choice: 'never' }),
  ]);
  await database.playedGames.put({
    ...aPlayedGame(),
    npCommunicationIds: [],
    matched: 0,
    refusal: null,
  });
  const item = { npCommunicationId: 'a', trophyId: WHOLE_SET, version: 1, device: 'test' };
  await database.playerItems.bulkPut([
    { ...item, kind: 'note', trophyId: 1, value: 'Left of the door' },
    { ...item, kind: 'note', trophyId: 2, value: null },
    { ...item, kind: 'pin', trophyId: 1, value: true },
    { ...item, kind: 'pin', trophyId: 2, value: true },
    { ...item, kind: 'missable', trophyId: 1, value: true },
    { ...item, kind: 'story', trophyId: 1, value: true },
    { ...item, kind: 'choice', npCommunicationId: 'never', value: 'never' },
    ...manyLibraryTitles(1_300).map(({ npCommunicationId }) => {
      return { ...item, kind: 'choice' as const, npCommunicationId, value: 'picked' as const };
    }),
  ]);
  return database;
}

beforeEach(async () => {
  location.hash = '#/settings';
  await browser.storage.local.clear();
  answerAsBackground();
});

afterEach(async () => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(browser, 'extension');
  for (const accountId of [MINE, OTHERS]) await Dexie.delete(new LibraryDatabase(accountId).name);
});

test('names each library that goes, with what is in it, and can be left without erasing', async () => {
  const asked = answerAsBackground();
  await fill(MINE, 'Night_Cabinet');
  const empty = new LibraryDatabase(OTHERS);
  await empty.open();
  const { dialog, getByRole } = await openDialog();

  const libraries = dialog.getByRole('heading', { level: 3 });
  expect(libraries.elements().map((each) => each.textContent)).toEqual([
    'Night_Cabinet',
    'An account ending in 1246',
  ]);
  await expect.element(dialog).toMatchTextContent(/1,301 games with their trophies/);
  await expect.element(dialog).toMatchTextContent(/Playtimes of 1 game/);
  await expect
    .element(dialog)
    .toMatchTextContent(
      /1 note, 2 pinned trophies, 1,300 picked games, 1 game never to be fetched, 2 marks as missable, online or story/,
    );
  await expect.element(dialog).toMatchTextContent(/0 games with their trophies/);
  await expect.element(dialog).toMatchTextContent(CONNECTION_AND_SETTINGS);
  await expect.element(dialog).toMatchTextContent(RECORDS_GO);
  await expect.element(dialog).toMatchTextContent(/About .+ [kM]B in all/);
  await expectAccessible();

  await getByRole('button', { name: 'Cancel' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(asked).toEqual([]);
});

test('counts the games that the picker shows as ticked, whoever has picked them', async () => {
  const absence = { missedAt: 1, isSure: true };
  const database = new LibraryDatabase(MINE);
  await database.titles.bulkPut([
    aLibraryTitle({ npCommunicationId: 'by a rule', choice: 'picked' }),
    aLibraryTitle({ npCommunicationId: 'by a rule too', choice: 'picked' }),
    aLibraryTitle({ npCommunicationId: 'left', choice: 'unpicked' }),
    aLibraryTitle({ npCommunicationId: 'removed', choice: 'picked', absence }),
  ]);
  const item = { kind: 'choice', trophyId: WHOLE_SET, version: 1, device: 'test' } as const;
  await database.playerItems.bulkPut([
    { ...item, npCommunicationId: 'removed', value: 'picked' },
    { ...item, npCommunicationId: 'not here yet', value: 'picked' },
  ]);
  const { dialog } = await openDialog();
  await expect.element(dialog).toMatchTextContent(/Yours: 3 picked games/);
});

test('what cannot be counted is said to be unknown', async () => {
  (await fill(MINE, 'Night_Cabinet')).close();
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('', 'InvalidStateError');
  });
  vi.spyOn(navigator.storage, 'estimate').mockRejectedValue(new TypeError());
  const { dialog } = await openDialog();

  await expect.element(dialog).toMatchTextContent(/An account ending in 1111/);
  await expect.element(dialog).toMatchTextContent(gamesGoUnknown);
  await expect.element(dialog).toMatchTextContent(roomUnknown);
  await expect.element(dialog).not.toMatchTextContent(/\b0 /);
  await expectAccessible();
});

test.each([
  ['is silent about', () => vi.spyOn(indexedDB, 'databases').mockRejectedValue(new DOMException())],
  ['hides', () => Object.assign(browser, { extension: { inIncognitoContext: true } })],
])('a browser that %s its databases has no count of none', async (_, prepare) => {
  prepare();
  const { dialog } = await openDialog();

  for (const line of [COUNTS_UNKNOWN, ...GOES_UNCOUNTED, OTHERS_UNKNOWN])
    await expect.element(dialog).toMatchTextContent(line);
  await expect.element(dialog.getByRole('button', { name: 'Erase everything' })).toBeVisible();
});

test('counting creates nothing', async () => {
  const { dialog } = await openDialog({ connection: connected({ accountId: MINE }) });

  await expect.element(dialog).toMatchTextContent(NO_LIBRARIES);
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain(new LibraryDatabase(MINE).name);
});

test('a copy of each library is offered, and nothing is erased while one is being made', async () => {
  for (const [account, name] of [
    [MINE, 'Night'],
    [OTHERS, 'Somebody'],
  ] as const) {
    (await fill(account, name)).close();
  }
  Object.assign(browser, {
    runtime: { ...browser.runtime, getManifest: () => ({ version: '0.0.1' }) },
  });
  const made = vi.spyOn(CopyJobs.prototype, 'save').mockReturnValue(new Promise(() => undefined));
  const { dialog } = await openDialog({ connection: connected({ accountId: MINE }) });
  await expect
    .element(dialog.getByRole('button', { name: copyWords.saveFirstOf({ owner: 'Night' }) }))
    .toBeVisible();
  await dialog.getByRole('button', { name: copyWords.saveFirstOf({ owner: 'Somebody' }) }).click();
  await vi.waitFor(() => expect(made).toHaveBeenCalled());
  const erase = dialog.getByRole('button', { name: ERASE, exact: true });
  await expect.element(erase).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('button', { name: CANCEL, exact: true }).first().click();
  await expect.element(erase).not.toHaveAttribute('aria-disabled', 'true');
});

test('asks about words on the servers also where they go there no more', async () => {
  await storedRoaming.write({ writtenAt: 5, left: 0 });
  const { dialog } = await openDialog({ settings: { ...DEFAULT_SETTINGS, roams: false } });
  await expect.element(dialog.getByRole('switch', { name: TAKE_OFF })).toBeVisible();
});

test('can keep the library', async () => {
  const asked = answerAsBackground();
  const { getByRole } = await open();

  await getByRole('button', { name: 'Disconnect', exact: true }).click();
  await getByRole('button', { name: 'Disconnect, keep my library' }).click();

  await expect.poll(() => asked).toEqual(['disconnect']);
});

test.each([
  [CLEAN, NOTHING_LEFT],
  [{ ...CLEAN, databases: 1 }, /Something is left in this browser: 1 database/],
])('the receipt %o outlives what was erased, and says what stays', async (receipt, words) => {
  answerAsBackground({ ok: true, value: receipt });
  const { getByRole, getByText } = await open();

  await getByRole('button', { name: 'Disconnect', exact: true }).click();
  await getByRole('button', { name: 'Erase everything' }).click();
  await publish({ connection: DISCONNECTED, snapshot: EMPTY_SNAPSHOT });

  await expect.element(getByRole('heading', { name: RECEIPT })).toHaveFocus();
  await expect.element(getByRole('main')).toMatchTextContent(words);
  await expect.element(getByText(STAYS_WITH_BROWSER)).toBeVisible();
  await expect.element(getByText(NOT_CONNECTED_TITLE)).toBeVisible();
  await expectAccessible();
});

test('what erasing has left is an error, with its report', async () => {
  const manifest = { manifest_version: 3, name: PRODUCT, version: '0.1.0' } as const;
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue(manifest);
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  answerAsBackground({ ok: true, value: { ...CLEAN, databases: 1, alarms: 2 } });
  const { getByRole } = await open({ connection: DISCONNECTED });
  await getByRole('button', { name: 'Erase everything' }).click();
  await getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();

  await publish({ connection: DISCONNECTED, snapshot: EMPTY_SNAPSHOT });
  const alert = getByRole('alert');
  await expect.element(alert).toHaveAttribute('data-cause', 'left-behind');
  await getByRole('button', { name: COPY_REPORT }).click();
  await expect.element(getByRole('button', { name: REPORT_COPIED })).toBeVisible();
  const report = writeText.mock.lastCall?.[0] ?? '';
  expect(report).toMatch(/Cause: left-behind\nSeen at: .*\nLeft databases: 1\nLeft alarms: 2/);
});

test('what erasing has left can be erased again', async () => {
  const asked = answerAsBackground({ ok: true, value: { ...CLEAN, databases: 1 } });
  const { getByRole } = await open({ connection: DISCONNECTED });
  await getByRole('button', { name: 'Erase everything' }).click();
  await getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await publish({ connection: DISCONNECTED, snapshot: EMPTY_SNAPSHOT });
  await expect.element(getByRole('heading', { name: RECEIPT })).toBeVisible();

  await getByRole('button', { name: 'Erase everything' }).click();
  await getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await expect.poll(() => asked).toEqual(['eraseEverything', 'eraseEverything']);
});

test('lets go of a library that is being erased, and does not bring it back', async () => {
  const database = await fill(MINE, 'Night_Cabinet');
  location.hash = '#/library';
  const { getByTestId } = await open({ connection: connected({ accountId: MINE }) });
  await expect.element(getByTestId('library-count')).toMatchTextContent(/^1,300$/);

  await database.delete();
  await new Promise((resolve) => setTimeout(resolve, 600));

  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain(database.name);
});

test('what is left of a library without a connection can be erased too', async () => {
  const { getByRole } = await open({ connection: DISCONNECTED });

  await getByRole('button', { name: 'Erase everything' }).click();
  const dialog = getByRole('dialog', { name: ERASE_QUESTION });
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toBeVisible();
  expect(dialog.getByRole('button', { name: /keep my library/ }).elements()).toHaveLength(0);
});
