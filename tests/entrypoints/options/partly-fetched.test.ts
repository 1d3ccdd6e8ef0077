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
import * as statistics from '@/utils/words/en/statistics.json';
import { yearBefore } from '@/utils/words/charts';
import { noTrophiesSaid } from '@/utils/words/statistics';
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
