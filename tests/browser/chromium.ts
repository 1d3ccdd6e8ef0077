import { type BrowserContext, chromium, type Page } from 'playwright';
import { type Build, builtExtension } from './built-extension.ts';
import { chromiumArguments, WITHOUT_SCREEN } from './chromium-arguments.ts';
import { type Observations, observe } from './chromium-observations.ts';
import { type BackgroundWorker, followWorker } from './chromium-worker.ts';
import { findChromium } from './find-browsers.ts';
import type { SimulatorAddress } from './simulator-address.ts';
import { welcomePage } from './close-welcome.ts';
import { allowReloading, createProfile, isUsed } from './temporary-profile.ts';

export interface ChromiumOptions {
  simulator: SimulatorAddress;
  build?: Build;
  /** The folder of somebody else's extension, without a worker, that is here too. */
  neighbour?: string;
  /** A folder with an extension to load instead of the build, such as a copy of it with a page more. */
  extension?: string;
  /** Where the device is, for example `Europe/Berlin`; otherwise where this machine is. */
  timeZone?: string;
  headless?: boolean;
  /** A folder to keep, for tests that start the browser again; otherwise a new one, removed at the end. */
  profile?: string;
  /** True to leave the page open that greets a player after installing. */
  isGreeted?: boolean;
}

export interface Chromium {
  context: BrowserContext;
  extensionId: string;
  worker: BackgroundWorker;
  observed: Observations;
  /** Opens the popup's page in a tab of the popup's size. */
  openPopup(): Promise<Page>;
  /** Opens the options page in a tab, at a route such as `#/library`. */
  openOptions(route?: string): Promise<Page>;
  close(): Promise<void>;
}

const POPUP_SIZE = { width: 360, height: 600 };

/** Starts Chromium with the built extension, whose Sony is the simulator. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const profile = options.profile ? undefined : createProfile();
  const isFirst = profile !== undefined || !isUsed(options.profile ?? '');
  if (profile) allowReloading(profile.folder);
  try {
    const context = await launch(options, options.profile ?? profile?.folder ?? '');
    const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
    const observed = await observe(context, session);
    const worker = await followWorker(context, session);
    if (isFirst && options.isGreeted !== true) await (await welcomePage(context)).close();
    const open = async (path: string, size = context.pages()[0]?.viewportSize()): Promise<Page> => {
      const page = await context.newPage();
      if (size) await page.setViewportSize(size);
      await page.goto(`chrome-extension://${worker.extensionId}/${path}`);
      return page;
    };
    return {
      context,
      extensionId: worker.extensionId,
      worker,
      observed,
      openPopup: () => open('popup.html', POPUP_SIZE),
      openOptions: (route = '') => open(`options.html${route}`),
      async close() {
        await context.close();
        profile?.remove();
      },
    };
  } catch (error) {
    profile?.remove();
    throw error;
  }
}

async function launch(options: ChromiumOptions, profile: string): Promise<BrowserContext> {
  const { headless = true, build = 'chrome-mv3', neighbour, simulator, timeZone } = options;
  const own = options.extension ?? builtExtension(build);
  const extensions = neighbour ? [own, neighbour] : [own];
  const executablePath = findChromium();
  const settings = {
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...chromiumArguments(extensions, simulator),
      // For people's eyes: no bar that warns of the unusual command line.
      ...(headless ? WITHOUT_SCREEN : ['--test-type']),
    ],
    ...(timeZone ? { env: { ...process.env, TZ: timeZone } } : {}),
    headless,
    viewport: headless ? { width: 1280, height: 800 } : null,
    handleSIGINT: false,
    handleSIGTERM: false,
  };
  // Chromium refuses to sandbox itself as root, and on some Linux systems for anybody.
  const chromiumSandbox = process.getuid?.() !== 0;
  try {
    return await chromium.launchPersistentContext(profile, { ...settings, chromiumSandbox });
  } catch (error) {
    if (!chromiumSandbox || !String(error).includes('sandbox')) throw error;
    return chromium.launchPersistentContext(profile, { ...settings, chromiumSandbox: false });
  }
}
