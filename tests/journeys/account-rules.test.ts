import { expect, onTestFinished, test } from 'vitest';
import type { Cause } from '../../utils/domain/failure.ts';
import { PLAYSTATION_SITE } from '../../utils/words/names.ts';
import { ACTIONS } from '../../utils/words/needs.ts';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import {
  type AccountName,
  type Control,
  type Simulator,
  startSimulator,
} from '../psn/simulator.ts';
import { passTimeInFirefox, syncEndsInFirefox } from './firefox-time.ts';
import { needIsShown, needIsShownInFirefox } from './needs-on-pages.ts';
import { clickConnect, libraryOpens, passTime, setScene, syncEnds, tabAt } from './scene.ts';
import { ringAllAlarms } from './stores.ts';

const HOUR = 3_600_000;
const LIMITS = { tags: ['long'], timeout: 120_000 };

/** Whose list of games Sony does not hand out, and what that is told as. */
const REFUSED: [account: AccountName, cause: Cause][] = [
  ['child', 'child-account'],
  ['casual', 'not-permitted'],
];

function keepGames(control: Control): void {
  control.inject({ endpoint: 'trophyTitles', fault: '403-private', call: 'every' });
}

/** Runs in a page: every alarm that is set goes off. */
const RING_ALL = `
  for (const { name } of await browser.alarms.getAll()) browser.alarms.create(name, { when: Date.now() });`;

async function signedInFirefox(
  account: AccountName,
): Promise<{ firefox: Firefox; simulator: Simulator }> {
  const simulator = await startSimulator({ account, signedIn: false });
  onTestFinished(() => simulator.close());
  const firefox = await launchFirefox({ simulator });
  onTestFinished(() => firefox.close());
  await firefox.signIn(account);
  return { firefox, simulator };
}

async function leadsToPlaystation({ page }: Firefox, { control }: Simulator): Promise<void> {
  await page.click('link', ACTIONS['open-playstation']);
  const { host } = new URL(PLAYSTATION_SITE);
  await expect.poll(() => control.log.some((entry) => entry.host === host)).toBe(true);
}

/** What Sony can want done before it lets anybody in, in the words of the page that it leads to. */
const WANTED: [said: string, cause: Cause][] = [
  ['Terms of service have changed', 'terms-to-accept'],
  ['Profile is incomplete', 'profile-unfinished'],
];

function want(control: Control, said: string): void {
  const parameters = new URLSearchParams({
    error: 'interaction_required',
    error_description: said,
  });
  const page = `https://my.account.sony.com/sonyacct/signin/?${parameters.toString()}`;
  control.inject({ endpoint: 'authorize', fault: { redirect: [302, page] }, call: 'every' });
}

test.each(WANTED)(
  'while connecting "%s" is told as %s, its one button leads there, and the rest goes on by itself',
  LIMITS,
  async (said, cause) => {
    const scene = await setScene();
    const { control } = scene.simulator;
    want(control, said);
    await (await clickConnect(scene)).close();
    await needIsShown(scene, cause, ACTIONS['open-playstation']);

    const popup = await scene.chromium.openPopup();
    await popup.getByRole('link', { name: ACTIONS['open-playstation'] }).click();
    await tabAt(scene, PLAYSTATION_SITE);
    control.clearFaults();
    await passTime(scene, HOUR);
    await ringAllAlarms(scene.chromium);
    await syncEnds(scene);
  },
);

test.each(WANTED)(
  'in Firefox "%s" is told as %s, its one button leads there, and the rest goes on by itself',
  LIMITS,
  async (said, cause) => {
    const { firefox, simulator } = await signedInFirefox('casual');
    want(simulator.control, said);
    await firefox.openPopup();
    await firefox.page.click('button', 'Connect PlayStation');
    await needIsShownInFirefox(firefox, cause, ACTIONS['open-playstation']);

    await leadsToPlaystation(firefox, simulator);
    simulator.control.clearFaults();
    await passTimeInFirefox(firefox, simulator, HOUR);
    await firefox.page.evaluate(RING_ALL);
    await syncEndsInFirefox(firefox);
  },
);

test.each(REFUSED)(
  'the rules of the account "%s" are told as %s, and its one button leads to where they are',
  LIMITS,
  async (account, cause) => {
    const scene = await setScene({ account });
    const { control } = scene.simulator;
    keepGames(control);
    const popup = await clickConnect(scene);
    await (await libraryOpens(scene)).close();
    await popup.close();
    await needIsShown(scene, cause, ACTIONS['open-playstation']);

    const again = await scene.chromium.openPopup();
    await again.getByRole('link', { name: ACTIONS['open-playstation'] }).click();
    await tabAt(scene, PLAYSTATION_SITE);
    control.clearFaults();
    await passTime(scene, 25 * HOUR);
    await ringAllAlarms(scene.chromium);
    await syncEnds(scene);
    await expect.poll(() => again.getByRole('alert').count()).toBe(0);
  },
);

test.each(REFUSED)(
  'in Firefox the rules of the account "%s" are told as %s, and its one button leads to where they are',
  LIMITS,
  async (account, cause) => {
    const { firefox, simulator } = await signedInFirefox(account);
    keepGames(simulator.control);
    await firefox.openPopup();
    await firefox.page.click('button', 'Connect PlayStation');
    await firefox.page.waitFor(`return document.querySelector('[data-cause="${cause}"]')`);
    await needIsShownInFirefox(firefox, cause, ACTIONS['open-playstation']);

    await leadsToPlaystation(firefox, simulator);
    simulator.control.clearFaults();
    await passTimeInFirefox(firefox, simulator, 25 * HOUR);
    await firefox.page.evaluate(RING_ALL);
    await syncEndsInFirefox(firefox);
    await firefox.page.waitFor(`return document.querySelector('[role=alert]') === null`);
  },
);
