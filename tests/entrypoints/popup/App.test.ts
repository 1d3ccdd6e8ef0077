import { flushSync, mount, unmount } from 'svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Locator } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
// Loaded late by the popup; from the development server the first time takes a second.
import '@/components/popup/after-first-frame';
import '@/components/popup/NotConnected.svelte';
import App from '@/entrypoints/popup/App.svelte';
import type { Connection } from '@/utils/domain/connection/connection';
import { EMPTY_SNAPSHOT, type Snapshot } from '@/utils/domain/sync/snapshot';
import { LOADING } from '@/utils/words/names';
import { openSignIn } from '@/utils/words/en/connect.json';
import { CONNECTING_TITLE } from '@/utils/words/connecting';
import { CONNECT_ANYWAY } from '@/utils/words/old-session';
import { publish } from '../../support/publish-status';
import { A_WAIT, AN_ATTEMPT } from '../../support/connections';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { DAY, aProgress, aSnapshot, connected, lifeOf } from '../../support/statuses.ts';
import * as inPopup from '@/utils/words/en/popup.json';

async function open(connection: Connection, snapshot: Snapshot = EMPTY_SNAPSHOT) {
  await publish({ connection, snapshot });
  return render(App);
}

beforeEach(async () => {
  await browser.storage.local.clear();
  answerAsBackground();
});

const PROGRESS = aProgress({ phase: 'titles', done: 800, total: 1_300 });

describe.each<[string, Connection, Snapshot]>([
  ['not connected', { phase: 'disconnected', failure: null }, EMPTY_SNAPSHOT],
  ['failed', { phase: 'disconnected', failure: { cause: 'session-half-dead' } }, EMPTY_SNAPSHOT],
  ['waiting', A_WAIT, EMPTY_SNAPSHOT],
  ['connecting', { ...AN_ATTEMPT, phase: 'connecting', step: 'code' }, EMPTY_SNAPSHOT],
  ['with a library only', { phase: 'disconnected', failure: null }, aSnapshot()],
  [
    'with an old sign-in',
    { ...AN_ATTEMPT, phase: 'old-session', endsAt: Date.now() + 10 * DAY },
    EMPTY_SNAPSHOT,
  ],
  [
    'signing out',
    { ...AN_ATTEMPT, phase: 'signing-out', since: 0, laterThan: 0, isShown: true },
    EMPTY_SNAPSHOT,
  ],
  ['connected', connected(), aSnapshot()],
  ['ending', connected({ tokenLife: lifeOf(1, Date.now(), { state: 'signed-out' }) }), aSnapshot()],
  ['ended', connected({ tokenLife: lifeOf(-1) }), aSnapshot()],
  ['connected and still empty', connected(), EMPTY_SNAPSHOT],
  ['syncing', connected(), aSnapshot({ sync: { state: 'running', ...PROGRESS } })],
  ['sharing the limit', connected(), aSnapshot({ halvedUntil: Date.now() + DAY })],
  ['broken', connected({ failure: { cause: 'token-refused' } }), aSnapshot()],
])('%s', (_, connection, snapshot) => {
  test('has the one size and can be read by everyone', async () => {
    const { container } = await open(connection, snapshot);
    await expect.poll(() => container.textContent).not.toContain(LOADING);

    const { width, height } = container.querySelector('.popup')!.getBoundingClientRect();
    expect([width, height]).toEqual([360, 600]);
    expect(container.querySelector('.popup')!.scrollHeight).toBe(600);
    await expectAccessible();
  });
});

test('its first frame has the same size and claims nothing', async () => {
  await publish({ connection: connected(), snapshot: aSnapshot() });
  const app = mount(App, { target: document.body });
  flushSync();

  const popup = document.querySelector('.popup');
  expect(popup?.getBoundingClientRect().height).toBe(600);
  expect(popup?.textContent).toContain(LOADING);
  expect(popup?.querySelector('button, [role=alert], [data-testid]')).toBeNull();
  await unmount(app);
});

