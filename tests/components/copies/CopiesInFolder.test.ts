import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import CheckCopy from '@/components/copies/CheckCopy.svelte';
import RestoreCopy from '@/components/copies/RestoreCopy.svelte';
import { storeCopiesFolder } from '@/utils/database/copies-folder';
import { eraseDatabases } from '@/utils/database/erase';
import { NO_COPIES } from '@/utils/domain/copies/copies-record';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { withShape } from '@/utils/status/stored-shape';
import * as words from '@/utils/words/en/copies.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { aFolderOfTheBrowsers, folderIs } from '../../support/browsers-folder.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { libraryAndCopy, MINE, NOW } from '../../support/library-and-copy.ts';
import { aStatus, connected } from '../../support/statuses.ts';

const STATUS = aStatus({ connection: connected({ accountId: MINE }) });
const BACKUP = { folder: 'Backup' };

beforeEach(async () => {
  await browser.storage.local.clear();
  await eraseDatabases();
  answerAsBackground();
});

async function put(folder: FileSystemDirectoryHandle, name: string, file: Blob): Promise<void> {
  const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await file.stream().pipeTo(writable);
}

async function open() {
  const page = await render(RestoreCopy, { status: STATUS, now: NOW });
  await page.getByRole('button', { name: words.restore }).click();
  return page;
}

/** Chosen, with a copy of this installation, what a broken writing has left, and what is none. */
async function aFolderWithCopies() {
  const file = await libraryAndCopy(3, 2);
  const folder = await aFolderOfTheBrowsers();
  await put(folder, 'Fan ab12cd34.json.gz', file);
  await put(folder, 'empty.json.gz', new Blob());
  await put(folder, 'list.json', new Blob(['{}']));
  await folder.getDirectoryHandle('folder.json.gz', { create: true });
  await storeCopiesFolder(folder);
  const account = { fileMark: 'ab12cd34', made: null, sameAt: null };
  const none = { savedAt: null, ownSince: null, anewAt: null, seenSync: null };
  const accounts = { [MINE]: { ...account, ...none } };
  await browser.storage.local.set({ copies: withShape({ ...NO_COPIES, accounts }) });
  return folder;
}

test('the copies in the folder of the player’s choice are offered, and read as a chosen file is', async () => {
  const folder = await aFolderWithCopies();
  await put(folder, 'Fan 99.json.gz', new Blob(['no copy']));
  const { getByRole, getByLabelText, getByText } = await open();
  const list = getByRole('list', { name: words.inFolder(BACKUP) });
  await expect.element(list.getByRole('listitem').nth(1)).toBeVisible();
  expect(list.getByRole('listitem').elements()).toHaveLength(2);
  await expect.element(list.getByText(/kB, from this browser|B, from this browser/)).toBeVisible();
  await expectAccessible();

  await getByRole('button', { name: words.chooseNamed({ name: 'Fan 99.json.gz' }) }).click();
  await expect.element(getByText(words.refusals['not-ours'], { exact: false })).toBeVisible();
  await getByRole('button', { name: words.chooseNamed({ name: 'Fan ab12cd34.json.gz' }) }).click();
  await expect.element(getByRole('table')).toBeVisible();
  expect((getByLabelText(words.copyFile).element() as HTMLInputElement).value).toBe('');
});

test('a copy that is taken away meanwhile is told, and listed no more', async () => {
  const folder = await aFolderWithCopies();
  const { getByRole, getByText } = await open();
  const name = 'Fan ab12cd34.json.gz';
  const choose = getByRole('button', { name: words.chooseNamed({ name }) });
  await expect.element(choose).toBeVisible();
  await folder.removeEntry(name);
  await choose.click();
  await expect.element(getByText(words.fileGone({ name }))).toBeVisible();
  await expect.element(getByText(words.noneInFolder(BACKUP))).toBeVisible();
  await expect.element(choose).not.toBeInTheDocument();
});

test('where the browser wants the player to be asked, the click asks, and a no is told with the way out', async () => {
  await aFolderWithCopies();
  const said = { state: 'prompt', answer: 'denied' } as {
    state: PermissionState;
    answer: PermissionState;
  };
  folderIs(said);
  const { getByRole, getByText } = await open();
  await expect.element(getByText(words.folderToRead(BACKUP))).toBeVisible();
  await expectAccessible();
  await getByRole('button', { name: words.showFolder }).click();
  await expect.element(getByText(words.unreadFolders.refused(BACKUP))).toBeVisible();
  await expect.element(getByText(words.chooseAsFile)).toBeVisible();
  await expectAccessible();
  said.answer = 'granted';
  await getByRole('button', { name: words.allowFolder }).click();
  await expect.element(getByRole('list', { name: words.inFolder(BACKUP) })).toBeVisible();
});

test('where the browser does not even ask, that is told as a no is', async () => {
  await aFolderWithCopies();
  folderIs({ state: 'prompt', answer: 'prompt' });
  const asking = () => Promise.reject(new DOMException('', 'SecurityError'));
  Object.assign(FileSystemHandle.prototype, { requestPermission: asking });
  const { getByRole, getByText } = await open();
  await getByRole('button', { name: words.showFolder }).click();
  await expect.element(getByText(words.unreadFolders.refused(BACKUP))).toBeVisible();
});

test('a folder that is gone is told, and the copy is chosen as a file', async () => {
  const folder = await aFolderWithCopies();
  await (await navigator.storage.getDirectory()).removeEntry(folder.name, { recursive: true });
  const { getByLabelText, getByText } = await open();
  await expect.element(getByText(words.unreadFolders.gone(BACKUP))).toBeVisible();
  await expect.element(getByText(words.chooseAsFile)).toBeVisible();
  await expectAccessible();
  await getByLabelText(words.copyFile).upload(await libraryAndCopy(3, 2));
  await expect.element(getByText(words.wouldBe)).toBeVisible();
});

test('a copy in the folder is checked as well', async () => {
  await aFolderWithCopies();
  const { getByRole, getByText } = await render(CheckCopy, {
    ...{ settings: DEFAULT_SETTINGS, now: NOW },
  });
  await getByRole('button', { name: words.check }).click();
  const name = 'Fan ab12cd34.json.gz';
  await getByRole('button', { name: words.chooseNamed({ name }) }).click();
  await expect.element(getByText(words.works, { exact: true })).toBeVisible();
});
