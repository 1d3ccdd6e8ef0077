import { describe, expect, test } from 'vitest';
import type { Simulator } from '../psn/simulator.ts';
import {
  clickConnect,
  connectedScene,
  libraryOpens,
  losesConnectionTo,
  passTime,
  type Scene,
  setScene,
  showsCause,
  syncEnds,
} from './scene.ts';
import { makeLookOlder, moveClock, readConnection, readSnapshot } from './stores.ts';
import { CONNECT_ANYWAY, SIGNING_OUT_TITLE } from '../../utils/words/old-session.ts';
import { signedOutTitle } from '../../utils/words/en/connect.json';
import { RENEWAL } from '../../utils/words/staying-connected.ts';

const DAY_MS = 24 * 3_600_000;

function grants({ control }: Simulator): number {
  return control.log.filter(
    ({ endpoint, formKeys, status }) =>
      endpoint === 'token' && formKeys.includes('code') && status === 200,
  ).length;
}

/** Lets this much time pass, and syncs. */
async function passTimeAndSync(scene: Scene, milliseconds: number): Promise<void> {
  await passTime(scene, milliseconds);
  await syncAgain(scene);
}

async function syncAgain(scene: Scene): Promise<void> {
  const before = await readLastSync(scene);
  const popup = await scene.chromium.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await expect.poll(() => readLastSync(scene), { timeout: 20_000 }).toBeGreaterThan(before);
  await popup.close();
}

async function readLastSync({ chromium }: Scene): Promise<number> {
  return (await readSnapshot(chromium))?.lastSyncedAt ?? 0;
}

/** Sony takes back the tokens of somebody who has signed out. */
async function endsPlainly(scene: Scene): Promise<void> {
  const { control } = scene.simulator;
  control.revokeTokens();
  control.expireAccessTokens();
  const popup = await scene.chromium.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).click();

  const alert = popup.getByRole('alert');
  await alert.waitFor({ timeout: 30_000 });
  await showsCause(alert, 'token-refused');
  await expect
    .poll(() => scene.chromium.worker.evaluate(() => chrome.action.getBadgeText({})))
    .toBe('!');
}

function isCheck({ endpoint }: { endpoint: string }): boolean {
  return endpoint === 'ssocookie';
}