test('connects with one click', async () => {
  const asked = answerAsBackground();
  const { getByRole } = await open({ phase: 'disconnected', failure: null });

  await getByRole('button', { name: 'Connect PlayStation' }).click();

  await expect.poll(() => asked).toEqual(['connect']);
});

test('says why it did not work, and keeps the way in open', async () => {
  const { getByRole } = await open({ phase: 'disconnected', failure: { cause: 'edge-block' } });

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'edge-block');
  await expect.element(getByRole('button', { name: 'Connect PlayStation' })).toBeVisible();
});

test('shows what the background itself could not do', async () => {
  answerAsBackground({ ok: false, failure: { cause: 'permission-missing' } });
  const { getByRole } = await open({ phase: 'disconnected', failure: null });

  await getByRole('button', { name: 'Connect PlayStation' }).click();

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'permission-missing');
});

test('goes on by itself when the background does', async () => {
  const { getByRole } = await open(A_WAIT);
  await expect.element(getByRole('button', { name: openSignIn })).toBeVisible();

  await publish({ connection: { ...AN_ATTEMPT, phase: 'connecting', step: 'session' } });
  await expect.element(getByRole('heading', { name: CONNECTING_TITLE })).toBeVisible();

  await publish({ connection: connected(), snapshot: aSnapshot() });
  await expect.element(getByRole('region', { name: 'Token life' })).toBeVisible();
});

test('says that half of the limit is left to somebody else', async () => {
  const snapshot = aSnapshot({ halvedUntil: Date.now() + DAY });
  const { container, getByText } = await open(connected(), snapshot);

  await expect.element(getByText(/asks half as often/)).toBeVisible();
  expectOnlyTheMiddleScrolls(container);
});

test('wakes the background while something is unfinished', async () => {
  const asked = answerAsBackground();
  await open(A_WAIT);

  await expect.poll(() => asked).toContain('resume');
});

test('lets a waiting player cancel, or open the sign-in page again', async () => {
  const asked = answerAsBackground();
  const { getByRole } = await open(A_WAIT);

  await getByRole('button', { name: openSignIn }).click();
  await getByRole('button', { name: 'Cancel' }).click();

  await expect
    .poll(() => asked.filter((name) => name !== 'resume'))
    .toEqual(['openSignIn', 'cancelConnecting']);
});

test('shows who is connected, for how long, and what was played last', async () => {
  const { getByText, getByTestId, getByRole } = await open(
    connected({ tokenLife: lifeOf(50) }),
    aSnapshot(),
  );

  await expect.element(getByText('Night_Cabinet')).toBeVisible();
  await expect.element(getByText('Level 412')).toBeVisible();
  await expect.element(getByText('1,300 games')).toBeVisible();
  await expect.element(getByTestId('token-life')).toHaveAttribute('data-zone', 'green');
  expect(recentGames(getByRole('list', { name: inPopup.lastPlayedGames }))).toEqual(
    [1, 2, 3].map((at) => `Recent game ${String(at)}`),
  );
});

test('what there is no room for scrolls between what always stands', async () => {
  const { container, getByRole, getByTestId } = await open(
    connected({ tokenLife: lifeOf(9.5) }),
    aSnapshot(),
  );

  await expect.element(getByTestId('token-life')).toHaveAttribute('data-zone', 'amber');
  await expect.element(getByRole('button', { name: 'Start fresh' })).toBeInViewport();
  const list = getByRole('list', { name: inPopup.lastPlayedGames });
  expect(recentGames(list)).toHaveLength(3);
  expectOnlyTheMiddleScrolls(container);
  await list.getByRole('link').last().click({ trial: true });
  await expect.element(list.getByRole('link').last()).toBeInViewport();
  await expect.element(getByRole('button', { name: 'Start fresh' })).toBeInViewport();
});

function recentGames(list: Locator): (string | null)[] {
  return list
    .getByRole('link')
    .elements()
    .map((link) => link.textContent);
}

test('says how far a running sync is', async () => {
  const { getByRole } = await open(
    connected(),
    aSnapshot({ sync: { state: 'running', ...PROGRESS } }),
  );

  const bar = getByRole('progressbar', { name: 'Sync' });
  await expect.element(bar).toHaveTextContent('Games 800 of 1,300');
  await expect.element(bar).toHaveAttribute('aria-valuenow', '800');
});

