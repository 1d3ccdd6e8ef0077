import { expect, test } from 'vitest';
import { asked, setScene, tabAt } from './scene.ts';
import { readConnection } from './stores.ts';
import {
  accountRequests,
  mostInAMinute,
  MOST_REQUESTS,
  stormScene,
  weathersStorm,
} from './storm-limits.ts';
import { openStorm, stormRequests } from './storm.ts';

const SIGN_IN_PAGE = 'https://my.account.sony.com/';

test.each(['popup', 'tab', 'frame'] as const)(
  'a page’s storm of sign-in navigations by a %s costs a browser that is not connected no request',
  { tags: ['long'] },
  async (way) => {
    const scene = await setScene();
    const { control } = scene.simulator;
    const page = await openStorm(scene, { way, every: 100 });

    await expect
      .poll(() => stormRequests(control.log).length, { timeout: 20_000 })
      .toBeGreaterThan(10);
    await page.close();

    expect(asked(scene, 'ssocookie')).toEqual([]);
    expect(asked(scene, 'authorize')).toEqual(stormRequests(control.log));
  },
);

test(
  'fifteen seconds of a popup’s navigations lead to at most six requests where the connection is broken',
  { tags: ['long'] },
  () => weathersStorm('broken', 'popup', 15_000),
);

test(
  'a sign-in in the tab that we opened connects in the middle of a storm',
  { tags: ['long'] },
  async () => {
    const scene = await stormScene('waiting for sign-in');
    const signIn = await tabAt(scene, SIGN_IN_PAGE);
    const storm = await openStorm(scene, { way: 'tab', every: 150 });
    // Long enough for whatever a storm can use up.
    await expect
      .poll(() => stormRequests(scene.simulator.control.log).length, { timeout: 20_000 })
      .toBeGreaterThan(40);
    await signIn.bringToFront();
    await signIn
      .getByRole('button', { name: /^Sign in as/ })
      .first()
      .click();

    await expect
      .poll(() => readConnection(scene.chromium), { timeout: 20_000 })
      .toMatchObject({ phase: 'connected', failure: null });
    await storm.close();
    // And the look that the click itself was.
    expect(mostInAMinute(accountRequests(scene.simulator))).toBeLessThanOrEqual(MOST_REQUESTS + 1);
  },
);
