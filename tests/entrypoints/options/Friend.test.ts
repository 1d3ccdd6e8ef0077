import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browser } from 'wxt/browser';
import { render } from 'vitest-browser-svelte';
import type { HashRoute } from '@/components/app/hash-route.svelte';
import type { Requests } from '@/components/app/requests.svelte';
import App from '@/entrypoints/options/App.svelte';
import Friend from '@/entrypoints/options/Friend.svelte';
import { saveCopy } from '@/utils/copy-worker/save-copy';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import { eraseDatabases } from '@/utils/database/erase';
import { LibraryQueries } from '@/utils/database/queries';
import { packed } from '@/utils/database/packed-set';
import { yearFileText } from '@/utils/exports/year-file';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { percent } from '@/utils/format/numbers';
import * as copies from '@/utils/words/en/copies.json';
import * as words from '@/utils/words/en/friend.json';
import { SECRET_TROPHY } from '@/utils/words/trophy-list';
import { atLeast } from '@/utils/words/at-least';
import { unreadableGames } from '@/utils/words/unreadable';
import { dayNumber } from '../../support/civil-days.ts';
import { aYear } from '../../support/a-year.ts';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status.ts';
import { aSnapshot, aStatus, connected, manyLibraryTitles } from '../../support/statuses.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';

const MINE = '1000000000000000001';
const THEIRS = '1000000000000000002';
const AT = Date.UTC(2026, 10, 29, 12);
const FIRST = 'NPWR00000_00';
const [{ npCommunicationId: THEIRS_ALONE, name: NAME_ALONE }] = manyLibraryTitles(12).slice(-1) as [
  LibraryTitle,
];

let asked: string[];

beforeEach(async () => {
  // All rows at once.
  await page.viewport(1280, 3_000);
  await browser.storage.local.clear();
  await eraseDatabases();
  asked = answerAsBackground();
});

afterEach(() => eraseDatabases());

const secret = aTrophy({ trophyId: 1, name: 'The butler', hidden: true });

/** A friend of twelve games, the first of which the player has not, and has earned a trophy that the player has not. */
async function friendsCopy(): Promise<File> {
  const database = new LibraryDatabase(THEIRS);
  await database.overview.put({
    ...EMPTY_OVERVIEW,
    summary: { ...aSnapshot().summary!, trophyLevel: 77 },
  });
  await database.titles.bulkPut(
    manyLibraryTitles(12).map((title, at) => ({
      ...title,
      progress: at < 2 ? 100 : title.progress,
      tags: ['theirs'],
    })),
  );
  const earned = [aTrophy({ trophyId: 0 }), { ...secret, earned: true, earnedAt: AT }];
  await database.trophySets.bulkPut(
    [FIRST, THEIRS_ALONE].map((npCommunicationId) =>
      packed(aTrophySet({ npCommunicationId, trophies: earned })),
    ),
  );
  const facts = {
    madeAt: AT,
    product: '0.0.1',
    accountId: THEIRS,
    onlineId: 'Second_Pad',
    device: '',
  };
  const file = await saveCopy({ facts, settings: {} }, () => undefined);
  database.close();
  await eraseDatabases();
  return new File([file], 'friend.json.gz');
}

/** The player’s own library has the first nine of these, and one of its own. */
async function open({ unreadable = false } = {}) {
  const database = new LibraryDatabase(MINE);
  const player = { ...aSnapshot().player!, accountId: MINE };
  await database.overview.put({ ...EMPTY_OVERVIEW, player, hasPicks: true });
  await database.titles.bulkPut([
    ...manyLibraryTitles(9),
    { ...manyLibraryTitles(1)[0]!, npCommunicationId: 'NPWR99999_00', name: 'Mine alone' },
  ]);
  if (unreadable) {
    const row = { ...manyLibraryTitles(1)[0]!, npCommunicationId: 'NPWR99998_00', earned: null };
    await database.table('titles').put(row);
  }
  const trophies = [aTrophy({ trophyId: 0, earned: true, earnedAt: AT }), secret];
  await database.trophySets.put(packed(aTrophySet({ npCommunicationId: FIRST, trophies })));
  await publish({
    connection: connected({ accountId: MINE }),
    snapshot: { ...aSnapshot(), player },
  });
  location.hash = '#/friend';
  return render(App);
}

/** All that this browser keeps: the databases, their rows, and what is stored beside them. */
async function stored() {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const database = new LibraryDatabase(MINE);
  const counts = await Promise.all(
    database.tables.map(async (table) => [table.name, await table.count()]),
  );
  database.close();
  return { names, counts, local: await browser.storage.local.get() };
}