test('says why a sync has paused and when it goes on', async () => {
  const sync = {
    state: 'paused',
    ...PROGRESS,
    failure: { cause: 'too-many-requests' },
    resumesAt: Date.now() + 15 * 60_000,
  } as const;
  const { getByRole } = await open(connected(), aSnapshot({ sync }));

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'too-many-requests');
  await expect.element(getByRole('alert')).toMatchTextContent(/Continues at/);
  await expect.element(getByRole('button', { name: 'Sync now' })).toBeVisible();
});

test('tells of a pause that a click has met until the very moment in which it ends', async () => {
  const refused = { cause: 'sign-in-pause', until: Date.now() + 1_500 } as const;
  const { getByRole } = await open(connected({ refused }), aSnapshot());

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'sign-in-pause');
  await expect.poll(() => getByRole('alert').elements(), { timeout: 5_000 }).toHaveLength(0);
});

test.each([
  ['permission-missing', 0, false],
  ['storage-full', -6 * DAY, false],
  ['sony-down', -6 * DAY, true],
] as const)('%s goes on by itself or not, and cuts nothing', async (cause, offset, goesOn) => {
  const sync = { ...PROGRESS, failure: { cause } };
  const snapshot = aSnapshot({
    sync: goesOn
      ? { state: 'paused', ...sync, resumesAt: Date.now() + DAY }
      : { state: 'blocked', ...sync },
  });
  await publish({ connection: connected(), snapshot, clockOffset: offset });
  const { container, getByRole } = await render(App);

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', cause);
  expect(/Continues at/.test(container.textContent)).toBe(goesOn);
  expectOnlyTheMiddleScrolls(container);
});

/** Whatever stands above and below the middle is there whole. */
function expectOnlyTheMiddleScrolls(container: Element): void {
  const popup = container.querySelector('.popup')!;
  const main = popup.querySelector('main')!;
  expect(main.scrollHeight).toBe(main.clientHeight);
  const { bottom } = popup.getBoundingClientRect();
  for (const standing of popup.querySelectorAll('section[aria-label], .actions > *, nav a')) {
    expect(standing.getBoundingClientRect().bottom).toBeLessThanOrEqual(bottom);
  }
}

test('asks for connecting again where the connection is broken', async () => {
  const asked = answerAsBackground();
  const { getByRole } = await open(connected({ failure: { cause: 'token-refused' } }), aSnapshot());

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'token-refused');
  await getByRole('button', { name: 'Connect PlayStation' }).click();
  // Meanwhile it is tried to get it back.
  await expect.poll(() => asked).toEqual(['resume', 'connect']);
});

test('an old sign-in is the player’s choice', async () => {
  const asked = answerAsBackground();
  const { getByRole, getByText } = await open({
    ...AN_ATTEMPT,
    phase: 'old-session',
    endsAt: Date.now() + 10.5 * DAY,
  });

  await expect.element(getByText(/Lasts 10 days/)).toBeVisible();
  await getByRole('button', { name: CONNECT_ANYWAY }).click();
  await getByRole('button', { name: 'Start fresh' }).click();
  await expect.poll(() => asked).toEqual(['connectAnyway', 'startFresh']);
});

test('leads through signing out and in again', async () => {
  const asked = answerAsBackground();
  const { getByRole } = await open({
    ...AN_ATTEMPT,
    phase: 'signing-out',
    since: 0,
    laterThan: 0,
    isShown: true,
  });

  await expect.poll(() => getByRole('listitem').elements()).toHaveLength(3);
  await getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => asked).toContain('cancelConnecting');
});

test('a refused code leads back to the field for it', async () => {
  const { getByRole } = await open({ phase: 'disconnected', failure: { cause: 'npsso-refused' } });

  await expect.element(getByRole('textbox', { name: 'NPSSO' })).toBeVisible();
  await expect.element(getByRole('button', { name: 'Verify & connect' })).toBeVisible();
});
