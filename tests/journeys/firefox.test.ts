import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { type Simulator, startSimulator } from '../psn/simulator.ts';
import { stormAddress, stormRequests } from './storm.ts';
import { IN_FIREFOX } from './stores.ts';

let simulator: Simulator;
let firefox: Firefox;

beforeEach(async () => {
  simulator = await startSimulator({ account: 'casual', signedIn: false });
  firefox = await launchFirefox({ simulator });
});

afterEach(async () => {
  await firefox.close();
  await simulator.close();
});

const SHOWS_42 = `return document.querySelector('[data-testid="library-count"]')?.textContent === '42'`;

describe('in Firefox', () => {
  test(
    'with nobody signed in it waits, and finishes when the sign-in happens',
    { tags: ['long'] },
    async () => {
      await firefox.openPopup();
      await firefox.page.click('button', 'Connect PlayStation');
      await firefox.page.find('button', 'Cancel');
      await firefox.killBackground();

      await firefox.signIn('casual');
      await firefox.page.goto(
        'https://web.np.playstation.com/api/session/v1/signin?redirect_uri=https://io.playstation.com/central/auth/login%3FpostSignInURL=https://www.playstation.com/home%26cancelURL=https://www.playstation.com/home&smcid=web:pdc',
      );

      await firefox.openOptions('#/library');
      // A page that is open when it is connected goes on to where games are picked.
      await firefox.page.waitFor(IN_FIREFOX.isSynced);
      await firefox.openOptions('#/library');
      await firefox.page.waitFor(SHOWS_42);
    },
  );

  test(
    'a page’s storm of sign-in navigations costs a browser that is not connected no request',
    { tags: ['long'] },
    async () => {
      await firefox.page.goto(stormAddress({ way: 'popup', every: 100 }));
      await expect
        .poll(() => stormRequests(simulator.control.log).length, { timeout: 20_000 })
        .toBeGreaterThan(10);

      const own = simulator.control.log.filter(
        ({ headers }) => headers['sec-fetch-dest'] === 'empty',
      );
      expect(own).toEqual([]);
    },
  );
});
