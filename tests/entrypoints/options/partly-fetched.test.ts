import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import { noTrophies } from '@/utils/domain/trophies/grades';
import * as log from '@/utils/words/en/log.json';
import * as statistics from '@/utils/words/en/statistics.json';
import { yearBefore } from '@/utils/words/charts';
import { noTrophiesSaid } from '@/utils/words/statistics';
import * as years from '@/utils/words/en/year.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { earnedAt, setId } from '../../support/earned-trophies.ts';
import { publish } from '../../support/publish-status.ts';
import { aLibraryTitle, aSnapshot, connected } from '../../support/statuses.ts';

/*
 * Most of a library is not fetched: what is told of it on any page holds of what is here, and is said so.
 */

const NOW = Date.now();
let accounts = 0;

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
});

async function openPage(
  hash: string,
  titles: readonly LibraryTitle[],
  sets: readonly TrophySet[],
): Promise<void> {
  const accountId = `partly-${String(++accounts)}-${String(NOW)}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut([...titles]);
  await database.trophySets.bulkPut(sets.map(packed));
  await database.earnings.bulkPut(sets.map((set) => earningsOf(set, NOW, true)));
  answerAsBackground(undefined, () => undefined);
  const player = { ...aSnapshot().player!, accountId };
  await publish({
    connection: connected({ accountId }),
    snapshot: { ...aSnapshot({ titleCount: titles.length }), player },
    settings: { ...DEFAULT_SETTINGS, zone: 'UTC' },
  });
  history.replaceState(null, '', hash);
  await render(App);
}

/** A game with a trophy at each of these instants. */
function aGame(n: number, ...instants: string[]): { title: LibraryTitle; set: TrophySet } {
  const npCommunicationId = setId(n);
  const trophies = instants.map((at, trophyId) =>
    earnedAt(at, { trophyId, grade: 'bronze', rates: [{ day: 20_000, rate: 40 }] }),
  );
  const earned = { ...noTrophies(), bronze: instants.length };
  const title = aLibraryTitle({
    ...{ npCommunicationId, name: `Game ${String(n)}`, earned, progress: 50 },
  });
  return { title, set: { npCommunicationId, groups: [], trophies } };
}

const MISSING = aLibraryTitle({
  ...{ npCommunicationId: setId(99), name: 'Not here', choice: 'unpicked', progress: 50 },
  ...{ lastUpdatedAt: NOW, earned: { ...noTrophies(), gold: 700 } },
});
const { title, set } = aGame(1, '2015-03-02T12:00:00Z', '2026-03-02T12:00:00Z');

function chart(name: string) {
  return page.getByRole('figure', { name });
}

test('of a year of which nothing is here the charts do not say that it has none', async () => {
  await openPage('#/statistics', [title, MISSING], [set]);
  const months = chart(statistics.months);
  await months.getByRole('button', { name: yearBefore(2025) }).click();
  const said = noTrophiesSaid('2025', false);
  expect(said).not.toBe(noTrophiesSaid('2025', true));
  await expect.element(months.getByText(said).first()).toBeVisible();
  expect(months.getByText(noTrophiesSaid('2025', true)).elements()).toEqual([]);
  const none = statistics.sessionsEmptyHere({ year: '2026', hours: 4 }, 'en-US');
  await expect.element(chart(statistics.sessions).getByText(none)).toBeVisible();
});

test('where all is here it has none', async () => {
  await openPage('#/statistics', [title], [set]);
  const months = chart(statistics.months);
  await months.getByRole('button', { name: yearBefore(2025) }).click();
  await expect.element(months.getByText(noTrophiesSaid('2025', true)).first()).toBeVisible();
});

test('each chart and list of what is here says how much of all that is', async () => {
  await openPage('#/statistics', [title, MISSING], [set]);
  const ofAll = statistics.trophiesHere({ here: 2, total: 702 }, 'en-US');
  for (const name of [statistics.bands, statistics.rarityPoints, statistics.ratesOverTime])
    await expect.element(chart(name).getByText(ofAll)).toBeVisible();
  const rarest = page.getByRole('region', { name: statistics.rarest });
  await expect.element(rarest.getByText(ofAll)).toBeVisible();
  const dated = log.coverage({ dated: 2, total: 702 }, 'en-US');
  const longest = page.getByRole('region', { name: statistics.longest });
  await expect.element(longest.getByText(dated)).toBeVisible();
});

test('of a year of which not all is here nothing is the first, the only one or the most', async () => {
  const { title: other, set: ofOther } = aGame(2, '2026-04-02T12:00:00Z', '2026-04-03T12:00:00Z');
  const { title: third, set: ofThird } = aGame(3, '2026-05-02T12:00:00Z');
  const games = [title, other, third, MISSING];
  await openPage('#/year/2026', games, [set, ofOther, ofThird]);
  const moments = page.getByRole('list', { name: years.moments });
  await expect.element(moments.getByText(years.firstKnown)).toBeVisible();
  await expect.element(moments.getByText(years.lastKnown)).toBeVisible();
  await expect.element(moments.getByText(/the longest that is known/)).toBeVisible();
  await expect.element(moments.getByText(years.busiestKnown)).toBeVisible();
  for (const exact of [years.first, years.latest, years.busiest])
    expect(moments.getByText(exact, { exact: true }).elements()).toEqual([]);
  // A list is of what is known alone.
  for (const counts of [years.gamesCounts, years.rarestCounts, years.begunCounts])
    await expect.element(page.getByText(years.asFarAsKnown({ counts }))).toBeVisible();
  await expect.element(page.getByTestId('year-platinums')).toHaveTextContent('–');
});

test('a year with one trophy that is known does not say that it is the only one', async () => {
  await openPage('#/year/2026', [title, MISSING], [set]);
  const moments = page.getByRole('list', { name: years.moments });
  await expect.element(moments.getByText(years.onlyKnown)).toBeVisible();
  expect(moments.getByText(years.only, { exact: true }).elements()).toEqual([]);
});

test('a log of which not all is here denies nothing of what is not', async () => {
  await openPage('#/log?grade=gold', [title, MISSING], [set]);
  await expect.element(page.getByText(log.noMatchHere)).toBeVisible();
  expect(page.getByText(log.noMatch).elements()).toEqual([]);
});

test('a log with nothing says whether that is fetched', async () => {
  const none = aLibraryTitle({ npCommunicationId: setId(5), earned: noTrophies(), progress: 0 });
  await openPage('#/log', [none], []);
  await expect.element(page.getByText(log.noneTitle)).toBeVisible();
});

test('a log of which nothing is fetched says what comes', async () => {
  await openPage('#/log', [MISSING], []);
  await expect.element(page.getByText(log.emptyTitle)).toBeVisible();
});
