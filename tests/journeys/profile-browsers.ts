import { expect, onTestFinished } from 'vitest';
import { type Firefox, launchFirefox } from '../browser/firefox.ts';
import { ADDON_UUID } from '../browser/firefox-preferences.ts';
import { type Simulator, startSimulator } from '../psn/simulator.ts';
import type { StoredFixture } from '../support/stored-fixture.ts';
import { reload } from './reload.ts';
import { setScene } from './scene.ts';
import { openBystander } from './stores.ts';
import { layProfile } from './stored-profile.ts';
import type { Run } from './upgrading.ts';

/** A browser whose profile is as an earlier build left it, and whose background has found it so. */
export interface ProfileBrowser {
  /** Opens the options page at a route, in which bodies of functions then run. */
  open(route: string): Promise<Run>;
  killBackground(): Promise<void>;
  /** Whatever wakes it. */
  wakeBackground(): Promise<void>;
  /** Loads the extension again as it is in its folder now. */
  reload(): Promise<void>;
  /** Whether Sony was sent what was sealed. */
  wasUnsealed(): boolean;
}

type Launch = (fixture: StoredFixture, extension?: string) => Promise<ProfileBrowser>;

export const PROFILE_BROWSERS: [name: string, build: 'chrome-mv3' | 'firefox-mv3', Launch][] = [
  ['Chromium', 'chrome-mv3', inChromium],
  ['Firefox', 'firefox-mv3', inFirefox],
];

async function inChromium(fixture: StoredFixture, extension?: string): Promise<ProfileBrowser> {
  const scene = await setScene({ signedIn: false, ...(extension && { extension }) });
  const { chromium, simulator } = scene;
  const wasUnsealed = dropAll(simulator, fixture);
  const bystander = await openBystander(chromium);
  // Killed while it is being installed, it would never be.
  await expect
    .poll(() =>
      chromium.worker.evaluate(() => {
        const { registration } = globalThis as unknown as {
          registration: ServiceWorkerRegistration;
        };
        return registration.active?.state;
      }),
    )
    .toBe('activated');
  await chromium.worker.kill();
  await layProfile((body) => bystander.evaluate(`(async () => {${body}})()`), fixture);
  return {
    async open(route) {
      const page = await chromium.openOptions(route);
      return (body) => page.evaluate(`(async () => {${body}})()`);
    },
    killBackground: () => chromium.worker.kill(),
    wakeBackground: async () => void (await chromium.worker.evaluate(() => 0)),
    reload: async () => void (await reload(scene)),
    wasUnsealed,
  };
}

async function inFirefox(fixture: StoredFixture, extension?: string): Promise<ProfileBrowser> {
  const simulator = await startSimulator({ account: 'casual', signedIn: false });
  onTestFinished(() => simulator.close());
  const firefox: Firefox = await launchFirefox({ simulator, ...(extension && { extension }) });
  onTestFinished(() => firefox.close());
  const wasUnsealed = dropAll(simulator, fixture);
  const { page } = firefox;
  const run: Run = (body) => page.evaluate(body);
  // Of the extension, and nothing of it runs there.
  await page.goto(`moz-extension://${ADDON_UUID}/icons/48.png`);
  await firefox.killBackground();
  await layProfile(run, fixture);
  return {
    async open(route) {
      await firefox.openOptions(route);
      return run;
    },
    killBackground: () => firefox.killBackground(),
    wakeBackground: async () => void (await run(`await browser.runtime.getBackgroundPage()`)),
    async reload() {
      // Firefox closes the pages of what it loads again, and itself with the last one.
      await page.goto('about:blank');
      await firefox.install();
    },
    wasUnsealed,
  };
}

/** Sony drops every connection: nothing of what is stored changes by its word. */
function dropAll({ control }: Simulator, { vault }: StoredFixture): () => boolean {
  let isSent = false;
  const drop = { fault: 'dropped', call: 'every' } as const;
  control.inject({ endpoint: 'ssocookie', ...drop });
  control.inject({ endpoint: 'authorize', ...drop });
  control.inject({
    ...{ endpoint: 'token', ...drop },
    matches({ body }) {
      const sent = new URLSearchParams(body).get('refresh_token');
      isSent ||= sent === vault.token;
      return true;
    },
  });
  return () => isSent;
}
