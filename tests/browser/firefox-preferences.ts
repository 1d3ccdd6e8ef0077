import type { SimulatorAddress } from './simulator-address.ts';

export const ADDON_ID = 'trophy-shelf@trophy-shelf.invalid';

/** The extension's address in Firefox is random per profile, unless told. */
export const ADDON_UUID = '7e57ab1e-5a4e-4c0d-8a7e-7209475be1f0';

/** Nothing that Firefox does by itself may talk to the network during a test, or ask anybody anything. */
const QUIET = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.contentblocking.report.hide_vpn_banner': true,
  'browser.ml.enable': false,
  'browser.newtab.preload': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  // No process in reserve, and no dictionary or search engine to look through: a start is a test's largest part.
  'dom.ipc.processPrelaunch.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

export interface FirefoxEnvironment {
  simulator: SimulatorAddress;
  /** False is "Never remember history" in the settings. */
  remembersHistory: boolean;
  /** The folder for what is saved: nobody is asked. */
  downloads: string;
}

/** The preferences, as `user.js` wants them, that send Sony's hosts to the simulator. */
export function firefoxPreferences({
  simulator,
  remembersHistory,
  downloads,
}: FirefoxEnvironment): string {
  const preferences = {
    ...QUIET,
    'marionette.port': 0, // any free one: Firefox writes it into the profile
    'network.dns.localDomains': simulator.hosts.join(','),
    'network.proxy.type': 0,
    'network.socket.forcePort': `443=${simulator.port}`,
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
    // A temporary add-on is uninstalled when Firefox ends: a test that starts it again wants its data.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // What the settings call "Never remember history": every window is a private one.
    'browser.privatebrowsing.autostart': !remembersHistory,
    'browser.download.dir': downloads,
    'browser.download.folderList': 2, // the one that is named
    // For pages of a test that open a window without a click.
    'dom.disable_open_during_load': false,
  };
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
