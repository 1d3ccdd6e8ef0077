import { expect, onTestFinished, test } from 'vitest';
import { rest, restFollows, restStopped, stopName } from '../../utils/words/en/sync.json';
import { launchFirefox } from '../browser/firefox.ts';
import { startSimulator } from '../psn/simulator.ts';
import { IN_FIREFOX } from './stores.ts';

const SAYS = `return document.body.textContent.includes(args[0])`;
const HAS_BAR = `return document.querySelector('[role=progressbar]') !== null`;

// The loop is the same as in Chromium, whose rest is followed each time.
test(
  'in Firefox the rest follows without a bar, and the history can stop it',
  { tags: ['long'] },
  async () => {
    const simulator = await startSimulator({ account: 'casual', signedIn: false });
    onTestFinished(() => simulator.close());
    const firefox = await launchFirefox({ simulator });
    onTestFinished(() => firefox.close());
    simulator.control.inject({ endpoint: 'earned', fault: { slow: 700 }, call: 'every' });
    const { page } = firefox;
    await firefox.signIn('casual');
    await firefox.openPopup();
    await page.evaluate('await browser.storage.local.set({ settings: { everyGame: true } })');
    await page.click('button', 'Connect PlayStation');
    await expect.poll(() => page.evaluate(IN_FIREFOX.isInRest), { timeout: 60_000 }).toBe(true);

    await firefox.openOptions('#/library');
    await expect.poll(() => page.evaluate(SAYS, restFollows)).toBe(true);
    expect(await page.evaluate(HAS_BAR)).toBe(false);
    await firefox.openOptions('#/syncs');
    await expect.poll(() => page.evaluate(SAYS, rest)).toBe(true);
    expect(await page.evaluate(HAS_BAR)).toBe(false);
    await page.click('button', stopName);
    await page.waitFor(IN_FIREFOX.isStopped);
    await expect.poll(() => page.evaluate(SAYS, restStopped)).toBe(true);
    expect(await firefox.readErrors()).toEqual({ errors: [], policyViolations: [] });
  },
);
