import { builtExtension } from './built-extension.ts';
import { closeWelcome } from './close-welcome.ts';
import { noteHosts, readErrors, readHosts } from './firefox-observations.ts';
import { FirefoxPage } from './firefox-page.ts';
import { ADDON_ID, ADDON_UUID } from './firefox-preferences.ts';
import { downloadsIn, startFirefox } from './firefox-process.ts';
import { Marionette } from './marionette.ts';
import type { SimulatorAddress } from './simulator-address.ts';
import { createProfile, isUsed } from './temporary-profile.ts';

export interface FirefoxOptions {
  simulator: SimulatorAddress;
  /** A folder to keep, for tests that start the browser again; otherwise a new one, removed at the end. */
  profile?: string;
  /** A folder with an extension to load instead of the build, such as a copy of it that a later one takes the place of. */
  extension?: string;
  /** True by default; false is "Never remember history" in Firefox's settings: every window is a private one. */
  remembersHistory?: boolean;
}

export interface Firefox {
  page: FirefoxPage;
  marionette: Marionette;
  openPopup(): Promise<void>;
  /** Opens the options page at a route such as `#/library`. */
  openOptions(route?: string): Promise<void>;
  /** Signs a player in at the simulator, as a browser that has been at Sony's sign-in page. */
  signIn(account: string): Promise<void>;
  /** Ends the background page, as Firefox does after half a minute of idleness. */
  killBackground(): Promise<void>;
  /** Loads the extension again as it is in its folder now, as an update does. */
  install(): Promise<void>;
  /** Ends the whole browser at once, as a crash does. */
  kill(): Promise<void>;
  readErrors(): Promise<{ errors: string[]; policyViolations: string[] }>;
  readHosts(): Promise<Set<string>>;
  /** The folder with what was saved. */
  downloads: string;
  close(): Promise<void>;
}

/** Firefox lets a background live that still has to answer somebody, or is asked while it ends. */
const TERMINATE = `
  const { extension } = WebExtensionPolicy.getByID(args[0]);
  if (extension.backgroundState === 'stopped') return;
  let isAlive = true;
  extension.once('shutdown-background-script', () => (isAlive = false));
  const how = { ignoreDevToolsAttached: true, disableResetIdleForTest: true };
  while (isAlive) {
    await extension.terminateBackground(how);
    await new Promise((then) => Services.tm.dispatchToMainThread(then));
  }`;

/** The product opens tabs before the one that is driven: behind them Firefox draws a frame every few seconds. */
const TO_THE_FRONT = `const { id } = await browser.tabs.getCurrent(); await browser.tabs.update(id, { active: true });`;

/** Starts Firefox with the built extension, whose Sony is the simulator. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { simulator, remembersHistory = true } = options;
  const path = options.extension ?? builtExtension('firefox-mv3');
  const profile = options.profile ? undefined : createProfile();
  const folder = options.profile ?? profile?.folder ?? '';
  const isFirst = !isUsed(folder);
  const firefox = await startFirefox(folder, { simulator, remembersHistory });
  const close = async (): Promise<void> => {
    await firefox.end();
    profile?.remove();
  };
  try {
    const marionette = await Marionette.connect(firefox.marionettePort);
    await noteHosts(marionette);
    const install = async (): Promise<void> => {
      const where = { temporary: true, allowPrivateBrowsing: !remembersHistory };
      await marionette.send('Addon:Install', { path, ...where });
    };
    await install();
    if (isFirst) await closeWelcome(marionette);
    const page = new FirefoxPage(marionette);
    const open = async (place: string): Promise<void> => {
      await page.goto(`moz-extension://${ADDON_UUID}/${place}`);
      await page.evaluate(TO_THE_FRONT);
    };
    return {
      page,
      marionette,
      openPopup: () => open('popup.html'),
      openOptions: (route = '') => open(`options.html${route}`),
      signIn: (account) =>
        page.goto(`https://ca.account.sony.com/__simulator/sign-in?account=${account}`),
      killBackground: async () => void (await marionette.execute(TERMINATE, [ADDON_ID], 'chrome')),
      install,
      kill: () => firefox.kill(),
      readErrors: () => readErrors(marionette),
      readHosts: () => readHosts(marionette),
      downloads: downloadsIn(folder),
      async close() {
        await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
        marionette.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
