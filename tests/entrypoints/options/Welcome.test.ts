import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import App from '@/entrypoints/options/App.svelte';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { PICTURE_HOSTS } from '@/utils/domain/picture-hosts';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import type { Status } from '@/utils/status/status';
import { NOT_CONNECTED_TITLE, HOSTS_OFF_TITLE, CONNECTING_TITLE } from '@/utils/words/connecting';
import { MADE_UP_FIRST, WELCOME } from '@/utils/words/welcome';
import { OLD_SESSION_TITLE } from '@/utils/words/old-session';
import { whoMakesIt, howPowerful, whereItStays } from '@/utils/words/en/welcome.json';
import { restore } from '@/utils/words/en/copies.json';
import { publish } from '../../support/publish-status';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { AN_ATTEMPT } from '../../support/connections';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aSnapshot, connected, DAY } from '../../support/statuses.ts';

let asked: string[];
const request = vi.fn(() => Promise.resolve(true));

beforeEach(async () => {
  await browser.storage.local.clear();
  asked = answerAsBackground();
  request.mockClear();
  Object.assign(browser, {
    permissions: { ...browser.permissions, request },
    runtime: { ...browser.runtime, getManifest: () => ({ host_permissions: ['https://*/*'] }) },
  });
});

async function open(said: Partial<Status> = {}) {
  location.hash = '#/welcome';
  await publish({ connection: DISCONNECTED, snapshot: EMPTY_SNAPSHOT, ...said });
  return render(App);
}

test('says what it is, what is read, from which hosts and where that stays, before anything is asked', async () => {
  const { getByRole } = await open();

  await expect.element(getByRole('heading', { name: WELCOME })).toBeVisible();
  await expect.element(getByRole('button', { name: restore })).toBeVisible();
  const said = document.querySelector('main')?.textContent ?? '';
  for (const host of ['ca.account.sony.com', 'm.np.playstation.com', ...PICTURE_HOSTS]) {
    expect(said).toContain(host);
  }
  expect(said).toContain(whoMakesIt.text);
  expect(said).toContain(howPowerful.text);
  expect(said).toContain(whereItStays.text);
  expect(document.querySelectorAll('main .main')).toHaveLength(1);
  await expectAccessible();
  expect(asked).toEqual([]);
});

test('fits a narrow window, where the button is in sight at once', async () => {
  await page.viewport(360, 640);
  const { getByRole } = await open();

  const button = getByRole('button', { name: 'Connect PlayStation' });
  await expect.element(button).toBeVisible();
  expect(button.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(640);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(1280, 800);
});

test('leaves a phone room for what is to be read first: the other ways stand beside each other', async () => {
  await page.viewport(400, 800);
  const { getByRole } = await open();
  const restoring = getByRole('button', { name: restore });
  await expect.element(restoring).toBeVisible();
  const { top } = restoring.element().getBoundingClientRect();
  const around = getByRole('button', { name: MADE_UP_FIRST }).element().getBoundingClientRect();
  expect(around.top).toBe(top);
  await page.viewport(1280, 800);
});

test('connects by the keyboard alone, and asks for the hosts in the click itself', async () => {
  const { getByRole } = await open();
  await expect.element(getByRole('button', { name: 'Connect PlayStation' })).toBeVisible();

  (document.querySelector('main h1') as HTMLElement).focus();
  await userEvent.keyboard('{Tab}{Enter}');

  expect(request).toHaveBeenCalledOnce();
  await expect.poll(() => asked).toContain('connect');
});

test.each<[string, Partial<Status>, string]>([
  [
    'an old sign-in',
    { connection: { ...AN_ATTEMPT, phase: 'old-session', endsAt: Date.now() + 10 * DAY } },
    OLD_SESSION_TITLE,
  ],
  [
    'missing access',
    { connection: { ...AN_ATTEMPT, phase: 'waiting-for-access', since: 1 } },
    HOSTS_OFF_TITLE,
  ],
  [
    'what is under way',
    { connection: { ...AN_ATTEMPT, phase: 'connecting', step: 'code' } },
    CONNECTING_TITLE,
  ],
  [
    'what went wrong',
    { connection: { phase: 'disconnected', failure: { cause: 'sony-down' } } },
    NOT_CONNECTED_TITLE,
  ],
])('tells %s as the popup does', async (_, said, heading) => {
  const { getByRole } = await open(said);
  await expect.element(getByRole('heading', { level: 1, name: heading })).toBeVisible();
});

test('offers who is connected their library', async () => {
  const { getByRole } = await open({ connection: connected(), snapshot: aSnapshot() });

  await getByRole('button', { name: 'Open library' }).click();
  await expect.poll(() => location.hash).toBe('#/library');
});

test.each(['#/welcome', '#/library'])(
  'whoever could not be connected can restore a copy all the same: %s',
  async (address) => {
    location.hash = address;
    const failure = { cause: 'not-signed-in' } as const;
    const { getByRole } = await open({ connection: { phase: 'disconnected', failure } });
    await expect.element(getByRole('alert')).toBeVisible();
    await expect.element(getByRole('button', { name: restore })).toBeVisible();
  },
);
