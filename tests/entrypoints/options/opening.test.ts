import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { beginToReadRows } from '@/utils/database/first-rows';
import { firstTitles } from '@/utils/database/first-titles';
import { readFirstStatus } from '@/utils/status/read';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { names } from '../../support/library-page.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, aStatus, connected, manyLibraryTitles } from '../../support/statuses.ts';

let accounts = 0;
let accountId: string;

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
  accountId = `opening-${(accounts += 1)}`;
  history.replaceState(null, '', '#/library');
  const player = { ...aSnapshot().player!, accountId };
  const snapshot = aSnapshot({ titleCount: 80, player });
  await publish(aStatus({ connection: connected({ accountId }), snapshot }));
});

afterEach(() => {
  globalThis.firstStatus = undefined;
  globalThis.firstRows = undefined;
});

/** What the page opens with, as the script before it reads that. */
async function firstOf(account: string) {
  beginToReadRows(Promise.resolve(account));
  return { status: await readFirstStatus(), titles: (await firstTitles())! };
}

test('its first games stand there before the library is read, and nothing moves when it is', async () => {
  await new LibraryDatabase(accountId).titles.bulkPut(manyLibraryTitles(80));
  const { status, titles: read } = await firstOf(accountId);
  const titles = read.titles.map((title) => ({ ...title, name: `${title.name}, at first` }));
  const seen: { name: string; row: Element; top: number }[] = [];
  const watching = new MutationObserver(() => {
    const row = document.querySelector('[data-item]');
    const [name] = names();
    if (row !== null && name !== undefined)
      seen.push({ name, row, top: row.getBoundingClientRect().top });
  });
  watching.observe(document.body, { childList: true, subtree: true, characterData: true });
  await render(App, { opening: { status, titles: { accountId, titles } } });
  await expect.element(page.getByTestId('library-count')).toMatchTextContent(/^80$/);
  watching.disconnect();

  const [first, last] = [seen[0]!, seen.at(-1)!];
  expect(first.name).toBe(titles[0]!.name);
  expect(last).toStrictEqual({ ...first, name: read.titles[0]!.name });
});

test('this browser hands over at once what others hand over one by one', async () => {
  const all = manyLibraryTitles(80);
  await new LibraryDatabase(accountId).titles.bulkPut(all);
  const { titles } = await firstOf(accountId);
  const ids = (of: typeof all) => of.map(({ npCommunicationId }) => npCommunicationId);
  const lastPlayed = all.toSorted((one, other) => other.lastPlayedAt - one.lastPlayedAt);

  expect('getAllRecords' in IDBIndex.prototype).toBe(true);
  expect(ids([...titles.titles])).toEqual(ids(lastPlayed.slice(0, 50)));
});

test("another account's first games are not shown", async () => {
  const other = `${accountId}-other`;
  await new LibraryDatabase(other).titles.bulkPut(manyLibraryTitles(3));
  await new LibraryDatabase(accountId).titles.bulkPut(manyLibraryTitles(80));
  await render(App, { opening: await firstOf(other) });

  expect(names()).toEqual([]);
  await expect.element(page.getByTestId('library-count')).toMatchTextContent(/^80$/);
});
