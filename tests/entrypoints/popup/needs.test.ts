import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
// Loaded late by the popup; from the development server the first time takes a second.
import '@/components/popup/after-first-frame';
import App from '@/entrypoints/popup/App.svelte';
import type { Connected } from '@/utils/domain/connection/connection';
import type { Cause, Outcome } from '@/utils/domain/failure';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { ALLOW_HOSTS, STORAGE_AWAITED_TITLE } from '@/utils/words/connecting';
import { ACTIONS } from '@/utils/words/needs';
import { FAILURES } from '@/utils/words/failures';
import { openSignIn, openAccount } from '@/utils/words/en/connect.json';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { AN_ATTEMPT } from '../../support/connections';
import { DAY, aProgress, aSnapshot, connected, lifeOf } from '../../support/statuses.ts';

const NOW = Date.now();
const IDLE: SyncStatus = { state: 'idle' };

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

function blocked(cause: Cause): SyncStatus {
  return { state: 'blocked', ...aProgress(), failure: { cause } };
}

function paused(cause: Cause): SyncStatus {
  return { state: 'paused', ...aProgress(), failure: { cause }, resumesAt: NOW + DAY };
}

const left = { aliveAt: NOW - DAY } as const;
/** A sign-in of 60 days whose token lasts as long, as in earlier years: green by its days alone. */
const lost = (state: 'refused' | 'other-account' | 'signed-out'): Partial<Connected> => ({
  tokenLife: lifeOf(60, NOW, { state, ...left }),
});
const shown = { since: NOW, isShown: true, laterThan: null };

test.each<[string, Partial<Connected>, SyncStatus, string, boolean]>([
  ['access withdrawn', {}, blocked('permission-missing'), ALLOW_HOSTS, false],
  ['a full disk', {}, blocked('storage-full'), ACTIONS.again, false],
  ['damaged storage', {}, blocked('storage-damaged'), ACTIONS.again, false],
  ['a newer build before', {}, blocked('storage-newer'), ACTIONS.again, false],
  ['rules of the account', {}, blocked('not-permitted'), ACTIONS['open-playstation'], true],
  ['trouble at Sony', {}, paused('sony-down'), 'Sync now', true],
  ['no network', {}, paused('offline'), 'Sync now', true],
  ['a network that is turned away', {}, paused('edge-block'), 'Sync now', true],
  ['terms', { failure: { cause: 'terms-to-accept' } }, IDLE, ACTIONS['open-playstation'], false],
  [
    'a profile',
    { failure: { cause: 'profile-unfinished' } },
    IDLE,
    ACTIONS['open-playstation'],
    false,
  ],
  ['half dead', { failure: { cause: 'session-half-dead' } }, IDLE, 'Connect PlayStation', false],
  ['refused', { failure: { cause: 'token-refused' } }, IDLE, 'Connect PlayStation', false],
  [
    'expired',
    { failure: { cause: 'connection-expired' }, ...lost('signed-out') },
    IDLE,
    'Sign in again',
    false,
  ],
  ['signed out', lost('signed-out'), IDLE, 'Sign in again', true],
  ['somebody else', lost('other-account'), IDLE, 'Sign in again', true],
  ['a refused sign-in', lost('refused'), IDLE, 'Sign in again', true],
  ['running out', { tokenLife: lifeOf(13, NOW) }, IDLE, 'Start fresh', true],
  ['about to end', { tokenLife: lifeOf(1.5, NOW) }, IDLE, 'Start fresh', true],
  ['a refused code', { refused: { cause: 'npsso-refused' } }, IDLE, ACTIONS.paste, true],
  ['a sign-in awaited', { renewal: { step: 'sign-in', ...shown } }, IDLE, openSignIn, true],
  ['a sign-out awaited', { renewal: { step: 'sign-out', ...shown } }, IDLE, openAccount, true],
])('%s: one button, and nothing that says all is well', async (_, said, sync, name, syncs) => {
  await publish({ connection: connected(said), snapshot: aSnapshot({ sync }) });
  const { container, getByRole } = await render(App);

  const button = getByRole('button', { name, exact: true }).or(getByRole('link', { name }));
  await expect.element(button).toBeVisible();
  const main = [...container.querySelectorAll('.main')].map(({ textContent }) =>
    textContent.trim(),
  );
  expect(main).toStrictEqual([name === 'Sync now' ? 'Open library' : name]);
  expect(getByRole('button', { name: 'Sync now' }).elements()).toHaveLength(syncs ? 1 : 0);
  expect(container.textContent).not.toMatch(/Connected|renews itself,/);
  expect(container.querySelector('[aria-label="Token life"] .good')).toBeNull();
});

