import type { Page } from 'playwright';
import { describe, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { createProfile } from '../browser/temporary-profile.ts';
import { type Control, startSimulator } from '../psn/simulator.ts';
import {
  clickConnect,
  libraryOpens,
  passTime,
  type Scene,
  setScene,
  showsCause,
  showsGames,
  syncEnds,
} from './scene.ts';
import { CONNECT_ANYWAY } from '../../utils/words/old-session.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface ToolbarIcon {
  text: string;
  title: string;
}

function readIcon({ chromium }: Scene): Promise<ToolbarIcon> {
  return chromium.worker.evaluate(async () => ({
    text: await chrome.action.getBadgeText({}),
    title: await chrome.action.getTitle({}),
  }));
}

/** Connects with a session that has this many seconds left, whatever its age. */
async function connectWithLeft(
  seconds: number,
  prepare: (control: Control) => void = () => undefined,
): Promise<{ scene: Scene; popup: Page }> {
  const scene = await setScene();
  prepare(scene.simulator.control);
  scene.simulator.control.setSessionLength(seconds);
  const popup = await clickConnect(scene);
  if (seconds <= 14 * DAY) await popup.getByRole('button', { name: CONNECT_ANYWAY }).click();
  await libraryOpens(scene);
  return { scene, popup };
}

/** Time goes by until the session has this many seconds left. */
async function passTimeUntilLeft(scene: Scene, seconds: number): Promise<void> {
  const { control } = scene.simulator;
  const endsAt = control.sessionCookie().expires * 1_000;
  await passTime(scene, endsAt - control.now() - seconds * 1_000);
}

describe('the countdown and the badge', () => {
  test('go from green over amber to red as the days go by', { tags: ['long'] }, async () => {
    const { scene } = await connectWithLeft(15 * DAY, (control) =>
      control.chooseRefreshGrant({ days: 60 }),
    );
    await syncEnds(scene);

    const popup = await scene.chromium.openPopup();
    const life = popup.getByTestId('token-life');
    for (const [seconds, zone, text] of [
      [14 * DAY + MINUTE, 'green', ''],
      [14 * DAY, 'amber', '14'],
      [2 * DAY + MINUTE, 'amber', '2'],
      [2 * DAY, 'red', '2d'],
      [2 * MINUTE, 'red', '2m'],
    ] as const) {
      await passTimeUntilLeft(scene, seconds);
      await expect.poll(() => readIcon(scene), { timeout: 30_000 }).toMatchObject({ text });
      await popup.reload();
      await expect
        .poll(() => life.getAttribute('data-zone'), { message: `${String(seconds)} s left` })
        .toBe(zone);
    }
  });

  test(
    'change at the very second, without a page and after the worker died',
    { tags: ['long'] },
    async () => {
      const { scene, popup } = await connectWithLeft(3 * DAY);
      await syncEnds(scene);
      await popup.close();
      await passTimeUntilLeft(scene, 2 * DAY + 10);
      await expect.poll(() => readIcon(scene)).toMatchObject({ text: '2' });
      await scene.chromium.worker.kill();

      await expect.poll(() => readIcon(scene), { timeout: 45_000 }).toMatchObject({ text: '2d' });
    },
  );

  test('say when it is over, while the page is open', { tags: ['long'] }, async () => {
    const { scene, popup } = await connectWithLeft(12);
    const life = popup.getByTestId('token-life');
    await expect.poll(() => life.getAttribute('data-zone'), { timeout: 30_000 }).toBe('expired');
    const alert = popup.getByRole('alert');
    await showsCause(alert, 'connection-expired');
    await expect.poll(() => readIcon(scene), { timeout: 30_000 }).toMatchObject({ text: '!' });
  });

  test(
    'follow Sony’s clock where this device’s is wrong, and say so',
    { tags: ['long'] },
    async () => {
      const scene = await setScene();
      scene.simulator.control.skewDateHeader(3 * HOUR * 1_000);
      await clickConnect(scene);
      await libraryOpens(scene);

      const popup = await scene.chromium.openPopup();
      expect(await popup.getByTestId('token-life').getAttribute('data-zone')).toBe('green');
      const settings = await scene.chromium.openOptions('#/settings');
      await settings
        .getByRole('main')
        .getByText(/clock is (about )?3 hours/)
        .first()
        .waitFor();
    },
  );

  test(
    'are set right by a worker that starts, whatever was shown before',
    { tags: ['long'] },
    async () => {
      const { scene } = await connectWithLeft(5 * DAY);
      await syncEnds(scene);
      await scene.chromium.worker.evaluate(() => chrome.action.setBadgeText({ text: 'lost' }));
      await scene.chromium.worker.kill();
      await scene.chromium.openPopup();

      await expect.poll(() => readIcon(scene)).toMatchObject({ text: '5' });
    },
  );
});

test('a sign-in that runs out is said before connecting, and a fresh one is helped to', async () => {
  const scene = await setScene();
  const { control } = scene.simulator;
  control.ageSession(50);
  const popup = await clickConnect(scene);
  await popup.getByRole('button', { name: CONNECT_ANYWAY }).waitFor();
  expect(await popup.locator('body').innerText()).toMatch(/(9|10) days/);
  expect(control.log.some(({ endpoint }) => endpoint === 'token')).toBe(false);

  await popup.getByRole('button', { name: 'Start fresh' }).click();
  await popup.getByRole('button', { name: 'Cancel' }).waitFor();
  control.signOut();
  // Looking every ten seconds, it goes on to the sign-in page by itself.
  await expect
    .poll(() => scene.chromium.context.pages().some((page) => page.url().includes('my.account')), {
      timeout: 30_000,
    })
    .toBe(true);
  const signIn = scene.chromium.context.pages().find((page) => page.url().includes('my.account'));
  await signIn
    ?.getByRole('button', { name: /^Sign in as/ })
    .first()
    .click();

  await libraryOpens(scene);
  const next = await scene.chromium.openPopup();
  expect(await next.getByTestId('token-life').getAttribute('data-zone')).toBe('green');
});

test('a browser that is started again is still connected, counts on and shows the library', async () => {
  const simulator = await startSimulator({ account: 'casual' });
  onTestFinished(() => simulator.close());
  const profile = createProfile();
  onTestFinished(() => profile.remove());
  const first = await launchChromium({ simulator, profile: profile.folder });
  simulator.control.setSessionLength(5 * DAY);
  await first.context.addCookies([simulator.control.sessionCookie()]);
  const scene = { simulator, chromium: first };
  const popup = await clickConnect(scene);
  await popup.getByRole('button', { name: CONNECT_ANYWAY }).click();
  await libraryOpens(scene);
  await syncEnds(scene);
  await first.close();

  const again = await launchChromium({ simulator, profile: profile.folder });
  onTestFinished(() => again.close());
  await expect
    .poll(() => readIcon({ simulator, chromium: again }), { timeout: 20_000 })
    .toMatchObject({ text: '5' });
  await showsGames(await again.openOptions('#/library'), 42);
});
