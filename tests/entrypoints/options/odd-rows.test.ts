import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { SORTS } from '@/utils/domain/library/library-view';
import { isUnseen } from '@/utils/domain/library/name-line';
import { storedKinds } from '@/utils/words/en/settings.json';
import { COUNTING_DATA } from '@/utils/words/stored-data';
import { UNREAD_ROWS } from '@/utils/words/unread-rows';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectNames, expectSense } from '../../support/expect-sound.ts';
import {
  ODD_RUNS,
  oddRuns,
  oddTitles,
  oddTrophies,
  oddUnreadRows,
} from '../../support/odd-rows.ts';
import { publish } from '../../support/publish-status';
import { aSnapshot, aStatus, connected } from '../../support/statuses.ts';

const TITLES = oddTitles();
/** One of them has the id of another. */
const TROPHIES = oddTrophies().length - 1;
/** Two of them have counts that are none. */
const RUNS = Object.keys(ODD_RUNS).length - 2;
const GROUPS = [
  { groupId: 'default', name: '', iconUrl: null },
  { groupId: '007', name: '', iconUrl: 'https://example.com/p.png' },
  { groupId: '008', name: 'Nothing in it', iconUrl: null },
];
const ONLY_DEFINITIONS = 'only definitions';
/** Each odd game has a page, and two of them every odd trophy: that is what takes its time. */
const hasAll = (odd: string): boolean => [ONLY_DEFINITIONS, 'no name'].includes(odd);
let accounts = 0;

beforeEach(async () => {
  // All rows at once.
  await page.viewport(1280, 8_000);
  await browser.storage.local.clear();
  answerAsBackground();
});

async function open(hash: string) {
  const accountId = `odd-${String((accounts += 1))}-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  await database.table('titles').bulkPut(TITLES);
  await database.table('syncRuns').bulkPut(oddRuns());
  await database.table('unreadRows').bulkPut(oddUnreadRows());
  await database.table('trophySets').bulkPut(
    TITLES.map(({ npCommunicationId, odd }) => {
      const said = odd === ONLY_DEFINITIONS ? { earned: null } : {};
      const trophies = oddTrophies()
        .slice(0, hasAll(odd) ? undefined : 1)
        .map((trophy) => ({ ...trophy, ...said }));
      return packed({ npCommunicationId, groups: GROUPS, trophies });
    }),
  );
  const player = { ...aSnapshot().player!, accountId, onlineId: null };
  await publish(aStatus({ connection: connected({ accountId }), snapshot: aSnapshot({ player }) }));
  history.replaceState(null, '', hash);
  return render(App);
}

const drawn = (): number => document.querySelectorAll('[data-item]').length;
const rows = (): number => document.querySelectorAll('.row[data-item]').length;

test.each(['grid', 'list'])(
  'the library as a %s draws every odd game, in each order',
  async (layout) => {
    await open(`#/library?show=all&view=${layout}`);

    for (const sort of SORTS) {
      await page.getByRole('combobox', { name: 'Sort by' }).selectOptions(sort);
      await expect.poll(drawn).toBe(TITLES.length);
      expectSense();
    }
    await expectNames();
  },
);

test('stacks and filters draw odd games', async () => {
  await open('#/library?show=all&editions=stacked');

  await expect.poll(drawn).toBeGreaterThan(0);
  expectSense();
  await expectNames();
});

test('the picker draws every odd game that can be picked', async () => {
  await open('#/picker');

  // One of them is gone.
  await expect.poll(drawn).toBe(TITLES.length - 1);
  expectSense();
  await expectNames();
});

test('every odd game has a page, and every odd trophy is drawn on one', async () => {
  await open('#/library');

  for (const { npCommunicationId: id, name, odd } of TITLES) {
    location.hash = `#/game/${id}`;
    const heading = isUnseen(name) ? id : name;
    await expect.poll(() => document.querySelector('h1')?.textContent).toBe(heading);
    await expect.poll(rows, { message: odd }).toBe(hasAll(odd) ? TROPHIES : 1);
    expectSense();
  }
  await expectNames();
});

test('the history draws every odd report that can be one', async () => {
  await open('#/syncs');
  await expect.element(page.getByRole('region', { name: UNREAD_ROWS })).toBeVisible();

  await expect.poll(() => document.querySelectorAll('article article').length).toBe(RUNS);
  expectSense();
  await expectNames();
});

test('settings stand beside odd rows', async () => {
  await open('#/settings');

  await expect.element(page.getByText(storedKinds.syncRuns)).toBeVisible();
  await expect.poll(() => document.body.textContent).not.toContain(COUNTING_DATA);
  expectSense();
  await expectNames();
});
