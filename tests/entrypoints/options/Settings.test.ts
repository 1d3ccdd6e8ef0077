import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { Secret } from '@/utils/domain/connection/secret';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import { sendNpsso } from '@/utils/messaging/npsso-transfer';
import type { Status } from '@/utils/status/status';
import { signedOutTitle } from '@/utils/words/en/connect.json';
import { MORE_IN_GUIDE } from '@/utils/words/names';
import { ADD_TO_CALENDAR } from '@/utils/words/calendar';
import { COPY_NPSSO, LEND_QUESTION, COPY } from '@/utils/words/lend-npsso';
import { ACTIONS } from '@/utils/words/needs';
import { SHOW_SECRETS } from '@/utils/words/trophy-list';
import { RENEWAL } from '@/utils/words/staying-connected';
import { AN_ATTEMPT } from '../../support/connections';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { DAY, aStatus, connected, lifeOf } from '../../support/statuses.ts';

async function open(said: Partial<Status> = {}) {
  await publish(aStatus(said));
  return render(App);
}

beforeEach(async () => {
  location.hash = '#/settings';
  await browser.storage.local.clear();
  answerAsBackground();
});

test('shows the whole card, and the countdown once', async () => {
  const { getByRole, getByTestId } = await open();

  await expect.element(getByRole('region', { name: 'Token life' })).toBeVisible();
  expect(getByTestId('token-life').elements()).toHaveLength(1);
  expect(document.title).toBe('Settings · Trophy Shelf');
  await expectAccessible();
});

test.each([
  [{ state: 'signed-out' }, signedOutTitle],
  [{ state: 'other-account' }, /It is not Night_Cabinet/],
  [{ state: 'unknown', endsAt: 0 }, /nobody is signed in at PlayStation in this browser/],
] as const)('a sign-in of %o is spoken of, and another way offered', async (session, words) => {
  const { getByRole, getByText } = await open({
    connection: connected({
      tokenLife: lifeOf(9, Date.now(), { ...session, aliveAt: Date.now() }),
    }),
  });

  await expect.element(getByText(words)).toBeVisible();
  await expect.element(getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await expect.element(getByText('Use a code from another browser')).toBeVisible();
  await expect.element(getByRole('link', { name: MORE_IN_GUIDE })).toBeVisible();
});

test('a code can be pasted also where the sign-in in this browser would do', async () => {
  const { getByRole, getByText } = await open();

  await getByText('Use a code from another browser').click();
  await expect.element(getByRole('textbox', { name: 'NPSSO' })).toBeVisible();
  await expect.element(getByRole('button', { name: 'Verify & connect' })).toBeVisible();
});

test('a switch moves when the change is made', async () => {
  const asked = answerAsBackground();
  const { getByRole } = await open();
  const renewal = getByRole('switch', { name: RENEWAL });

  await renewal.click();
  await expect.poll(() => asked).toEqual(['changeSettings']);
  await expect.element(renewal).toBeChecked();

  await publish({ settings: { ...DEFAULT_SETTINGS, renewal: false } });
  await expect.element(renewal).not.toBeChecked();
});

test('gives the date to the calendar', async () => {
  const { getByRole } = await open();

  const link = getByRole('link', { name: ADD_TO_CALENDAR });
  await expect.element(link).toHaveAttribute('download', 'trophy-shelf.ics');
  const file = await fetch(link.element().getAttribute('href') ?? '');
  expect(await file.text()).toContain('BEGIN:VEVENT');
});

test('copies the NPSSO only after saying what it can do', async () => {
  const asked = answerAsBackground();
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await sendNpsso({ npsso: new Secret('lent-code'), endsIn: null });
  const { getByRole, getByText } = await open();

  await getByRole('button', { name: COPY_NPSSO }).click();
  const dialog = getByRole('dialog', { name: LEND_QUESTION });
  await expect.element(dialog).toMatchTextContent(/as powerful as your password/);
  await expectAccessible();
  expect(asked).toEqual([]);

  await getByRole('button', { name: COPY }).click();
  await expect.element(getByText(/^Copied\./)).toBeVisible();
  expect(asked).toEqual(['lendNpsso']);
  expect(writeText).toHaveBeenCalledExactlyOnceWith('lent-code');
  expect(await browser.storage.session.get(null)).toEqual({});
});

test('without access to Sony the way on from copying copies, and connects nothing', async () => {
  const asked = answerAsBackground({ ok: false, failure: { cause: 'permission-missing' } });
  const { getByRole } = await open();

  await getByRole('button', { name: COPY_NPSSO }).click();
  await getByRole('button', { name: COPY }).click();
  await getByRole('button', { name: ACTIONS.again }).click();
  await expect.poll(() => asked).toEqual(['lendNpsso', 'lendNpsso']);
});

test.each([
  [
    { ...AN_ATTEMPT, phase: 'old-session', endsAt: Date.now() + 20 * DAY },
    'Start fresh',
    'startFresh',
  ],
  [
    { ...AN_ATTEMPT, phase: 'old-session', endsAt: Date.now() + 2 * DAY },
    'Cancel',
    'cancelConnecting',
  ],
  [
    { ...AN_ATTEMPT, phase: 'signing-out', since: 0, laterThan: 0, isShown: true },
    'Cancel',
    'cancelConnecting',
  ],
  [{ phase: 'disconnected', failure: null }, 'Connect PlayStation', 'connect'],
] as const)('the library stays in sight during %o', async (connection, button, request) => {
  const asked = answerAsBackground();
  location.hash = '#/library';
  const { getByRole } = await open({ connection });

  await expect.element(getByRole('heading', { name: 'Library' })).toBeVisible();
  await getByRole('button', { name: button }).click();
  await expect.poll(() => asked).toContain(request);
  await expectAccessible();
});

test('secret trophies can be uncovered for good', async () => {
  const asked = answerAsBackground();
  const { getByRole } = await open();

  await getByRole('switch', { name: SHOW_SECRETS }).click();

  await expect.poll(() => asked).toEqual(['changeSettings']);
});
