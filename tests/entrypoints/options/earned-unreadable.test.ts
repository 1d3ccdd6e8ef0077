import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { HashRoute } from '@/components/app/hash-route.svelte';
import type { Requests } from '@/components/app/requests.svelte';
import Log from '@/entrypoints/options/Log.svelte';
import Next from '@/entrypoints/options/Next.svelte';
import Statistics from '@/entrypoints/options/Statistics.svelte';
import Syncs from '@/entrypoints/options/Syncs.svelte';
import Year from '@/entrypoints/options/Year.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { LibraryQueries, type Source } from '@/utils/database/queries';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { SHOW_AS_TABLE } from '@/utils/words/charts';
import * as words from '@/utils/words/en/statistics.json';
import { earnedAt, earningsIn, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle, aStatus } from '../../support/statuses.ts';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';

/*
 * Games can be read, and something that is kept of them cannot: each page says so, and waits for nothing.
 */

const NOW = Date.now();
let accounts = 0;

beforeEach(async () => {
  await page.viewport(1280, 900);
});

function failing(): Source<never> {
  return {
    subscribe({ failed }) {
      failed({ cause: 'storage-damaged' });
      return { unsubscribe: () => undefined };
    },
  };
}

/** What a page is given of one game that is begun, where some of what it asks for cannot be read. */
async function givenWithout(hash: string, ...lacking: readonly (keyof LibraryQueries)[]) {
  const accountId = `unreadable-${String(++accounts)}-${String(NOW)}`;
  const title = aLibraryTitle({
    ...{ npCommunicationId: setId(1), earned: { ...noTrophies(), bronze: 1 }, progress: 40 },
    unobtainable: 'trophy',
  });
  const database = new LibraryDatabase(accountId);
  await database.titles.put(title);
  await database.earnings.put(earningsIn(1, [earnedAt('2026-03-01T12:00:00Z')]));
  history.replaceState(null, '', hash);
  const queries = new LibraryQueries(accountId, false);
  for (const each of lacking) Object.assign(queries, { [each]: failing });
  const read = { titles: [title], unreadable: 0, complete: true };
  return {
    ...{ queries, first: null, titles: { state: 'ready' as const, value: read } },
    ...{ status: aStatus(), hash: new HashRoute(), requests: null, onfetch: null, now: NOW },
    onzone: () => undefined,
  };
}

const failure = () => page.getByRole('alert');

test('statistics say that what was earned cannot be read, beside what needs none of it', async () => {
  await render(Statistics, await givenWithout('#/statistics', 'earnings', 'latestEarnings'));
  await expect.element(failure()).toBeVisible();
  await expect.element(page.getByTestId('stat-bronze')).toHaveTextContent('1');
  await expect.element(page.getByTestId('stat-longest-streak')).toHaveTextContent('–');
  expect(page.getByRole('figure').elements()).toEqual([]);
});

test('a year says that what was earned cannot be read', async () => {
  await render(Year, await givenWithout('#/year/2026', 'earnings', 'latestEarnings'));
  await expect.element(failure()).toBeVisible();
  expect(document.querySelector('[aria-busy]')).toBeNull();
});

test('a year says that hours cannot be read, and tells everything else', async () => {
  await render(Year, await givenWithout('#/year/2026', 'recordedHours'));
  await expect.element(failure()).toBeVisible();
  await expect.element(page.getByTestId('year-trophies')).toHaveTextContent('1');
});

test('statistics say that hours cannot be read, and draw everything else', async () => {
  await render(Statistics, await givenWithout('#/statistics', 'recordedHours'));
  await expect.element(failure()).toBeVisible();
  const spectrum = page.getByRole('figure', { name: words.spectrum });
  await expect.element(spectrum.getByRole('button', { name: SHOW_AS_TABLE })).toBeVisible();
});

test('an average without what is given up is not known where the marks cannot be read', async () => {
  await render(Statistics, await givenWithout('#/statistics', 'notToBeHad'));
  await expect.element(page.getByTestId('stat-completion')).toHaveTextContent('40.0%');
  await expect.element(page.getByTestId('stat-completion-without')).toHaveTextContent('–');
});

test.each([
  [Log, '#/log', 'hundredEvents'],
  [Syncs, '#/syncs', 'lateTrophies'],
  [Next, '#/next', 'goals'],
] as const)(
  'what stands beside all else and cannot be read is no silence: %#',
  async (Page, hash, name) => {
    const tell = () => Promise.resolve(null);
    const requests = { failure: null, tell } as unknown as Requests;
    await render(Page, { ...(await givenWithout(hash, name)), requests });
    await expect.element(failure()).toBeVisible();
  },
);
