import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { HashRoute } from '@/components/app/hash-route.svelte';
import type { Requests } from '@/components/app/requests.svelte';
import NextPage from '@/components/next/NextPage.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { nextMarksAtFirst } from '@/utils/database/first-marks';
import { packed } from '@/utils/database/packed-set';
import { LibraryQueries } from '@/utils/database/queries';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import * as words from '@/utils/words/en/next.json';
import { ODD_ACCOUNTS } from '../../support/odd-accounts.ts';
import { aStatus } from '../../support/statuses.ts';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';

const { sets, ...account } = ODD_ACCOUNTS['PS3 and PS Vita only'];
/** As long as names are; and with all the lines that a row has. */
const titles = account.titles.map((title) => ({
  ...{ ...title, lastPlayedSource: 'played-list' as const },
  name: `${title.name}: Harbour Lights of the North`,
}));
const NOW = Date.UTC(2026, 10, 26, 12);
const REQUESTS = { failure: null, tell: () => Promise.resolve(null) } as unknown as Requests;
let accounts = 0;

/** What the page is given, over a library of its own. */
async function givenAt(width: number, requests: Requests | null) {
  await page.viewport(width, 900);
  const accountId = `next-page-${String(++accounts)}-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(titles);
  await database.trophySets.bulkPut(sets.map(packed));
  history.replaceState(null, '', '#/next');
  const settings = { ...DEFAULT_SETTINGS, zone: 'UTC' };
  return {
    ...{ queries: new LibraryQueries(accountId, false), titles: null },
    ...{ hash: new HashRoute(), status: aStatus({ settings }), requests, now: NOW },
    ...{ onfetch: null, onzone: () => undefined },
  };
}

test.each([
  [1_280, REQUESTS],
  [1_280, null],
  [400, REQUESTS],
])('%i pixels wide the list keeps its room while it is read', async (width, requests) => {
  const props = await givenAt(width, requests);
  const { container, rerender } = await render(NextPage, props);
  const kept = container.querySelector('[aria-busy]')!.getBoundingClientRect();
  const row = container.querySelector('[aria-busy] > .row')!.getBoundingClientRect();

  await rerender({ ...props, titles });
  const list = page.getByRole('list', { name: words.list });
  await expect.element(list.getByRole('listitem').first()).toBeVisible();
  const came = list.element().getBoundingClientRect();
  const first = list.getByRole('listitem').first().element().getBoundingClientRect();
  expect([came.left, came.top, came.width]).toEqual([kept.left, kept.top, kept.width]);
  expect(Math.abs(first.height - row.height)).toBeLessThan(12);
});

test('a row is as high before its name is read as with it', async () => {
  const props = await givenAt(400, REQUESTS);
  let tell = (): void => undefined;
  props.queries.trophySets = () => ({
    subscribe: ({ next }) => {
      tell = () => next(sets);
      return { unsubscribe: () => undefined };
    },
  });
  await render(NextPage, { ...props, titles });
  const rows = page.getByRole('list', { name: words.list }).getByRole('listitem');
  await expect.element(rows.first()).toBeVisible();
  const heights = () => rows.elements().map((row) => row.getBoundingClientRect().height);
  const awaited = heights();
  await expect
    .poll(() => {
      tell();
      return rows.first().element().textContent;
    })
    .toMatch(/Trophy \d+ of/);
  expect(heights().slice(0, awaited.length)).toEqual(awaited);
});

test('nothing is suggested before it is known what the player has marked', async () => {
  const props = await givenAt(1_280, REQUESTS);
  props.queries.nextMarks = () => ({ subscribe: () => ({ unsubscribe: () => undefined }) });
  const { container } = await render(NextPage, { ...props, titles });
  await expect.poll(() => container.querySelector('[aria-busy]')).not.toBeNull();
  expect(page.getByRole('list', { name: words.list }).elements()).toEqual([]);
});

test('what the page opened with is suggested before anything is read', async () => {
  const props = await givenAt(1_280, REQUESTS);
  props.queries.nextMarks = () => ({ subscribe: () => ({ unsubscribe: () => undefined }) });
  const early = () => nextMarksAtFirst({ whole: { playerItems: [], trophyEvents: [] } });
  await render(NextPage, { ...props, titles, early });
  const list = page.getByRole('list', { name: words.list });
  await expect.element(list.getByRole('listitem').first()).toBeVisible();
});

test.each(['', 'mood=rare', 'mood=platinum'])(
  'looked at with %j each row says once how many players have the trophy',
  async (query) => {
    const props = await givenAt(1_280, REQUESTS);
    history.replaceState(null, '', `#/next?${query}`);
    await render(NextPage, { ...props, hash: new HashRoute(), titles });
    const items = page.getByRole('list', { name: words.list }).getByRole('listitem');
    await expect.element(items.first()).toBeVisible();
    for (const item of items.elements()) {
      const seen = [...item.querySelectorAll('.rate > [aria-hidden], [data-reason]')];
      const said = seen.flatMap(({ textContent }) => textContent.match(/\d+\.\d%/g) ?? []);
      expect(said, item.textContent).toHaveLength(1);
    }
  },
);
