import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { needIsShown } from './needs-on-pages.ts';
import {
  clickConnect,
  connectedScene,
  libraryOpens,
  passTime,
  type Scene,
  setScene,
  syncEnds,
} from './scene.ts';
import { makeLookOlder, ringAllAlarms } from './stores.ts';
import { CONNECT_ANYWAY } from '../../utils/words/old-session.ts';
import { ACTIONS } from '../../utils/words/needs.ts';
import { PASTE } from '../../utils/words/paste.ts';
import { RENEWAL } from '../../utils/words/staying-connected.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const ALL_WAYS =
  /^(Connect PlayStation|Start fresh|Sign in again|Let it renew itself|Open playstation\.com)$/;

/** Connects with a sign-in that has this many seconds left. */
async function connectWithLeft(seconds: number): Promise<Scene> {
  const scene = await setScene();
  scene.simulator.control.setSessionLength(seconds);
  const popup = await clickConnect(scene);
  if (seconds <= 14 * DAY) await popup.getByRole('button', { name: CONNECT_ANYWAY }).click();
  await (await libraryOpens(scene)).close();
  await popup.close();
  await syncEnds(scene);
  return scene;
}

/** Does what Sony's page asks for, where one of its pages is open. */
async function actAtSony({ chromium }: Scene): Promise<void> {
  for (const page of chromium.context.pages()) {
    const isAccount = page.url().includes('/acct/management');
    const isSignIn = page.url().startsWith('https://my.account.sony.com/');
    if (!isAccount && !isSignIn) continue;
    const button = page.getByRole('button', { name: isAccount ? 'Sign out' : /^Sign in as/ });
    // Gone by the time that it is looked for: the page goes on.
    await button
      .first()
      .click({ timeout: 2_000 })
      .catch(() => undefined);
  }
}

/** Clicks the one button that is there, again and again, until the connection is green. Answers what was clicked. */
async function clickUntilGreen(scene: Scene): Promise<string[]> {
  const popup = await scene.chromium.openPopup();
  const clicked: string[] = [];
  await popup.getByTestId('token-life').waitFor();
  while (!(await isGreen(popup))) {
    const way = popup.getByRole('button', { name: ALL_WAYS });
    await way.waitFor();
    expect(await way.count()).toBe(1);
    const name = await way.innerText();
    await way.click();
    clicked.push(name);
    expect(clicked.length, clicked.join(', ')).toBeLessThan(4);
    await expect
      .poll(
        async () => {
          await actAtSony(scene);
          const next = await offered(popup);
          return (await isGreen(popup)) || (next !== null && next !== name);
        },
        { timeout: 150_000, interval: 500 },
      )
      .toBe(true);
  }
  return clicked;
}

/** The button of a connection at rest; null while something goes on. */
async function offered(popup: Page): Promise<string | null> {
  const isAtRest = (await popup.getByTestId('token-life').count()) === 1;
  const ways = popup.getByRole('button', { name: ALL_WAYS });
  return isAtRest && (await ways.count()) === 1 ? ways.innerText() : null;
}

async function isGreen(popup: Page): Promise<boolean> {
  const life = popup.getByTestId('token-life');
  return (await life.count()) === 1 && (await life.getAttribute('data-zone')) === 'green';
}

function secondsLeft({ simulator: { control } }: Scene): number {
  return control.sessionCookie().expires - control.now() / 1_000;
}

/** Time goes by until this is how long the sign-in lasts, or where it is not renewed the connection. */
async function passTimeToRed(scene: Scene, renews: boolean): Promise<void> {
  const lasts = Math.min(secondsLeft(scene), renews ? Infinity : 10 * DAY);
  const passes = lasts - 36 * HOUR;
  if (passes > 0) await passTime(scene, passes * 1_000);
  const popup = await scene.chromium.openPopup();
  await popup.locator('[data-testid="token-life"][data-zone="red"]').waitFor();
  await popup.close();
}

async function switchRenewalOff({ chromium }: Scene): Promise<void> {
  const settings = await chromium.openOptions('#/settings');
  await settings.getByRole('switch', { name: RENEWAL }).click();
  await expect.poll(() => settings.getByRole('switch', { name: RENEWAL }).isChecked()).toBe(false);
  await settings.close();
}

const FRESH = ['Start fresh'];
const RENEWED = ['Connect PlayStation', ACTIONS['renew-by-itself']];

