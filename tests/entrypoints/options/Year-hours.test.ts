import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { playedUnread } from '@/utils/words/en/statistics.json';
import * as words from '@/utils/words/en/year.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { dayNumber } from '../../support/civil-days.ts';
import { earnedAt, setId } from '../../support/earned-trophies.ts';
import { publish } from '../../support/publish-status.ts';
import { putRaw } from '../../support/raw-rows.ts';
import { aLibraryTitle, aSnapshot, connected } from '../../support/statuses.ts';
import { aPlayedGame } from '../../support/titles.ts';

const ID = setId(1);

/** A trophy of 2024, three hours of December 2025, and what else is given. */
async function openYear(hash: string, others: readonly LibraryTitle[] = [], damaged?: object) {
  const accountId = `year-hours-${String(performance.now())}`;
  const database = new LibraryDatabase(accountId);
  const earned = { bronze: 1, silver: 0, gold: 0, platinum: 0 };
  await database.titles.put(aLibraryTitle({ npCommunicationId: ID, earned, progress: 5 }));
  await database.titles.bulkPut([...others]);
  const trophies = [earnedAt('2024-06-01T10:00:00Z', { trophyId: 0, grade: 'bronze' })];
  const set = { npCommunicationId: ID, groups: [], trophies };
  await database.trophySets.put(packed(set));
  await database.earnings.put(earningsOf(set, Date.now(), true));
  const [first, second] = [dayNumber('2025-12-09'), dayNumber('2025-12-10')];
  const lastPlayedAt = Date.parse('2025-12-10T12:00:00Z');
  await database.playedGames.put({
    ...aPlayedGame({ npTitleId: 'A', lastPlayedAt }),
    ...{ npCommunicationIds: [ID], refusal: null, matched: 1 },
  });
  await database.playedListDays.put({ month: '2025-12', days: [first, second] });
  const totals: [number, number, null][] = [
    [first, 36_000, null],
    [second, 46_800, null],
  ];
  await database.playDays.put({ npTitleId: 'A', month: '2025-12', days: totals });
  if (damaged) await putRaw(database, 'playDays', damaged);
  answerAsBackground();
  const player = { ...aSnapshot().player!, accountId };
  await publish({
    connection: connected({ accountId }),
    snapshot: { ...aSnapshot({ titleCount: 1 }), player },
    settings: { ...DEFAULT_SETTINGS, zone: 'UTC' },
  });
  history.replaceState(null, '', hash);
  await render(App);
}

test('hours of which a month cannot be read say so', async () => {
  const damaged = { npTitleId: 'A', month: '2025-11', days: [[1e12, 60, 1]] };
  await openYear('#/year/2025', [], damaged);
  await expect.element(page.getByTestId('year-played')).toHaveTextContent('3 hr');
  await expect
    .element(page.getByText(playedUnread({ months: 1 }, 'en-US'), { exact: false }))
    .toBeVisible();
});

test('of a year with hours and without a trophy the hours are told: no zeros, and no picture of them', async () => {
  await page.viewport(1_280, 900);
  await openYear('#/year/2025');
  await expect.element(page.getByTestId('year-played')).toHaveTextContent('3 hr');
  await expect.element(page.getByRole('main').getByText(words.empty)).toBeVisible();
  expect(page.getByTestId('year-trophies').elements()).toEqual([]);
  expect(page.getByRole('heading', { name: words.share }).elements()).toEqual([]);
});

test('a year of which a game that is not fetched may have something is not told as one with nothing', async () => {
  const earned = { bronze: 0, silver: 0, gold: 7, platinum: 0 };
  const lastUpdatedAt = Date.parse('2025-12-10T12:00:00Z');
  const missing = { npCommunicationId: setId(2), choice: 'unpicked' as const, progress: 50 };
  await openYear('#/year/2025', [aLibraryTitle({ ...missing, earned, lastUpdatedAt })]);
  const main = page.getByRole('main');
  await expect.element(main.getByText(words.emptyKnown)).toBeVisible();
  await expect.element(main.getByText(words.emptyKnownTitle({ year: '2025' }))).toBeVisible();
  expect(main.getByText(words.empty, { exact: true }).elements()).toEqual([]);
});
