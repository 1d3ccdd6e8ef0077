import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { here } from '@/components/app/time-zone.svelte';
import { HashRoute } from '@/components/app/hash-route.svelte';
import LogPage from '@/components/log/LogPage.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { LibraryQueries } from '@/utils/database/queries';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { GRADES, noTrophies } from '@/utils/domain/trophies/grades';
import { FILTERS } from '@/utils/words/library-view';
import { milestoneSaid } from '@/utils/words/log';
import { TROPHY_LOG } from '@/utils/words/names';
import { earnedAt, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { ODD_ACCOUNTS, type OddAccount } from '../../support/odd-accounts.ts';
import { aTrophySet } from '../../support/trophies.ts';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';

const NOW = Date.UTC(2026, 10, 26, 12);
let accounts = 0;

/** What the page is given of an account, its titles not among it. */
async function givenOf({ titles, sets }: OddAccount) {
  const accountId = `log-page-${String(++accounts)}-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(titles);
  await database.trophySets.bulkPut(sets.map(packed));
  await database.earnings.bulkPut(sets.map((set) => earningsOf(set, NOW, true)));
  history.replaceState(null, '', '#/log');
  return {
    ...{ queries: new LibraryQueries(accountId, false), first: null, hash: new HashRoute() },
    ...{ settings: { zone: 'UTC' }, onfetch: null, onzone: () => undefined, now: NOW },
    ...{ readAt: NOW, isSyncing: false, earned: null },
  };
}

test('what is known once all is read moves no trophy, and what there is to choose comes whole', async () => {
  await page.viewport(1_280, 900);
  const account = ODD_ACCOUNTS['PS3 and PS Vita only'];
  const earned = noTrophies();
  for (const grade of GRADES) {
    for (const title of account.titles) earned[grade] += title.earned[grade] ?? 0;
  }
  const props = { ...(await givenOf(account)), earned };
  const read = { titles: account.titles, unreadable: 0 };
  const { rerender } = await render(LogPage, { ...props, titles: { ...read, complete: false } });
  const list = page.getByRole('list', { name: TROPHY_LOG });
  await expect.element(list.getByRole('listitem').first()).toBeVisible();
  const rows = () => [...list.element().querySelectorAll('[data-item] > :last-child')];
  const tops = () => rows().map((row) => row.getBoundingClientRect().top);
  const before = tops();
  expect(page.getByRole('region', { name: FILTERS }).query()).toBeNull();

  await rerender({ ...props, titles: { ...read, complete: true } });
  await expect.element(page.getByTestId('log-count')).toHaveTextContent('10');
  await expect.element(page.getByRole('region', { name: FILTERS })).toBeVisible();
  const first = { kind: 'trophy', number: 1 } as const;
  const said = milestoneSaid(first, { game: '', seenOn: null }, here.locale);
  await expect.element(page.getByText(said)).toBeVisible();
  expect(tops()).toEqual(before);
});

test.each([
  ['PS3 and PS Vita only', 1],
  ['nothing dated', 0],
] as const)('beside a log with %s a day is told where one is in sight', async (account, days) => {
  await page.viewport(2_560, 900);
  const { titles } = ODD_ACCOUNTS[account];
  const props = await givenOf(ODD_ACCOUNTS[account]);
  const besideDay = createRawSnippet(() => ({ render: () => '<p>The day in sight</p>' }));
  await render(LogPage, {
    ...props,
    ...{ besideDay, titles: { titles, unreadable: 0, complete: true } },
  });
  await expect.element(page.getByRole('region', { name: FILTERS })).toBeVisible();
  await expect.poll(() => page.getByText('The day in sight').elements().length).toBe(days);
});

test('whoever comes back to the log has its trophies in the first frame', async () => {
  await page.viewport(1_280, 900);
  const { titles } = ODD_ACCOUNTS['PS3 and PS Vita only'];
  const given = await givenOf(ODD_ACCOUNTS['PS3 and PS Vita only']);
  const props = { ...given, titles: { titles, unreadable: 0, complete: true } };
  const target = document.body.appendChild(document.createElement('main'));
  const drawn = (): number => target.querySelectorAll('[data-item]').length;
  const first = mount(LogPage, { target, props });
  await expect.poll(drawn).toBe(10);
  // All of it has been read by then.
  await expect.element(page.getByRole('region', { name: FILTERS })).toBeVisible();
  await unmount(first);

  const second = mount(LogPage, { target, props });
  flushSync();
  expect(drawn()).toBe(10);
  await unmount(second);
  target.remove();
});

test('a window that becomes higher is filled with trophies before anybody scrolls', async () => {
  await page.viewport(1_280, 500);
  const trophies = Array.from({ length: 60 }, (_, trophyId) => ({
    ...earnedAt(NOW - trophyId * 3_600_000),
    trophyId,
  }));
  const sets = [aTrophySet({ npCommunicationId: setId(1), trophies })];
  const titles = [aLibraryTitle({ npCommunicationId: setId(1) })];
  const given = await givenOf({ titles, sets });
  await render(LogPage, { ...given, titles: { titles, unreadable: 0, complete: true } });
  const list = page.getByRole('list', { name: TROPHY_LOG });
  const end = (): number =>
    list.getByRole('listitem').elements().at(-1)?.getBoundingClientRect().bottom ?? 0;
  await expect.poll(end).toBeGreaterThan(500);

  await page.viewport(1_280, 1_400);
  await expect.poll(end).toBeGreaterThan(1_400);
});
