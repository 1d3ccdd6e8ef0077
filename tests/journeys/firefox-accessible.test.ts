import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { type Simulator, startSimulator } from '../psn/simulator.ts';
import { CONNECT_ANYWAY } from '../../utils/words/old-session.ts';
import { STEPS } from '../../utils/words/connecting.ts';
import { PASTE } from '../../utils/words/paste.ts';
import { syncEndsInFirefox } from './firefox-time.ts';

const DAY = 86_400;

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

/** What the browser is asked for is a scheme of the system’s. */
const SHOW = `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', args[0])`;
const SCHEMES = { dark: 0, light: 1 };

/** Runs in the page: nobody’s policy is in its way there. */
const AXE = `${axe.source};
  document.documentElement.style.setProperty('--quick', '0ms');
  const { violations } = await window.axe.run(document);
  return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' '));`;

/** What axe finds wrong with the page that is open, by night and by day. */
async function expectAccessible(name: string): Promise<void> {
  for (const [scheme, preference] of Object.entries(SCHEMES)) {
    await firefox.marionette.execute(SHOW, [preference], 'chrome');
    await firefox.page.waitFor(
      `return matchMedia('(prefers-color-scheme: ' + args[0] + ')').matches`,
      scheme,
    );
    expect([name, scheme, await firefox.page.evaluate(AXE)]).toEqual([name, scheme, []]);
  }
}

/** Opened anew: from one address to the next there is only another hash. */
async function expectRoutes(routes: readonly string[], awaited = 'main h1'): Promise<void> {
  for (const route of routes) {
    await firefox.page.goto('about:blank');
    await firefox.openOptions(route);
    await firefox.page.waitFor(`return document.querySelector(args[0]) !== null`, awaited);
    await expectAccessible(route);
  }
}

/** Where the game is that was played last. */
async function latestGame(): Promise<string> {
  await firefox.openOptions('#/library');
  const first = `return document.querySelector('main a[href^="#/game/"]')?.getAttribute('href')`;
  return String(await firefox.page.waitFor(first));
}

const LIMITS = { tags: ['long'], timeout: 240_000 };

test('every page can be read by everyone in Firefox too', LIMITS, async () => {
  await expectRoutes(['#/welcome', '#/privacy', '#/guide', '#/settings', '#/library', '#/none']);
  await firefox.openPopup();
  await firefox.page.find('button', 'Connect PlayStation');
  await expectAccessible('popup, not connected');
  await firefox.page.click('button', PASTE);
  await expectAccessible('popup, with the field for a code');
  await firefox.page.click('button', 'Connect PlayStation');
  await firefox.page.find('button', 'Cancel');
  await expectAccessible('popup, waiting for a sign-in');
  await expectRoutes(['#/library', '#/settings']);
  await firefox.openPopup();

  await firefox.page.click('button', 'Cancel');
  await firefox.page.find('button', 'Connect PlayStation');

  await firefox.signIn('casual');
  simulator.control.setSessionLength(9 * DAY);
  await firefox.openPopup();
  await firefox.page.click('button', 'Connect PlayStation');
  await firefox.page.find('button', CONNECT_ANYWAY);
  await expectAccessible('popup, with an old sign-in');
  simulator.control.inject({ endpoint: 'token', fault: { slow: 8_000 } });
  await firefox.page.click('button', CONNECT_ANYWAY);
  await firefox.openOptions('#/library');
  await firefox.page.waitFor(
    `return document.querySelector('[aria-current=step]')?.textContent.includes(args[0])`,
    STEPS.tokens,
  );
  await expectAccessible('page, connecting');
  await firefox.openPopup();
  await syncEndsInFirefox(firefox);
  await expectAccessible('popup, with a sign-in that runs out');
  await expectRoutes(['#/library', '#/picker', '#/syncs', '#/settings']);
  await expectRoutes([await latestGame()], 'main [data-item]');
});