test('a friend’s copy stands beside the library, and goes again, with nothing of it stored', async () => {
  const file = await friendsCopy();
  const { getByRole, getByLabelText, getByTestId, getByText } = await open();
  await getByLabelText(words.file).upload(file);
  await expect
    .element(getByText(words.inCommon({ games: 9 }, 'en-US'), { exact: false }))
    .toBeVisible();
  await expect.element(getByRole('row', { name: `${words.rows.games} 10 12` })).toBeVisible();
  await expect.element(getByRole('row', { name: /^Level 412 77$/ })).toBeVisible();
  await expect.element(getByTestId('compared-count')).toMatchTextContent('9');
  await expectAccessible();
  // By their name, and the choice of an order takes no more room than it needs.
  const table = getByRole('table').first();
  await expect.element(table.getByRole('columnheader', { name: 'Second_Pad' })).toBeVisible();
  await expect
    .element(getByText(words.friendAhead({ friend: 'Second_Pad' })).first())
    .toBeVisible();
  await expect.element(getByText(words.they, { exact: true })).not.toBeInTheDocument();
  expect(getByLabelText(words.sortBy).element().clientWidth).toBeLessThan(240);

  await getByRole('radio', { name: new RegExp(`^${words.shown.theirs}`) }).click();
  await expect.element(getByTestId('compared-count')).toMatchTextContent('3');
  await getByRole('radio', { name: new RegExp(`^${words.shown.mine}`) }).click();
  await expect.element(getByText('Mine alone')).toBeVisible();
  await getByRole('radio', { name: new RegExp(`^${words.shown.all}`) }).click();
  await getByRole('searchbox').fill('alone');
  await expect.element(getByTestId('compared-count')).toMatchTextContent('1');
  await getByRole('searchbox').fill('');

  // Their secret stays one here, while the player has not earned it.
  const name = manyLibraryTitles(1)[0]!.name;
  await getByRole('button', { name: words.compareTrophies({ game: name }), exact: true }).click();
  await expect.element(getByRole('row', { name: new RegExp(SECRET_TROPHY) })).toBeVisible();
  await expect
    .element(getByRole('row', { name: new RegExp(`${SECRET_TROPHY} ${words.open} Nov 29, 2026`) }))
    .toBeVisible();
  expect(document.body.textContent).not.toContain('The butler');
  await expectAccessible();

  await getByRole('button', { name: words.forget }).click();
  await expect.element(getByText(words.forgotten)).toBeVisible();
  expect(getByRole('list', { name: words.games }).elements()).toEqual([]);
  const { names } = await stored();
  expect(names).toEqual([new LibraryDatabase(MINE).name]);
  expect(asked.filter((request) => !['resume', 'pageShown'].includes(request))).toEqual([]);
});

test('what cannot be read of the player’s own is left out of no sum in silence', async () => {
  const file = await friendsCopy();
  const { getByRole, getByLabelText, getByText } = await open({ unreadable: true });
  await getByLabelText(words.file).upload(file);
  await expect.element(getByText(unreadableGames(1, 'en-US'))).toBeVisible();
  const games = `${words.rows.games} ${atLeast(10, 'en-US')} 12`;
  await expect.element(getByRole('row', { name: games, exact: true })).toBeVisible();
  await expect
    .element(
      getByText(words.ofReadable({ said: words.inCommon({ games: 9 }, 'en-US') }), {
        exact: false,
      }),
    )
    .toBeVisible();
});

test('the file of a year says what it has, and what it has not', async () => {
  const made = { product: '1.2.3', at: AT, zone: 'UTC', account: 'Second_Pad' };
  const text = await yearFileText(
    { ...aYear(), isRunning: true, end: dayNumber('2026-09-10') },
    {
      ...made,
      gameOf: () => ({ npCommunicationId: FIRST, name: 'Lantern' }),
    },
  );
  const { getByRole, getByLabelText, getByText } = await open();
  await getByLabelText(words.file).upload(new File([text], 'year.json'));
  await expect.element(getByText(words.yearLacks, { exact: false })).toBeVisible();
  // Of a year that goes on no friend has all.
  await expect.element(getByText(words.yearUntil({ day: 'Sep 10, 2026' }))).toBeVisible();
  await expect.element(getByRole('list', { name: words.yearGames })).toBeVisible();
  await expectAccessible();
});

