import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import * as words from '@/utils/words/en/statistics.json';
import { nothingTitle } from '@/utils/words/en/year.json';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { ODD_ACCOUNTS, type OddAccount } from '../../support/odd-accounts.ts';
import { publish } from '../../support/publish-status.ts';
import { aSnapshot, connected } from '../../support/statuses.ts';

let accounts = 0;

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  answerAsBackground();
});

async function open({ titles, sets }: OddAccount, address: string) {
  const accountId = `odd-${String(++accounts)}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut(titles);
  await database.trophySets.bulkPut(sets.map(packed));
  await database.earnings.bulkPut(sets.map((set) => earningsOf(set, Date.now(), true)));
  const player = { ...aSnapshot().player!, accountId };
  await publish({
    connection: connected({ accountId }),
    snapshot: { ...aSnapshot({ titleCount: titles.length }), player },
    settings: { ...DEFAULT_SETTINGS, zone: 'UTC', refusedZone: 'Asia/Tokyo' },
  });
  history.replaceState(null, '', address);
  return render(App);
}

const PAGES = ['log', 'statistics', 'next', 'year/2026'];

/** What each has to say, in the middle of its page. */
const SAID: [account: keyof typeof ODD_ACCOUNTS, page: string, said: RegExp][] = [
  ['PS3 and PS Vita only', 'log', /#10.*Trophy 1 of 3 Game 3/],
  ['PS3 and PS Vita only', 'statistics', new RegExp(words.playedNever)],
  ['PS3 and PS Vita only', 'next', /Trophy 2 of 3 Game 3/],
  ['PS3 and PS Vita only', 'year/2026', /On 7 days, in 3 games/],
  ['one game only', 'log', /Your first trophy #1/],
  ['one game only', 'statistics', /0 of the one game that has a platinum/],
  ['one game only', 'statistics', /Days in a row with a trophy: Apr 4, 2026 alone/],
  ['one game only', 'next', /Trophy 4 of 1 Game 1/],
  ['one game only', 'year/2026', /1 day with a trophy, Apr 4, 2026/],
  ['no platinum', 'log', /#4.*Trophy 1 of 2 Game 2/],
  ['no platinum', 'statistics', new RegExp(`Platinum share – ${words.noPlatinum}`)],
  ['no platinum', 'next', /Trophy 2 of 2 Game 2/],
  ['no platinum', 'year/2026', /On 3 days, in 2 games/],
  ['only some games fetched', 'log', /9 games are not fetched/],
  ['only some games fetched', 'statistics', /Longest streak 1\+/],
  ['only some games fetched', 'next', /9 games that you have begun are not fetched/],
  ['only some games fetched', 'year/2026', /Trophies 3\+/],
  ['nothing dated', 'log', /Date unknown 5 trophies/],
  ['nothing dated', 'statistics', new RegExp(words.emptyUndated)],
  ['nothing dated', 'statistics', new RegExp(`Streak now – ${words.streakUnknown}`)],
  ['nothing dated', 'next', /Trophy 2 of 2 Game 2/],
  ['nothing dated', 'year/2026', new RegExp(nothingTitle)],
];

test.each(SAID)('an account with %s, at %s', async (account, address, said) => {
  await open(ODD_ACCOUNTS[account], `#/${address}`);
  await expect.element(page.getByRole('main')).toMatchTextContent(said);
});

test('every odd account is looked at on every page', () => {
  const said = new Set(SAID.map(([account, address]) => `${account} ${address}`));
  expect(said.size).toBe(Object.keys(ODD_ACCOUNTS).length * PAGES.length);
});
