import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { EMPTY_OVERVIEW, LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { EVIDENCE } from '@/utils/words/evidence';
import { SHOW_SECRETS } from '@/utils/words/trophy-list';
import { SYNC_HISTORY } from '@/utils/words/names';
import { BACK_TO_MINE, CLOSE_LIBRARY, OPENED_AGAIN } from '@/utils/words/shown-library';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { openOptions } from '../../support/game-page.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aTrophy, aTrophySet } from '../../support/trophies.ts';
import { aSnapshot, connected, manyLibraryTitles } from '../../support/statuses.ts';

const MINE = '1000000000000000001';
const OTHERS = '1000000000000000002';
let asked: string[];
let payloads: unknown[];

beforeEach(async () => {
  await browser.storage.local.clear();
  payloads = [];
  asked = answerAsBackground({ ok: true, value: null }, (_, payload) => payloads.push(payload));
});

/** The player's own library of five games is connected; another account's, of three, is shown. */
async function open(hash: string) {
  const [mine, others] = [new LibraryDatabase(MINE), new LibraryDatabase(OTHERS)];
  await mine.titles.bulkPut(manyLibraryTitles(5));
  await others.titles.bulkPut(manyLibraryTitles(3));
  const player = { ...aSnapshot().player!, accountId: OTHERS, onlineId: 'Second_Pad' };
  const { summary, lastSyncedAt } = aSnapshot();
  await others.overview.put({ ...EMPTY_OVERVIEW, player, summary, lastSyncedAt, hasChosen: true });
  await publish({
    connection: connected({ accountId: MINE }),
    snapshot: { ...aSnapshot(), player: { ...player, accountId: MINE, onlineId: 'Night_Cabinet' } },
    shownLibrary: OTHERS,
  });
  location.hash = hash;
  return render(App);
}

async function saysWhose(hash: string, heading: string): Promise<void> {
  const { getByRole, getByText } = await open(hash);

  await expect.element(getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await expect.element(getByRole('heading', { name: 'The library of Second_Pad' })).toBeVisible();
  await expect.element(getByRole('banner').getByText('Second_Pad')).toBeVisible();
  expect(getByText('Night_Cabinet').elements()).toEqual([]);
  await expectAccessible();
  payloads.length = 0;

  await getByRole('button', { name: BACK_TO_MINE }).click();
  await expect.poll(() => payloads).toContainEqual({ library: null });
}

const NAME = '%s says whose library is shown, with one way back';
// One page of the library, and one that has nothing of it: the others are framed by the same.
test.each([
  ['#/library', 'Library'],
  ['#/settings', 'Settings'],
])(NAME, saysWhose);
test.each([
  ['#/picker', 'Pick games'],
  ['#/game/NPWR00001_00', 'Game 2'],
  ['#/syncs', SYNC_HISTORY],
  ['#/guide', 'Guide'],
])(NAME, { tags: ['long'] }, saysWhose);

test('who has no library of their own closes it, and is where they began', async () => {
  const { getByRole, getByText } = await open('#/library');
  await publish({ connection: DISCONNECTED, snapshot: EMPTY_SNAPSHOT });
  await expect.element(getByText(OPENED_AGAIN, { exact: false })).toBeVisible();
  expect(getByRole('button', { name: BACK_TO_MINE }).elements()).toEqual([]);
  // As after a copy was restored into an empty browser: what comes next is there, too.
  await getByRole('button', { name: 'Connect PlayStation' }).click();
  await expect.poll(() => asked).toContain('connect');
  await getByRole('button', { name: CLOSE_LIBRARY }).click();
  await expect.poll(() => payloads).toContainEqual({ library: null });
  await expect.poll(() => location.hash).toBe('#/welcome');
});

test('its games are shown, and nothing is offered, or asked, that would change it', async () => {
  const { getByRole, getByTestId, getByText } = await open('#/library');
  await expect.element(getByTestId('library-count')).toMatchTextContent(/^3$/);
  expect(getByRole('button', { name: 'Sync now' }).elements()).toEqual([]);
  expect(document.querySelector('[data-testid="token-life"]')).toBeNull();

  location.hash = '#/picker';
  await expect.element(getByRole('checkbox', { name: /Game 1/ })).toBeVisible();
  expect(getByRole('button', { name: /^Import/ }).elements()).toEqual([]);

  location.hash = '#/game/NPWR00001_00';
  await expect.element(getByRole('heading', { level: 1, name: 'Game 2' })).toBeVisible();
  await expect.element(getByText(/this library is only read/)).toBeVisible();
  expect(getByRole('button', { name: 'Connect PlayStation' }).elements()).toEqual([]);
  expect(asked.filter((name) => !['resume', 'pageShown'].includes(name))).toEqual([]);
});

test('the player’s own is shown again at once', async () => {
  const { getByRole, getByTestId } = await open('#/library');
  await expect.element(getByTestId('library-count')).toMatchTextContent(/^3$/);

  await browser.storage.local.remove('shownLibrary');
  await expect.element(getByTestId('library-count')).toMatchTextContent(/^5$/);
  await expect.element(getByRole('button', { name: 'Sync now' })).toBeVisible();
  expect(getByRole('heading', { name: 'The library of Second_Pad' }).elements()).toEqual([]);
});

test('what was ticked and not saved is there after a look at another library', async () => {
  const { getByRole } = await open('#/picker');
  await browser.storage.local.remove('shownLibrary');
  const [fourth, fifth] = [4, 5].map((n) => getByRole('checkbox', { name: `Game ${String(n)}` }));
  await fifth!.click();
  const was = (fifth!.element() as HTMLInputElement).checked;

  await publish({ shownLibrary: OTHERS });
  await expect.element(fourth!).not.toBeInTheDocument();
  await browser.storage.local.remove('shownLibrary');
  await expect.element(fourth!).toBeVisible();
  expect((fifth!.element() as HTMLInputElement).checked).toBe(was);
  await expect.element(getByRole('button', { name: /^Remove 1 game/ })).toBeVisible();
});

test('a library that is gone says so, and leads back', async () => {
  const { getByRole } = await open('#/library');
  await publish({ shownLibrary: '1000000000000000003' });
  await expect
    .element(getByRole('heading', { name: 'The library of An account ending in 0003' }))
    .toBeVisible();
  await expect.element(getByRole('button', { name: BACK_TO_MINE })).toBeVisible();
});

test('a setting that could not be kept is said, and how things stand with Sony is not', async () => {
  const { getByRole, getByText } = await open('#/game/NPWR00001_00');
  const set = aTrophySet({ npCommunicationId: 'NPWR00001_00', trophies: [aTrophy({})] });
  await new LibraryDatabase(OTHERS).trophySets.put(packed(set));
  answerAsBackground({ ok: false, failure: { cause: 'storage-full' } });
  await openOptions();
  await getByRole('switch', { name: SHOW_SECRETS }).click();

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-full');
  await expect.element(getByText(EVIDENCE)).toBeVisible();
  await expectAccessible();
});

test('why the player’s own could not be shown again is said, on the page that they are on', async () => {
  const { getByRole } = await open('#/library');
  answerAsBackground({ ok: false, failure: { cause: 'storage-full' } });
  await getByRole('button', { name: BACK_TO_MINE }).click();

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-full');
  await expectAccessible();
});
