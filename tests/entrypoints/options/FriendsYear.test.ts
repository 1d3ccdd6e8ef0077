import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { render } from 'vitest-browser-svelte';
import FriendsYearBeside from '@/components/year/FriendsYearBeside.svelte';
import YearsBeside from '@/components/year/YearsBeside.svelte';
import App from '@/entrypoints/options/App.svelte';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import { eraseDatabases } from '@/utils/database/erase';
import { LibraryQueries } from '@/utils/database/queries';
import { packed } from '@/utils/database/packed-set';
import type { Failure } from '@/utils/domain/failure';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { readYearFile, yearFileText, yearRowOf } from '@/utils/exports/year-file';
import * as words from '@/utils/words/en/friend.json';
import * as yearWords from '@/utils/words/en/year.json';
import { aYear } from '../../support/a-year.ts';
import type { Snapshot } from '@/utils/domain/sync/snapshot';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status.ts';
import { aSnapshot, aStatus, connected, manyLibraryTitles } from '../../support/statuses.ts';
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
  const figure = page.getByRole('figure', { name: yearWords.months });
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
    [yearWords.trophies, '2'],
    [words.yearDays, '1'],
    [yearWords.streak, '1 day'],
    [yearWords.busiest, '2'],
  ] as const) {
    const row = beside.getByRole('rowheader', { name: kind, exact: true });
    await expect
      .poll(() => row.element().nextElementSibling?.textContent, { message: kind })
      .toBe(mine);
  }
  await expect.element(page.getByRole('row', { name: 'Trophies 2 5', exact: true })).toBeVisible();
  expect(weightsOf(beside, yearWords.trophies)).toEqual(['400', '650']);
  await expect.element(figure).toBeVisible();
  await expect.poll(() => marksOf(figure)).toContain('Nov: 2 trophies. They: 1 trophy');
  expect(marksOf(figure)).toContain('Jan: 0 trophies. They: 2 trophies');
  await expectAccessible();
});

test('of a year that is fetched in part nothing is told as the whole', async () => {
  await open({ missing: 5 });
  const { beside, figure } = await choose();
  await expect.element(page.getByRole('row', { name: 'Trophies 2+ 5', exact: true })).toBeVisible();
  expect(weightsOf(beside, yearWords.trophies)).toEqual(['400', '400']);
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
  expect(weightsOf(beside, yearWords.trophies)).toEqual(['400', '400']);
  await expect.poll(() => marksOf(figure)).toContain('Jan: –. They: 2 trophies');
});

test('a year stands alone where what the player earned cannot be read', async () => {
  const title = manyLibraryTitles(1)[0]!;
  const queries = new LibraryQueries(`unreadable-${String(AT)}`, false);
  const failing = () => ({
    subscribe({ failed }: { failed: (failure: Failure) => void }) {
      failed({ cause: 'storage-damaged' });
      return { unsubscribe: () => undefined };
    },
  });
  Object.assign(queries, { earnings: failing, latestEarnings: failing });
  const text = await yearFileText(aYear(), {
    ...{ product: '1.2.3', at: AT, zone: 'UTC', account: 'Second_Pad', gameOf: () => null },
  });
  const file = await readYearFile(text);
  if (typeof file === 'string') throw new Error(file);
  await render(FriendsYearBeside, {
    ...{ file, queries, first: null, onfetch: null, onzone: () => undefined, owner: null },
    ...{ status: aStatus(), now: Date.now() },
    titles: { state: 'ready', value: { titles: [title], unreadable: 0, complete: true } },
  });
  const alone = page.getByRole('table', { name: yearWords.numbers });
  await expect.element(alone.getByRole('row', { name: 'Trophies 5', exact: true })).toBeVisible();
  const figure = page.getByRole('figure', { name: yearWords.months });
  await expect.poll(() => marksOf(figure)).toContain('Jan: 2 trophies');
  await expect.element(figure.getByRole('button').first()).toBeEnabled();
});

test('no name goes into a chart that can be saved', async () => {
  const status = aStatus();
  const text = await yearFileText(aYear(), {
    ...{ product: '1.2.3', at: AT, zone: 'UTC', account: 'Second_Pad', gameOf: () => null },
  });
  const file = await readYearFile(text);
  if (typeof file === 'string') throw new Error(file);
  const own = { row: yearRowOf(aYear(), 'UTC'), coverage: undefined };
  await render(YearsBeside, {
    ...{ theirs: file.year, own, isMissing: false, friend: file.account },
    owner: status.snapshot.player!.onlineId,
  });
  const figure = page.getByRole('figure', { name: yearWords.months });
  await expect.poll(() => marksOf(figure)).toContain('Jan: 2 trophies. They: 2 trophies');
  await expect.element(figure).toMatchTextContent(words.yearHere);
  expect(figure.element().textContent).not.toMatch(/Night_Cabinet|Second_Pad/);
  const head = page.getByRole('columnheader', { name: 'Night_Cabinet' });
  await expect.element(head).toBeVisible();
});

test('the file of a year may be of a part too, and by another zone', async () => {
  await open({ trophies: 7 });
  const { beside, figure } = await choose({ ...aYear(), isAtLeast: true }, 'Asia/Tokyo');
  await expect.element(page.getByRole('row', { name: 'Trophies 7 5+', exact: true })).toBeVisible();
  expect(weightsOf(beside, yearWords.trophies)).toEqual(['400', '400']);
  await expect.element(figure).toMatchTextContent(words.yearTheirsAtLeast);
  await expect.element(figure).toMatchTextContent('in the file they are Asia/Tokyo');
  await expect.poll(() => marksOf(figure)).toContain('Nov: 7 trophies. They: 1 trophy');
});