describe('with renewal on', () => {
  test('a sync two days later tops the connection up', { tags: ['long'] }, async () => {
    const scene = await connectedScene();
    await passTimeAndSync(scene, 2 * DAY_MS);

    await expect.poll(() => grants(scene.simulator)).toBe(2);
    expect(await readConnection(scene.chromium)).toMatchObject({
      failure: null,
      tokenLife: { session: { state: 'alive' } },
    });
  });

  test(
    'a new sign-in at PlayStation is noticed, also by a worker that was dead',
    { tags: ['long'] },
    async () => {
      const scene = await connectedScene();
      scene.simulator.control.advanceClock(3 * DAY_MS);
      await moveClock(scene.chromium, 3 * DAY_MS);
      await scene.chromium.worker.kill();
      const tab = await scene.chromium.context.newPage();
      await tab.goto('https://web.np.playstation.com/api/session/v1/signin?redirect_uri=x');

      await expect.poll(() => grants(scene.simulator), { timeout: 20_000 }).toBe(2);
    },
  );

  test(
    'a fresh sign-in right after connecting with an old one is taken at once',
    { tags: ['long'] },
    async () => {
      const scene = await setScene();
      const { control } = scene.simulator;
      control.setSessionLength(36 * 3_600);
      const popup = await clickConnect(scene);
      await popup.getByRole('button', { name: CONNECT_ANYWAY }).click();
      await libraryOpens(scene);
      await syncEnds(scene);
      expect(await popup.getByTestId('token-life').getAttribute('data-zone')).toBe('red');

      control.signIn('casual');
      await scene.chromium.context.addCookies([control.sessionCookie()]);
      const tab = await scene.chromium.context.newPage();
      await tab.goto('https://web.np.playstation.com/api/session/v1/signin?redirect_uri=x');

      await expect
        .poll(() => popup.getByTestId('token-life').getAttribute('data-zone'), { timeout: 20_000 })
        .toBe('green');
    },
  );

  test(
    'connecting again while somebody else is signed in takes nobody’s place',
    { tags: ['long'] },
    async () => {
      const scene = await connectedScene();
      const popup = await losesConnectionTo(scene, 'hunter');

      await popup.getByRole('button', { name: 'Sign in again' }).click();

      await popup.getByRole('heading', { name: SIGNING_OUT_TITLE }).waitFor();
      await popup.getByRole('button', { name: 'Cancel' }).click();
      await expect
        .poll(() => readConnection(scene.chromium))
        .toMatchObject({ phase: 'connected', failure: { cause: 'token-refused' } });
    },
  );

  test('another account in the browser is said, not taken', { tags: ['long'] }, async () => {
    const scene = await connectedScene();
    const { control } = scene.simulator;
    control.allowOldSessions(true);
    control.switchAccount('hunter');
    await scene.chromium.context.addCookies([control.sessionCookie()]);
    await passTimeAndSync(scene, 2 * DAY_MS);

    const connection = await readConnection(scene.chromium);
    expect(connection).toMatchObject({ tokenLife: { session: { state: 'other-account' } } });
    const settings = await scene.chromium.openOptions('#/settings');
    await settings.getByRole('main').getByText('Somebody else is signed in').first().waitFor();
  });

  test('a sign-out at PlayStation is said, and syncing goes on until the token is refused: a plain end, with one way out', async () => {
    const scene = await connectedScene();
    scene.simulator.control.signOut();
    await passTimeAndSync(scene, DAY_MS);
    // Looked at once, it is not believed yet: the look may come after the end of the sync.
    await expect
      .poll(() => readConnection(scene.chromium))
      .toMatchObject({
        tokenLife: { session: { state: 'alive', goneSince: expect.any(Number) as unknown } },
      });
    // Two minutes later nobody is signed in still.
    await makeLookOlder(scene.chromium, 3 * 60_000);
    // By a worker that lives on: killed in the middle of that look, the next one waits for our own limit.
    await syncAgain(scene);

    await expect
      .poll(() => readConnection(scene.chromium))
      .toMatchObject({ failure: null, tokenLife: { session: { state: 'signed-out' } } });
    const settings = await scene.chromium.openOptions('#/settings');
    await settings.getByRole('main').getByText(signedOutTitle).first().waitFor();
    await settings.close();
    await endsPlainly(scene);
  });

  test(
    'a token that Sony ended before its time is replaced from the living session',
    { tags: ['long'] },
    async () => {
      const scene = await connectedScene();
      scene.simulator.control.revokeTokens();
      await passTimeAndSync(scene, 2 * DAY_MS);

      expect(await readConnection(scene.chromium)).toMatchObject({ failure: null });
    },
  );

  test('rotated tokens are kept: each refresh uses the newest', { tags: ['long'] }, async () => {
    const scene = await connectedScene();
    scene.simulator.control.rotateTokens(true);
    for (let hours = 0; hours < 3; hours++) await passTimeAndSync(scene, 2 * 3_600_000);

    expect(await readConnection(scene.chromium)).toMatchObject({ failure: null });
    const refused = scene.simulator.control.log.filter(
      ({ endpoint, status }) => endpoint === 'token' && status !== 200,
    );
    expect(refused).toEqual([]);
  });
});

test('with renewal switched off the session is left alone', { tags: ['long'] }, async () => {
  const scene = await connectedScene();
  const settings = await scene.chromium.openOptions('#/settings');
  await settings.getByRole('switch', { name: RENEWAL }).click();
  await settings.close();
  const looks = scene.simulator.control.log.filter(isCheck).length;
  scene.simulator.control.advanceClock(3 * DAY_MS);

  const popup = await scene.chromium.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await syncEnds(scene);

  expect(scene.simulator.control.log.filter(isCheck)).toHaveLength(looks);
  expect(grants(scene.simulator)).toBe(1);
});
