import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { type Simulator, startSimulator } from '../psn/simulator.ts';
import { passTimeInFirefox, syncEndsInFirefox } from './firefox-time.ts';
import { needIsShownInFirefox } from './needs-on-pages.ts';
import { CONNECT_ANYWAY } from '../../utils/words/old-session.ts';
import { ACTIONS } from '../../utils/words/needs.ts';
import { PASTE } from '../../utils/words/paste.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const LIMITS = { tags: ['long'], timeout: 240_000 };

let simulator: Simulator;
let firefox: Firefox;

beforeEach(async () => {
  simulator = await startSimulator({ account: 'casual' });
  firefox = await launchFirefox({ simulator });
});

afterEach(async () => {
  await firefox.close();
  await simulator.close();
});

/** Connects with a sign-in that has this many seconds left, and leaves the popup open. */
async function connectWithLeft(seconds: number): Promise<void> {
  await firefox.signIn('casual');
  simulator.control.setSessionLength(seconds);
  await firefox.openPopup();
  await firefox.page.click('button', 'Connect PlayStation');
  if (seconds <= 14 * DAY) await firefox.page.click('button', CONNECT_ANYWAY);
  await syncEndsInFirefox(firefox);
}

async function switchRenewalOff(): Promise<void> {
  await firefox.page.evaluate(
    `await browser.runtime.sendMessage({ id: 1, type: 'changeSettings', data: { renewal: false }, timestamp: 0 })`,
  );
}

/** Runs in a page: presses what a page of Sony's asks for. */
const PRESS = `
  const button = [...document.querySelectorAll('button')]
    .find(({ textContent }) => /^Sign (out$|in as )/.test(textContent));
  button?.click();`;

/** Does what Sony's page asks for, in whichever tab that is, and comes back. */
async function actAtSony(): Promise<void> {
  const { marionette, page } = firefox;
  const own = await marionette.send('WebDriver:GetWindowHandle');
  const { value: back } = own as { value: string };
  for (const handle of (await marionette.send('WebDriver:GetWindowHandles')) as string[]) {
    await marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
    const url = String(await page.evaluate('return location.href').catch(() => ''));
    const isSonys = /^https:\/\/(my\.account\.sony\.com|www\.playstation\.com\/acct)/.test(url);
    if (isSonys) await page.evaluate(PRESS).catch(() => undefined);
  }
  await marionette.send('WebDriver:SwitchToWindow', { handle: back, focus: false });
}

/** Runs in the popup: the zone, and what the one button says; null for what is not there. */
const SHOWN = `
  const zone = document.querySelector('[data-testid=token-life]')?.dataset.zone ?? null;
  const ways = [...document.querySelectorAll('button')].map(({ textContent }) => textContent.trim())
    .filter((name) => /^(Connect PlayStation|Start fresh|Sign in again|Let it renew itself)$/.test(name));
  return { zone, way: ways.length === 1 ? ways[0] : null };`;

async function shown(): Promise<{ zone: string | null; way: string | null }> {
  return (await firefox.page.evaluate(SHOWN)) as { zone: string | null; way: string | null };
}

/** Clicks the one button that is there, again and again, until the connection is green. Answers what was clicked. */
async function clickUntilGreen(): Promise<string[]> {
  const clicked: string[] = [];
  while ((await shown()).zone !== 'green') {
    await expect.poll(async () => (await shown()).way, { timeout: 20_000 }).not.toBeNull();
    const { way } = await shown();
    if (way === null) continue;
    clicked.push(way);
    expect(clicked.length, clicked.join(', ')).toBeLessThan(4);
    await firefox.page.click('button', way);
    await expect
      .poll(
        async () => {
          await actAtSony();
          const now = await shown();
          return now.zone === 'green' || (now.zone !== null && ![null, way].includes(now.way));
        },
        { timeout: 150_000, interval: 500 },
      )
      .toBe(true);
  }
  return clicked;
}

function secondsLeft(): number {
  const { control } = simulator;
  return control.sessionCookie().expires - control.now() / 1_000;
}

/** Time goes by until this is how long the sign-in lasts, or where it is not renewed the connection. */
async function passTimeToRed(renews: boolean): Promise<void> {
  const passes = Math.min(secondsLeft(), renews ? Infinity : 10 * DAY) - 36 * HOUR;
  if (passes > 0) await passTimeInFirefox(firefox, simulator, passes * 1_000);
  await expect.poll(async () => (await shown()).zone, { timeout: 20_000 }).toBe('red');
}

const FRESH = ['Start fresh'];
const FRESH_AND_RENEWED = ['Start fresh', ACTIONS['renew-by-itself']];

