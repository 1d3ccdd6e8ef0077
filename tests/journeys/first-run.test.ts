import { expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { welcomePage } from '../browser/close-welcome.ts';
import { startSimulator } from '../psn/simulator.ts';
import { syncEnds } from './scene.ts';
import { countLeftovers, NOTHING } from './stores.ts';
import { WELCOME } from '../../utils/words/welcome.ts';

test('from installing to the first list of trophies by the words of the pages alone', async () => {
  const simulator = await startSimulator({ account: 'casual', signedIn: true });
  onTestFinished(() => simulator.close());
  const chromium = await launchChromium({ simulator, isGreeted: true });
  onTestFinished(() => chromium.close());
  await chromium.context.addCookies([simulator.control.sessionCookie()]);

  const page = await welcomePage(chromium.context);
  await page.getByRole('heading', { name: WELCOME }).waitFor();
  // Being greeted leaves nothing, and asks nobody.
  expect(await countLeftovers(chromium)).toEqual(NOTHING);
  expect(simulator.control.log).toEqual([]);

  await page.getByRole('button', { name: 'Connect PlayStation' }).click();
  await page.getByRole('heading', { name: 'Pick games' }).waitFor();
  // The same tab has gone on.
  const own = chromium.context.pages().filter((each) => each.url().includes('options.html'));
  expect(own).toHaveLength(1);
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await page.getByRole('heading', { name: 'Library' }).waitFor();
  await syncEnds({ simulator, chromium });
  await page.getByRole('list', { name: 'Library' }).getByRole('link').first().click();
  await page.getByRole('list', { name: 'Trophies' }).getByRole('listitem').first().waitFor();
  expect(chromium.observed.errors).toEqual([]);

  // An update, or a start of the browser, greets nobody.
  await chromium.worker.evaluate(() => {
    const { onInstalled } = chrome.runtime as unknown as {
      onInstalled: { dispatch(details: object): void };
    };
    onInstalled.dispatch({ reason: 'update' });
    onInstalled.dispatch({ reason: 'install' });
  });
  await expect
    .poll(() => chromium.worker.evaluate(() => chrome.storage.local.get('welcomeDue')))
    .toEqual({});
  expect(chromium.context.pages().filter((each) => each.url().includes('#/welcome'))).toEqual([]);
});
