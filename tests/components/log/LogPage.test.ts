import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { HashRoute } from '@/components/app/hash-route.svelte';
import LogPage from '@/components/log/LogPage.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { LibraryQueries } from '@/utils/database/queries';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { FILTERS } from '@/utils/words/library-view';
import { TROPHY_LOG } from '@/utils/words/names';
import { ODD_ACCOUNTS } from '../../support/odd-accounts.ts';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';

const NOW = Date.UTC(2026, 10, 26, 12);
const { titles, sets } = ODD_ACCOUNTS['PS3 and PS Vita only'];

test('what is known once all is read moves no trophy, and what there is to choose comes whole', async () => {
  await page.viewport(1_280, 900);
  const accountId = `log-page-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(titles);
  await database.trophySets.bulkPut(sets.map(packed));
  await database.earnings.bulkPut(sets.map((set) => earningsOf(set, NOW, true)));
  history.replaceState(null, '', '#/log');
  const props = {
    ...{ queries: new LibraryQueries(accountId, false), first: null, hash: new HashRoute() },
    ...{ settings: { zone: 'UTC' }, onfetch: null, onzone: () => undefined, now: NOW },
  };
  const read = { titles, unreadable: 0 };
  const { rerender } = await render(LogPage, { ...props, titles: { ...read, complete: false } });
  const list = page.getByRole('list', { name: TROPHY_LOG });
  await expect.element(list.getByRole('listitem').first()).toBeVisible();
  const top = list.element().getBoundingClientRect().top;
  expect(page.getByRole('region', { name: FILTERS }).query()).toBeNull();

  await rerender({ ...props, titles: { ...read, complete: true } });
  await expect.element(page.getByTestId('log-count')).toHaveTextContent('10');
  await expect.element(page.getByRole('region', { name: FILTERS })).toBeVisible();
  expect(list.element().getBoundingClientRect().top).toBe(top);
});