describe.each([
  ['60 days', 60 * DAY, ['Connect PlayStation', ACTIONS['renew-by-itself']]],
  ['40 days', 40 * DAY, ['Connect PlayStation', ACTIONS['renew-by-itself']]],
  ['20 days', 20 * DAY, FRESH_AND_RENEWED],
  ['14 days', 14 * DAY, FRESH_AND_RENEWED],
  ['13 days', 13 * DAY, FRESH_AND_RENEWED],
  ['2 days', 2 * DAY, FRESH_AND_RENEWED],
  ['36 hours', 36 * HOUR, FRESH_AND_RENEWED],
])('in Firefox, from red to green with a sign-in of %s', LIMITS, (_, seconds, withoutRenewal) => {
  test('it takes one click, and lasts 60 days', async () => {
    await connectWithLeft(seconds);
    await passTimeToRed(true);

    expect(await clickUntilGreen()).toEqual(FRESH);
    expect(secondsLeft()).toBeGreaterThan(59 * DAY);
  });

  test('it takes two where renewal was off', async () => {
    await connectWithLeft(seconds);
    await switchRenewalOff();
    await passTimeToRed(false);

    expect(await clickUntilGreen()).toEqual(withoutRenewal);
  });
});

test('in Firefox a connection that is not renewed is renewed with one click', LIMITS, async () => {
  await connectWithLeft(40 * DAY);
  await switchRenewalOff();
  await expect.poll(async () => (await shown()).zone).toBe('amber');

  expect(await clickUntilGreen()).toEqual([ACTIONS['renew-by-itself']]);
});

test(
  'in Firefox one click leads back from a refused token with nobody signed in',
  LIMITS,
  async () => {
    await connectWithLeft(40 * DAY);
    simulator.control.signOut();
    simulator.control.revokeTokens();
    simulator.control.expireAccessTokens();
    // Drawn in a tab that is behind another one, a moment after it is stored.
    await firefox.page.waitFor(`return document.querySelector('[aria-disabled=true]') === null`);
    await firefox.page.click('button', 'Sync now');
    await expect.poll(async () => (await shown()).way, { timeout: 30_000 }).toBe('Sign in again');

    expect(await clickUntilGreen()).toEqual(['Sign in again']);
  },
);

test.each<[string, () => void | Promise<void>]>([
  ['signed out', () => simulator.control.signOut()],
  ['half dead', () => simulator.control.signOut('half-dead')],
  ['somebody else', () => firefox.signIn('hunter')],
])('in Firefox a sign-in that is %s is left by its one button', LIMITS, async (_, happens) => {
  await connectWithLeft(40 * DAY);
  await happens();
  const checks = (): number =>
    simulator.control.log.filter(({ endpoint }) => endpoint === 'ssocookie').length;
  const before = checks();
  await passTimeInFirefox(firefox, simulator, 25 * HOUR * 1_000);
  await firefox.page.waitFor(`return document.querySelector('[aria-disabled=true]') === null`);
  await firefox.page.click('button', 'Sync now');
  await expect.poll(checks, { timeout: 10_000 }).toBeGreaterThan(before);
  // A sign-in that is gone is looked at once more before that is said.
  await passTimeInFirefox(firefox, simulator, 180_000);
  await expect.poll(async () => (await shown()).way, { timeout: 30_000 }).toBe('Sign in again');

  expect(await clickUntilGreen()).toEqual(['Sign in again']);
});

test(
  'in Firefox one click leads back where refresh and exchange were refused',
  LIMITS,
  async () => {
    await connectWithLeft(40 * DAY);
    simulator.control.inject({ endpoint: 'token', fault: 'invalid-grant', call: 'every' });
    simulator.control.expireAccessTokens();
    await passTimeInFirefox(firefox, simulator, 25 * HOUR * 1_000);
    await firefox.page.waitFor(`return document.querySelector('[aria-disabled=true]') === null`);
    await firefox.page.click('button', 'Sync now');
    await needIsShownInFirefox(firefox, 'token-refused', 'Sign in again');
    simulator.control.clearFaults();

    expect(await clickUntilGreen()).toEqual(['Sign in again']);
  },
);

test('in Firefox an ended connection that is not renewed takes two clicks', LIMITS, async () => {
  await connectWithLeft(40 * DAY);
  await switchRenewalOff();
  simulator.control.revokeTokens();
  simulator.control.expireAccessTokens();
  await passTimeInFirefox(firefox, simulator, 25 * HOUR * 1_000);
  await firefox.page.waitFor(`return document.querySelector('[aria-disabled=true]') === null`);
  await firefox.page.click('button', 'Sync now');
  await needIsShownInFirefox(firefox, 'token-refused', 'Connect PlayStation');

  expect(await clickUntilGreen()).toEqual(['Connect PlayStation', ACTIONS['renew-by-itself']]);
});

test('in Firefox an expired connection is left by its one button', LIMITS, async () => {
  await connectWithLeft(40 * DAY);
  simulator.control.signOut();
  await passTimeInFirefox(firefox, simulator, 11 * DAY * 1_000);
  await firefox.page.waitFor(`return document.querySelector('[aria-disabled=true]') === null`);
  await firefox.page.click('button', 'Sync now');
  await needIsShownInFirefox(firefox, 'connection-expired', 'Sign in again');

  expect(await clickUntilGreen()).toEqual(['Sign in again']);
});

test('in Firefox a pasted code with nobody signed in is renewed by one click', LIMITS, async () => {
  const npsso = simulator.control.signIn('casual');
  await firefox.openPopup();
  await firefox.page.click('button', PASTE);
  await firefox.page.type('textbox', 'NPSSO', npsso);
  await firefox.page.click('button', 'Verify & connect');
  await syncEndsInFirefox(firefox);

  expect(await clickUntilGreen()).toEqual(['Sign in again']);
});
