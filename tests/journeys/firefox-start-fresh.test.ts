import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { type Simulator, startSimulator } from '../psn/simulator.ts';
import { IN_FIREFOX } from './stores.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const LIMITS = { tags: ['long'], timeout: 120_000 };

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
  if (seconds <= 14 * DAY) await firefox.page.click('button', 'Connect anyway');
  await firefox.page.waitFor(IN_FIREFOX.isSynced);
}

/** Runs in a page: presses what a page of Sony's asks for. */
const PRESS = `
  const button = [...document.querySelectorAll('button')]
    .find(({ textContent }) => /^Sign (out$|in as )/.test(textContent));
  button?.click();
  return button !== undefined`;

/** Does what Sony's page asks for, in whichever tab that is, and comes back. */
async function actAtSony(): Promise<boolean> {
  const { marionette, page } = firefox;
  const own = await marionette.send('WebDriver:GetWindowHandle');
  const { value: back } = own as { value: string };
  let isDone = false;
  for (const handle of (await marionette.send('WebDriver:GetWindowHandles')) as string[]) {
    await marionette.send('WebDriver:SwitchToWindow', { handle });
    const url = String(await page.evaluate('return location.href'));
    const isSonys = /^https:\/\/(my\.account\.sony\.com|www\.playstation\.com\/acct)/.test(url);
    if (isSonys) isDone ||= (await page.evaluate(PRESS)) === true;
  }
  await marionette.send('WebDriver:SwitchToWindow', { handle: back });
  return isDone;
}

const ZONE = `return document.querySelector('[data-testid=token-life]')?.dataset.zone`;

async function goesGreen(steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    await expect.poll(actAtSony, { timeout: 20_000, interval: 250 }).toBe(true);
  }
  await expect.poll(() => firefox.page.evaluate(ZONE), { timeout: 20_000 }).toBe('green');
}

function secondsLeft(): number {
  const { control } = simulator;
  return control.sessionCookie().expires - control.now() / 1_000;
}

test('in Firefox one click leads from red to a fresh sign-in', LIMITS, async () => {
  await connectWithLeft(36 * HOUR);
  expect(await firefox.page.evaluate(ZONE)).toBe('red');

  await firefox.page.click('button', 'Start fresh');
  await goesGreen(2);
  expect(secondsLeft()).toBeGreaterThan(59 * DAY);
});

test('in Firefox a connection that is not renewed is renewed with one click', LIMITS, async () => {
  await connectWithLeft(40 * DAY);
  await firefox.page.evaluate(
    `await browser.runtime.sendMessage({ id: 1, type: 'changeSettings', data: { renewal: false }, timestamp: 0 })`,
  );
  await expect.poll(() => firefox.page.evaluate(ZONE)).toBe('amber');

  await firefox.page.click('button', 'Let it renew itself');
  await goesGreen(0);
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

    await firefox.page.click('button', 'Sign in again');
    await goesGreen(1);
  },
);
