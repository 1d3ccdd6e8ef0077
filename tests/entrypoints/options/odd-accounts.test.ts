import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { noneTitle as emptyLog, milestone } from '@/utils/words/en/log.json';
import * as nextWords from '@/utils/words/en/next.json';
import * as words from '@/utils/words/en/statistics.json';
import * as yearWords from '@/utils/words/en/year.json';
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

const { emptyTitle: emptyNext, reasons } = nextWords;
const LEFT = { left: 3 };

/** More frames than a page has steps: what stands further down is drawn a step a frame. */
const FRAMES = 40;

async function allIsDrawn(): Promise<void> {
  for (let frame = 0; frame < FRAMES; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** What each has to say, in the middle of its page; and what it must not, whatever else it shows. */
const SAID: [account: keyof typeof ODD_ACCOUNTS, page: string, said: RegExp, not?: RegExp][] = [
  ['PS3 and PS Vita only', 'log', /#10.*Trophy 1 of 3 Game 3/],
  ['PS3 and PS Vita only', 'statistics', new RegExp(words.playedNever)],
  ['PS3 and PS Vita only', 'next', /Trophy 2 of 3 Game 3/, new RegExp(nextWords.neverKnown)],
  ['PS3 and PS Vita only', 'year/2026', /On 7 days, in 3 games/, new RegExp(yearWords.played)],
  ['one game only', 'log', /Your first trophy #1/, /≈/],
  ['one game only', 'statistics', /0 of the one game that has a platinum/],
  ['one game only', 'statistics', /Days in a row with a trophy: Apr 4, 2026 alone/],
  ['one game only', 'next', /Trophy 4 of 1 Game 1/, /Trophy [1-3] of 1/],
  ['one game only', 'year/2026', /1 day with a trophy, Apr 4, 2026/, new RegExp(yearWords.games)],
  ['no platinum', 'log', /#4.*Trophy 1 of 2 Game 2/, new RegExp(milestone.first.platinum)],
  ['no platinum', 'statistics', new RegExp(`Platinum share – ${words.noPlatinum}`)],
  [
    ...(['no platinum', 'next', new RegExp(reasons.hundred(LEFT, 'en-US'))] as const),
    new RegExp(reasons.platinum(LEFT, 'en-US')),
  ],
  ['no platinum', 'year/2026', /On 3 days, in 2 games/, new RegExp(yearWords.gallery)],
  ['only some games fetched', 'log', /9 games are not fetched.*≈/],
  ['only some games fetched', 'statistics', /Longest streak 1\+/],
  ['only some games fetched', 'next', /9 games that you have begun are not fetched/],
  ['only some games fetched', 'year/2026', /Trophies 3\+ ?Platinums –/],
  ['nothing earned', 'log', new RegExp(emptyLog)],
  ['nothing earned', 'statistics', new RegExp(words.emptyTitle)],
  ['nothing earned', 'next', new RegExp(emptyNext)],
  ['nothing earned', 'year/2026', new RegExp(yearWords.nothingTitle)],
  ['nothing dated', 'log', /Date unknown 5 trophies/],
  ['nothing dated', 'statistics', new RegExp(words.emptyUndated)],
  ['nothing dated', 'statistics', new RegExp(`Streak now – ${words.streakUnknown}`)],
  ['nothing dated', 'next', /Trophy 2 of 2 Game 2/, /Trophy 1 of 2/],
  ['nothing dated', 'year/2026', new RegExp(yearWords.nothingTitle)],
];

test.each(SAID)('an account with %s, at %s', async (account, address, said, not) => {
  await open(ODD_ACCOUNTS[account], `#/${address}`);
  const main = page.getByRole('main');
  await expect.element(main).toMatchTextContent(said);
  if (not === undefined) return;
  await allIsDrawn();
  expect(main.element().textContent).not.toMatch(not);
});

test('every odd account is looked at on every page', () => {
  const said = new Set(SAID.map(([account, address]) => `${account} ${address}`));
  expect(said.size).toBe(Object.keys(ODD_ACCOUNTS).length * PAGES.length);
});
