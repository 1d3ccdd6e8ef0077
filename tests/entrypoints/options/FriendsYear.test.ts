import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { render } from 'vitest-browser-svelte';
import App from '@/entrypoints/options/App.svelte';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import { eraseDatabases } from '@/utils/database/erase';
import { packed } from '@/utils/database/packed-set';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { yearFileText } from '@/utils/exports/year-file';
import * as words from '@/utils/words/en/friend.json';
import { aYear } from '../../support/a-year.ts';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status.ts';
import { aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const MINE = '1000000000000000003';
const AT = Date.UTC(2026, 10, 29, 12);
const FIRST = 'NPWR00000_00';

beforeEach(async () => {
  await page.viewport(1280, 3_000);
  await browser.storage.local.clear();
  await eraseDatabases();
  answerAsBackground();
});

afterEach(() => eraseDatabases());

interface Own {
  /** How many trophies of this year they have in the first of nine games. */
  trophies?: number;
  /** How many more in the second, which is not fetched. */
  missing?: number;
  snapshot?: Partial<Snapshot>;
}

async function open({ trophies: earned = 2, missing = 0, snapshot = {} }: Own = {}) {
  const database = new LibraryDatabase(MINE);
  const player = { ...aSnapshot().player!, accountId: MINE };
  const trophies = Array.from({ length: earned }, (_, trophyId) =>
    aTrophy({ trophyId, earned: true, earnedAt: AT }),
  );
  const set = aTrophySet({ npCommunicationId: FIRST, trophies });
  const titles = manyLibraryTitles(9).map((title, at) => {
    const isMissing = at === 1 && missing > 0;
    const counted = { ...noTrophies(), bronze: missing };
    return isMissing ? { ...title, earned: counted, lastUpdatedAt: AT } : title;
  });
  await database.overview.put({ ...EMPTY_OVERVIEW, player, hasPicks: true });
  await database.titles.bulkPut(titles);
  await database.trophySets.put(packed(set));
  await database.earnings.put(earningsOf(set, AT, true));
  database.close();
  await publish({
    connection: connected({ accountId: MINE }),
    snapshot: { ...aSnapshot(snapshot), player },
  });
  location.hash = '#/friend';
  return render(App);
}

/** The file of a friend, chosen on the page. */
async function choose(figures = aYear(), zone = 'UTC') {
  const text = await yearFileText(figures, {
    ...{ product: '1.2.3', at: AT, zone, account: 'Second_Pad' },
    gameOf: () => null,
  });
  await page.getByLabelText(words.file).upload(new File([text], 'year.json'));
  const figure = page.getByRole('figure', { name: words.yearMonths });
  return { beside: page.getByRole('table', { name: words.yearBeside }), figure };
}

const marksOf = (figure: Locator): (string | null)[] =>
  figure
    .getByRole('img')
    .elements()
    .map(({ ariaLabel }) => ariaLabel);

/** How bold the numbers of a row are. */
function weightsOf(beside: Locator, name: string): string[] {
  const row = beside.getByRole('rowheader', { name, exact: true }).element().parentElement!;
  return [...row.querySelectorAll('td')].map((cell) => getComputedStyle(cell).fontWeight);
}

test('a friend’s year stands beside the same year of the player', async () => {
  await open();
  const { beside, figure } = await choose();
  await expect.element(beside).toMatchTextContent('Second_Pad');
  for (const [kind, mine] of [
    ['trophies', '2'],
    ['days', '1'],
    ['busiestDay', '2'],
  ] as const) {
    const row = beside.getByRole('rowheader', { name: words.yearRows[kind], exact: true });
    await expect
      .poll(() => row.element().nextElementSibling?.textContent, { message: kind })
      .toBe(mine);
  }
  await expect.element(page.getByRole('row', { name: 'Trophies 2 5', exact: true })).toBeVisible();
  expect(weightsOf(beside, words.yearRows.trophies)).toEqual(['400', '650']);
  await expect.element(figure).toBeVisible();
  await expect.poll(() => marksOf(figure)).toContain('Nov: 2 trophies. They: 1 trophy');
  expect(marksOf(figure)).toContain('Jan: 0 trophies. They: 2 trophies');
  await expectAccessible();
});

test('of a year that is fetched in part nothing is told as the whole', async () => {
  await open({ missing: 5 });
  const { beside, figure } = await choose();
  await expect.element(page.getByRole('row', { name: 'Trophies 2+ 5', exact: true })).toBeVisible();
  expect(weightsOf(beside, words.yearRows.trophies)).toEqual(['400', '400']);
  const gold = page.getByRole('row', { name: 'Gold unknown 0', exact: true });
  await expect.element(gold).toBeVisible();
  await expect.element(figure).toMatchTextContent('trophies have dates here.');
  await expect.poll(() => marksOf(figure)).toContain('Nov: 2 trophies. They: 1 trophy');
  expect(marksOf(figure)).toContain('Jan: –. They: 2 trophies');
  await expectAccessible();
});

test('of a year that began after the last reading nothing is known', async () => {
  await open({ trophies: 0, snapshot: { titlesReadAt: Date.UTC(2025, 10, 1) } });
  const { beside, figure } = await choose();
  const row = page.getByRole('row', { name: 'Trophies unknown 5', exact: true });
  await expect.element(row).toBeVisible();
  expect(weightsOf(beside, words.yearRows.trophies)).toEqual(['400', '400']);
  await expect.poll(() => marksOf(figure)).toContain('Jan: –. They: 2 trophies');
});

test('the file of a year may be of a part too, and by another zone', async () => {
  await open({ trophies: 7 });
  const { beside, figure } = await choose({ ...aYear(), isAtLeast: true }, 'Asia/Tokyo');
  await expect.element(page.getByRole('row', { name: 'Trophies 7 5+', exact: true })).toBeVisible();
  expect(weightsOf(beside, words.yearRows.trophies)).toEqual(['400', '400']);
  await expect.element(figure).toMatchTextContent(words.yearTheirsAtLeast);
  await expect.element(figure).toMatchTextContent('in the file they are Asia/Tokyo');
  await expect.poll(() => marksOf(figure)).toContain('Nov: 7 trophies. They: 1 trophy');
});