test('what the one button is for is said before what passes by itself', async () => {
  const connection = connected({ tokenLife: lifeOf(9, NOW) });
  await publish({ connection, snapshot: aSnapshot({ sync: paused('too-many-requests') }) });
  const { getByRole } = await render(App);

  await expect.element(getByRole('button', { name: 'Start fresh' })).toBeVisible();
  const said = getByRole('main').element().textContent ?? '';
  expect(said).toMatch(/Your sign-in at PlayStation ends.*Sony asks for a pause/s);
});

test('what a try to connect again came to is not said to be repaired by connecting', async () => {
  const said = { failure: { cause: 'token-refused' }, refused: { cause: 'sony-down' } } as const;
  await publish({ connection: connected(said), snapshot: aSnapshot() });
  const { getByRole } = await render(App);

  const alert = getByRole('alert');
  await expect.element(alert).toHaveAttribute('data-cause', 'sony-down');
  const { title, sentence } = FAILURES['sony-down'];
  await expect.element(alert).toHaveTextContent(`${title} ${sentence}`);
  await expect.element(getByRole('button', { name: 'Connect PlayStation' })).toBeVisible();
});

test('pasting a code leads to the field for it, and syncs nothing', async () => {
  const asked = answerAsBackground();
  const opened = vi.spyOn(window, 'open').mockReturnValue(null);
  const refused = { cause: 'npsso-refused' } as const;
  await publish({ connection: connected({ refused }), snapshot: aSnapshot() });
  const { getByRole } = await render(App);

  await getByRole('button', { name: ACTIONS.paste }).click();
  expect(opened).toHaveBeenCalledExactlyOnceWith('/options.html#/settings');
  expect(asked).toEqual([]);
});

test.each(['storage-silent', 'storage-full'] as const)(
  'what waits for the browser (%s) says why, that it goes on by itself, and the way on and back',
  async (cause) => {
    const asked = answerAsBackground();
    const storage = { failure: { cause }, since: NOW, tries: 0, nextAt: NOW };
    await publish({
      connection: { ...AN_ATTEMPT, phase: 'connecting', step: 'session', storage },
      snapshot: aSnapshot(),
    });
    const { container, getByRole } = await render(App);

    await expect.element(getByRole('alert')).toHaveAttribute('data-cause', cause);
    await expect.element(getByRole('heading', { name: STORAGE_AWAITED_TITLE })).toBeVisible();
    expect(getByRole('listitem').elements()).toHaveLength(0);
    const names = [...container.querySelectorAll('main button')].map((each) =>
      each.textContent.trim(),
    );
    expect(names).toContain('Cancel');
    await getByRole('button', { name: ACTIONS.again }).click();
    await expect.poll(() => asked).toContain('connect');
  },
);

test.each([
  ['Connect PlayStation', { phase: 'disconnected', failure: null }, 'connect'],
  ['Sync now', connected(), 'syncNow'],
  ['Sign in again', connected(lost('signed-out')), 'openSignIn'],
] as const)(
  'storage that is late to write down %s is said, and its button is not busy without end',
  async (name, connection, request) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const late = Promise.withResolvers<Outcome>();
    const asked = answerAsBackground(late.promise);
    await publish({ connection, snapshot: aSnapshot() });
    const { getByRole } = await render(App);
    const button = getByRole('button', { name, exact: true });
    await button.click();
    await expect.poll(() => asked).toContain(request);
    await vi.advanceTimersByTimeAsync(11_000);

    await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-silent');
    await expect.element(getByRole('alert')).toMatchTextContent(/goes on by itself/);
    const again = getByRole('button', { name: ACTIONS.again }).or(button);
    await expect.element(again.first()).not.toHaveAttribute('aria-disabled', 'true');

    late.resolve({ ok: true, value: null });
    await expect.poll(() => getByRole('alert').elements()).toHaveLength(0);
  },
);

test('where nothing is needed it says so in one line', async () => {
  await publish({ connection: connected(), snapshot: aSnapshot() });
  const { getByRole } = await render(App);

  await expect
    .element(getByRole('region', { name: 'Token life' }))
    .toMatchTextContent(/^\s*Connected, renews itself, until/);
  await expect.element(getByRole('button', { name: 'Sync now' })).toBeVisible();
});