describe.each([
  ['60 days', 60 * DAY, RENEWED],
  ['40 days', 40 * DAY, RENEWED],
  ['20 days', 20 * DAY, ['Start fresh', ACTIONS['renew-by-itself']]],
  ['14 days', 14 * DAY, ['Start fresh', ACTIONS['renew-by-itself']]],
  ['13 days', 13 * DAY, ['Start fresh', ACTIONS['renew-by-itself']]],
  ['2 days', 2 * DAY, ['Start fresh', ACTIONS['renew-by-itself']]],
  ['36 hours', 36 * HOUR, ['Start fresh', ACTIONS['renew-by-itself']]],
])(
  'from red to green with a sign-in of %s',
  { tags: ['long'], timeout: 240_000 },
  (_, seconds, withoutRenewal) => {
    test('it takes one click, and lasts 60 days', async () => {
      const scene = await connectWithLeft(seconds);
      await passTimeToRed(scene, true);

      expect(await clickUntilGreen(scene)).toEqual(FRESH);
      expect(secondsLeft(scene)).toBeGreaterThan(59 * DAY);
    });

    test('it takes two where renewal was off', async () => {
      const scene = await connectWithLeft(seconds);
      await switchRenewalOff(scene);
      await passTimeToRed(scene, false);

      expect(await clickUntilGreen(scene)).toEqual(withoutRenewal);
    });
  },
);

describe('every state is left by its one button', { tags: ['long'], timeout: 240_000 }, () => {
  test.each<[string, (scene: Scene) => void | Promise<void>]>([
    ['signed out', ({ simulator: { control } }) => control.signOut()],
    ['half dead', ({ simulator: { control } }) => control.signOut('half-dead')],
    [
      'somebody else',
      async ({ simulator: { control }, chromium }) => {
        control.switchAccount('hunter');
        await chromium.context.addCookies([control.sessionCookie()]);
      },
    ],
    [
      'ended and signed out',
      ({ simulator: { control } }) => {
        control.signOut();
        control.revokeTokens();
        control.expireAccessTokens();
      },
    ],
  ])('%s', async (_, happens) => {
    const scene = await connectedScene();
    await happens(scene);
    await passTime(scene, 1_000 * 25 * HOUR);
    const popup = await scene.chromium.openPopup();
    const sync = popup.getByRole('button', { name: 'Sync now' });
    await sync.or(popup.getByRole('alert')).first().waitFor();
    // What has ended has no such button, from the moment on in which that is known.
    await sync.click({ timeout: 3_000 }).catch(() => undefined);
    await popup.close();
    // A sign-in that is gone is looked at once more before that is said.
    await makeLookOlder(scene.chromium, 1_000 * 180);
    const again = await scene.chromium.openPopup();
    await again.getByRole('button', { name: 'Sign in again' }).waitFor();
    await again.close();

    expect(await clickUntilGreen(scene)).toEqual(['Sign in again']);
  });

  test('a pasted code, with nobody signed in here', async () => {
    const scene = await setScene({ signedIn: false });
    const npsso = scene.simulator.control.signIn('casual');
    const popup = await scene.chromium.openPopup();
    await popup.getByText(PASTE).click();
    await popup.getByRole('textbox', { name: 'NPSSO' }).fill(npsso);
    await popup.getByRole('button', { name: 'Verify & connect' }).click();
    await syncEnds(scene);
    await popup.close();

    expect(await clickUntilGreen(scene)).toEqual(['Sign in again']);
  });

  test('ended while the sign-in is alive, and renewal is off', async () => {
    const scene = await connectedScene();
    await switchRenewalOff(scene);
    scene.simulator.control.revokeTokens();
    scene.simulator.control.expireAccessTokens();
    await passTime(scene, 1_000 * 25 * HOUR);
    await ringAllAlarms(scene.chromium);
    const popup = await scene.chromium.openPopup();
    await popup.locator('[data-cause="token-refused"]').waitFor();
    await popup.close();

    expect(await clickUntilGreen(scene)).toEqual(RENEWED);
  });

  test('refused at the refresh, and then at the exchange of the sign-in', async () => {
    const scene = await connectedScene();
    const { control } = scene.simulator;
    control.inject({ endpoint: 'token', fault: 'invalid-grant', call: 'every' });
    control.expireAccessTokens();
    await passTime(scene, 1_000 * 25 * HOUR);
    await ringAllAlarms(scene.chromium);
    await needIsShown(scene, 'token-refused', 'Sign in again');
    control.clearFaults();

    expect(await clickUntilGreen(scene)).toEqual(['Sign in again']);
  });

  test('expired, with nobody signed in', async () => {
    const scene = await connectedScene();
    scene.simulator.control.signOut();
    await passTime(scene, 1_000 * 11 * DAY);
    await ringAllAlarms(scene.chromium);
    await needIsShown(scene, 'connection-expired', 'Sign in again');

    expect(await clickUntilGreen(scene)).toEqual(['Sign in again']);
  });
});