test('what is no such file is refused with its reason, and leaves nothing', async () => {
  const { getByRole, getByLabelText } = await open();
  const before = await stored();
  await getByLabelText(words.file).upload(new File(['no copy at all'], 'a.json.gz'));
  await expect.element(getByRole('alert')).toMatchTextContent(copies.refusals['not-ours']);
  await expect.element(getByRole('alert')).toMatchTextContent(words.nothingKept);
  expect(await stored()).toEqual(before);
  await expectAccessible();
});

test('of a game that only the friend has the trophies are opened from their file', async () => {
  const file = await friendsCopy();
  const { getByRole, getByLabelText } = await open();
  await getByLabelText(words.file).upload(file);
  await getByRole('radio', { name: new RegExp(words.shown.theirs) }).click();
  const label = words.compareTrophies({ game: NAME_ALONE });
  await getByRole('button', { name: label }).click();
  const table = getByRole('table', { name: label });
  await expect.element(table).toMatchTextContent(aTrophy({ trophyId: 0 }).name);
  await expect.element(table).toMatchTextContent(words.open);
  // They have earned it; who has not the game is told nothing of it.
  await expect.element(table).toMatchTextContent(words.secret);
  await expect.element(table).not.toMatchTextContent(secret.name);
  await expect.element(table).not.toMatchTextContent(words.you);
  await expectAccessible();
});

/** The file of a year of three games, two of which are not named. */
async function yearOf(account: string | null): Promise<File> {
  const named = { npCommunicationId: 'NPWR77777_00', name: 'Mine alone (PS4)' };
  const text = await yearFileText(aYear(), {
    ...{ product: '1.2.3', at: AT, zone: 'UTC', account },
    gameOf: (game) => (game === 0 ? named : null),
  });
  return new File([text], 'year.json');
}

test('the file of a year says how many of its games it does not name, and what is here of them', async () => {
  const { getByLabelText, getByText } = await open();
  await getByLabelText(words.file).upload(await yearOf('Second_Pad'));
  const said = words.yearAlsoNameless({ games: 2, trophies: 2 }, 'en-US');
  await expect.element(getByText(said)).toBeVisible();
  const mine = words.yearMineEdition({
    progress: percent(manyLibraryTitles(1)[0]!.progress!, 'en-US'),
  });
  await expect.element(getByText(mine)).toBeVisible();
  await expect.element(getByText(words.isOwnYear)).not.toBeInTheDocument();
  await getByLabelText(words.file).upload(await yearOf(aSnapshot().player!.onlineId));
  await expect.element(getByText(words.isOwnYear)).toBeVisible();
});

test('until the player’s own library is read, nothing of it stands beside a friend’s year', async () => {
  const titles = {
    state: 'ready',
    value: { titles: manyLibraryTitles(3), unreadable: 1, complete: false },
  } as const;
  const status = aStatus({ snapshot: aSnapshot() });
  const { getByLabelText, getByText } = await render(Friend, {
    ...{ queries: new LibraryQueries(MINE, false), first: null, titles, status, now: AT },
    ...{ requests: {} as Requests, hash: {} as HashRoute, onfetch: null, onzone: () => undefined },
  });
  await getByLabelText(words.file).upload(await yearOf(null));
  await expect.element(getByText(words.loadingOwn)).toBeVisible();
  await expect.element(getByText(unreadableGames(1, 'en-US'))).toBeVisible();
});

test('where another’s library is shown, nothing of it is called the player’s', async () => {
  const file = await friendsCopy();
  const titles = {
    state: 'ready',
    value: { titles: manyLibraryTitles(9), unreadable: 0, complete: true },
  } as const;
  const { getByLabelText, getByRole } = await render(Friend, {
    ...{ queries: {} as LibraryQueries, first: null, titles, now: AT, requests: null },
    ...{ status: aStatus({ snapshot: aSnapshot(), shownLibrary: THEIRS }), onfetch: null },
    ...{ hash: {} as HashRoute, onzone: () => undefined },
  });
  const owner = aSnapshot().player!.onlineId!;
  await expect.element(getByRole('heading', { name: words.friendOf({ owner }) })).toBeVisible();
  await getByLabelText(words.file).upload(file);
  await expect.element(getByRole('columnheader', { name: owner })).toBeVisible();
  await expect
    .element(getByRole('radio', { name: words.onlyOf({ owner }), exact: false }))
    .toBeInTheDocument();
  const own = [words.you, words.friend, words.shown.mine, ...Object.values(words.sorts).slice(1)];
  const drawn = [...document.querySelectorAll('h1, th, label, option, span')];
  expect(drawn.filter(({ textContent }) => own.includes(textContent.trim()))).toEqual([]);
});
