import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { storeMadeUp } from '@/utils/database/made-up-store';
import { DISCONNECTED, type Connection } from '@/utils/domain/connection/connection';
import { MADE_UP } from '@/utils/domain/library/shown-library';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import { madeUpLibrary } from '@/utils/made-up/made-up-library';
import { MADE_UP_TITLE, STOP_LOOKING } from '@/utils/words/shown-library';
import { MADE_UP_FIRST, WELCOME } from '@/utils/words/welcome';
import { fetch } from '@/utils/words/en/game.json';
import { CONNECT, SYNC_HISTORY, PRIVACY, SYNC_NOW } from '@/utils/words/names';
import { PICKS_NEW_GAMES } from '@/utils/words/syncing';
import { NOTE, PIN, SHOW_SECRETS } from '@/utils/words/trophy-list';
import { CONNECTING_TITLE } from '@/utils/words/connecting';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { AN_ATTEMPT } from '../../support/connections';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { openOptions } from '../../support/game-page.ts';

const LEAVE = STOP_LOOKING;
let asked: string[];
let payloads: unknown[];

beforeEach(async () => {
  await browser.storage.local.clear();
  payloads = [];
  asked = answerAsBackground({ ok: true, value: null }, (_, payload) => payloads.push(payload));
});

async function open(hash: string, connection: Connection = DISCONNECTED) {
  await storeMadeUp(() => madeUpLibrary(MADE_UP, Date.now()));
  await publish({ connection, snapshot: EMPTY_SNAPSHOT, shownLibrary: MADE_UP });
  location.hash = hash;
  return render(App);
}

test('the button of the first page asks for it, and leads to the library', async () => {
  await publish({ connection: DISCONNECTED, snapshot: EMPTY_SNAPSHOT });
  location.hash = '#/welcome';
  const { getByRole } = await render(App);

  await getByRole('button', { name: MADE_UP_FIRST }).click();
  await expect.poll(() => location.hash).toBe('#/library');
  expect(asked).toContain('showLibrary');
  expect(payloads).toContainEqual({ library: MADE_UP });
});

/** Each by its address and its heading: a page of the library, one of a game, and one that has nothing of them. */
const USUAL = [
  ['#/library', 'Library'],
  ['#/game/MADE-02', 'Salt and Signal'],
  ['#/settings', 'Settings'],
] as const;
const OTHERS = [
  ['#/statistics', 'Statistics'],
  ['#/picker', 'Pick games'],
  ['#/syncs', SYNC_HISTORY],
  ['#/guide', 'Guide'],
  ['#/privacy', PRIVACY],
  ['#/welcome', WELCOME],
] as const;

async function areLeftFrom(screens: readonly (readonly [string, string])[]): Promise<void> {
  const { getByRole } = await open('#/library');

  for (const [hash, heading] of screens) {
    location.hash = hash;
    await expect.element(getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect.element(getByRole('heading', { name: MADE_UP_TITLE })).toBeVisible();
    await expect.element(getByRole('banner').getByText('Made_Up_Player')).toBeVisible();
    await expectAccessible();

    payloads.length = 0;
    await getByRole('button', { name: LEAVE }).click();
    await expect.poll(() => payloads).toContainEqual({ library: null });
    await expect.poll(() => location.hash).toBe('#/welcome');
  }
}

test('a page says that the games are made up, with one way out', () => areLeftFrom(USUAL));

test(
  'every other page says that the games are made up, with one way out',
  { tags: ['long'], timeout: 90_000 },
  () => areLeftFrom(OTHERS),
);

test('the report of how they came counts the trophies that the library shows', async () => {
  const { getByRole } = await open('#/library');
  const trophies = /\b1,\d{3} trophies\b/;
  await expect.element(getByRole('main')).toMatchTextContent(trophies);
  const shown = trophies.exec(getByRole('main').element().textContent ?? '')?.[0] ?? '';

  location.hash = '#/syncs';
  await expect.element(getByRole('main').getByText(`60 games with ${shown}`)).toBeVisible();
});

test('who cannot leave them stays where they are, and reads why', async () => {
  const { getByRole } = await open('#/picker');
  answerAsBackground({ ok: false, failure: { cause: 'storage-full' } });
  await getByRole('button', { name: LEAVE }).click();

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-full');
  expect(location.hash).toBe('#/picker');
});

test('nothing is offered, or asked, that would change anything with Sony', async () => {
  const { getByRole, getByTestId } = await open('#/library');
  await expect.element(getByTestId('library-count')).toMatchTextContent(/^5\d$/);
  await expect.element(getByRole('button', { name: LEAVE })).toBeVisible();
  expect(getByRole('button', { name: new RegExp(`${SYNC_NOW}|${CONNECT}`) }).elements()).toEqual(
    [],
  );

  location.hash = '#/picker';
  await expect.element(getByRole('checkbox', { name: /Lantern Harbour/ })).toBeVisible();
  expect(getByRole('button', { name: /^Import/ }).elements()).toEqual([]);
  expect(getByRole('switch', { name: PICKS_NEW_GAMES }).elements()).toEqual([]);

  location.hash = '#/game/MADE-02';
  await expect.element(getByRole('list', { name: 'Trophies' })).toBeVisible();
  expect(
    getByRole('button', { name: new RegExp([PIN, NOTE, fetch, CONNECT].join('|')) }).elements(),
  ).toEqual([]);

  location.hash = '#/settings';
  await expect.element(getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  expect(getByRole('button', { name: /Erase|Disconnect|Copy NPSSO|Verify/ }).elements()).toEqual(
    [],
  );
  expect(asked.filter((name) => !['resume', 'pageShown'].includes(name))).toEqual([]);
});

test('what is switched is tried out, and none of the player’s settings', async () => {
  const { getByRole } = await open('#/settings');
  const secrets = getByRole('switch', { name: SHOW_SECRETS });
  await secrets.click();
  await expect.element(secrets).toBeChecked();

  location.hash = '#/game/MADE-02';
  await openOptions();
  await expect.element(getByRole('switch', { name: SHOW_SECRETS })).toBeChecked();
  expect(asked).not.toContain('changeSettings');
  expect(await browser.storage.local.get('settings')).toEqual({});
});

test('gives way to what connecting has to say, and says why it failed', async () => {
  const { getByRole } = await open('#/library');
  await expect.element(getByRole('button', { name: LEAVE })).toBeVisible();

  await publish({ connection: { ...AN_ATTEMPT, phase: 'connecting', step: 'code' } });
  await expect.element(getByRole('heading', { name: CONNECTING_TITLE })).toBeVisible();
  expect(getByRole('button', { name: LEAVE }).elements()).toEqual([]);

  await publish({ connection: { phase: 'disconnected', failure: { cause: 'sony-down' } } });
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'sony-down');
  await expect.element(getByRole('button', { name: LEAVE })).toBeVisible();
});
