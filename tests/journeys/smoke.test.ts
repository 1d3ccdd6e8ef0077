import { beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { startSimulator, type Simulator } from '../psn/simulator.ts';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ account: 'casual', signedIn: false });
  return () => simulator.close();
});

describe('in Chromium', () => {
  let chromium: Chromium;

  beforeAll(async () => {
    chromium = await launchChromium({ simulator });
    return () => chromium.close();
  });

  test('the popup and the library open without an error', async () => {
    const popup = await chromium.openPopup();
    await popup.getByRole('button', { name: 'Connect PlayStation' }).waitFor();
    const options = await chromium.openOptions('#/library');
    await options.getByRole('link', { name: 'Library' }).waitFor();

    expect(chromium.observed.errors).toEqual([]);
    expect(chromium.observed.policyViolations).toEqual([]);
  });

  test('the worker dies when it is ended, and a new one takes its place', async () => {
    await chromium.worker.evaluate(() => Object.assign(globalThis, { born: 'before' }));
    await chromium.worker.kill();

    const options = await chromium.openOptions();
    await options.evaluate(() => chrome.runtime.sendMessage({}).catch(() => undefined));
    expect(await chromium.worker.evaluate(() => 'born' in globalThis)).toBe(false);
  });
});

describe('in Firefox', () => {
  let firefox: Firefox;

  beforeAll(async () => {
    firefox = await launchFirefox({ simulator });
    return () => firefox.close();
  });

  test('the popup and the library open without an error', async () => {
    await firefox.openPopup();
    await firefox.page.find('button', 'Connect PlayStation');
    await firefox.openOptions('#/library');
    await firefox.page.find('link', 'Library');

    expect(await firefox.readErrors()).toEqual({ errors: [], policyViolations: [] });
  });
});
