import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { createProfile } from '../browser/temporary-profile.ts';
import { between, pick, type Random, randomFrom } from '../psn/random.ts';
import { type Simulator, startSimulator } from '../psn/simulator.ts';
import { clickConnect } from './scene.ts';
import { countLeftovers, NOTHING, openBystander, ringAllAlarms } from './stores.ts';

const ROUTES = ['#/library', '#/settings', '#/picker'] as const;
/** The longest way into connecting and syncing at which an erase begins, in milliseconds. */
const LATEST = 2_000;
const LONGEST_LIFE = 300;
const RESTART_EVERY = 10;

interface Browser {
  simulator: Simulator;
  chromium: Chromium;
}

/** What Chromium says of a worker that is killed while it is being loaded. */
const OF_A_KILL = /^worker: Failed to load the script unexpectedly$/;

/**
 * Erases so many times, each at a moment of connecting or syncing that the seed chooses, with tabs open and opened
 * meanwhile and the worker killed in it: each leaves nothing, and pages that are opened bring nothing back.
 */
export async function leavesNothing(erases: number, seed: string): Promise<void> {
  const simulator = await startSimulator({ account: 'regular' });
  onTestFinished(() => simulator.close());
  const profile = createProfile();
  onTestFinished(() => profile.remove());
  const launch = async (): Promise<Browser> => {
    const chromium = await launchChromium({ simulator, profile: profile.folder });
    await chromium.context.addCookies([simulator.control.sessionCookie()]);
    return { simulator, chromium };
  };
  for (const endpoint of ['ssocookie', 'authorize', 'token', 'trophies'] as const) {
    simulator.control.inject({ endpoint, fault: { slow: 60 }, call: 'every' });
  }
  let browser = await launch();
  onTestFinished(() => browser.chromium.close());
  for (let erase = 1; erase <= erases; erase++) {
    const story = await eraseAtRandom(browser, randomFrom(`${seed} ${String(erase)}`));
    await ringAllAlarms(browser.chromium);
    if (erase % RESTART_EVERY === 0) {
      expect(browser.chromium.observed.errors.filter((error) => !OF_A_KILL.test(error))).toEqual(
        [],
      );
      await browser.chromium.close();
      browser = await launch();
    }
    await leftNothing(browser.chromium, `erase ${String(erase)} of ${seed}: ${story}`);
  }
}

/** Answers what it did, for whoever reads of a failure. */
async function eraseAtRandom(browser: Browser, random: Random): Promise<string> {
  const { chromium } = browser;
  const story: string[] = [];
  const openTab = async (): Promise<void> => {
    const route = pick(random, ROUTES);
    story.push(route);
    await chromium.openOptions(route);
  };
  const bystander = await openBystander(chromium);
  for (let tabs = between(random, 0, 2); tabs > 0; tabs--) await openTab();
  await clickConnect(browser);
  const moment = between(random, 0, LATEST);
  await sleep(moment);
  story.push(`${String(moment)} ms`, await stateOf(bystander));
  const erased = eraseBy(bystander);
  const kills = between(random, 0, 3);
  for (let kill = 0; kill < kills; kill++) {
    const life = between(random, 0, LONGEST_LIFE);
    await sleep(life);
    story.push(`killed after ${String(life)} ms`);
    await chromium.worker.kill();
    if (random() < 0.4) await openTab();
  }
  await erased;
  return story.join(', ');
}

function stateOf(bystander: Page): Promise<string> {
  return bystander.evaluate(async () => {
    const { connection, snapshot } = await chrome.storage.local.get<{
      connection?: { phase: string };
      snapshot?: { titleCount: number; sync: { state: string } };
    }>(null);
    return `${connection?.phase ?? 'nothing'} ${snapshot?.sync.state ?? ''}`;
  });
}

/** As a page does it, which asks the next worker where one died: until one has said what is left. */
function eraseBy(bystander: Page): Promise<void> {
  return bystander.evaluate(async () => {
    const request = { id: 1, type: 'eraseEverything', data: null, timestamp: Date.now() };
    for (;;) {
      const answer: unknown = await chrome.runtime.sendMessage(request).catch(() => null);
      if (answer !== null && answer !== undefined) return;
    }
  });
}

/** Nothing is left in the end, whatever is open; and two pages that are opened then leave it so. */
async function leftNothing(chromium: Chromium, story: string): Promise<void> {
  await expect
    .poll(() => countLeftovers(chromium), { timeout: 30_000, message: story })
    .toEqual(NOTHING);
  const [first, ...others] = chromium.context.pages();
  await first?.goto('about:blank');
  for (const page of others) await page.close();
  const library = await chromium.openOptions('#/library');
  await library.getByRole('button', { name: 'Connect PlayStation' }).first().waitFor();
  const settings = await chromium.openOptions('#/settings');
  await settings.getByRole('switch').first().waitFor();
  await ringAllAlarms(chromium);
  await chromium.worker.kill();
  await ringAllAlarms(chromium);
  expect(await countLeftovers(chromium), story).toEqual(NOTHING);
  await library.close();
  await settings.close();
}
