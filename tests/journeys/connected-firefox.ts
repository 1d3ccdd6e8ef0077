import { expect, onTestFinished } from 'vitest';
import { launchFirefox, type Firefox } from '../browser/firefox.ts';
import { startSimulator, type AccountName, type Simulator } from '../psn/simulator.ts';
import { IN_FIREFOX } from './stores.ts';

/** A player in Firefox who has just connected: the first sync is over. What must hold of every journey is checked at its end. */
export async function connectedFirefox(
  account: AccountName = 'casual',
): Promise<{ firefox: Firefox; simulator: Simulator }> {
  const simulator = await startSimulator({ account, signedIn: false });
  onTestFinished(() => simulator.close());
  const firefox = await launchFirefox({ simulator });
  onTestFinished(() => firefox.close());
  onTestFinished(async () => {
    expect(await firefox.readErrors()).toEqual({ errors: [], policyViolations: [] });
  });
  await firefox.signIn(account);
  await connectInFirefox(firefox);
  return { firefox, simulator };
}

/** By the popup, until the first sync is over. */
async function connectInFirefox(firefox: Firefox): Promise<void> {
  await firefox.openPopup();
  await firefox.page.click('button', 'Connect PlayStation');
  await firefox.page.waitFor(IN_FIREFOX.isSynced);
}

/** Waits until the page says this, somewhere. */
export async function saysInFirefox(
  { page }: Firefox,
  words: string,
  timeout = 20_000,
): Promise<void> {
  const says = (): Promise<unknown> =>
    page.evaluate(`return document.body.textContent.includes(args[0])`, words).catch(() => false);
  await expect.poll(says, { timeout, message: `Firefox says “${words}”` }).toBe(true);
}
