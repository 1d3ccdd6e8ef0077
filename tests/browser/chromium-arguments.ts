import type { SimulatorAddress } from './simulator-address.ts';

/** What Playwright turns off by itself, said again because only the last list counts. */
const PLAYWRIGHTS = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** The address bar's list is a page of its own in each window: a seventh of what a short test computes. */
const ADDRESS_BAR = ['WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxPopup'];

/**
 * Debian's Chromium asks for drawing by the graphics card also where there is none, and that is emulated then: an options
 * page takes half as long again as without.
 */
export const WITHOUT_SCREEN: readonly string[] = ['--disable-gpu'];

/**
 * The command line that loads unpacked extensions and sends Sony's hosts to the simulator, with
 * the product unchanged. No other host has an address, so that nothing reaches the network.
 */
export function chromiumArguments(
  extensions: readonly string[],
  simulator: SimulatorAddress,
): string[] {
  const toSimulator = simulator.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${simulator.port}`);
  const rules = [...toSimulator, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  return [
    `--disable-extensions-except=${extensions.join(',')}`,
    `--load-extension=${extensions.join(',')}`,
    `--host-resolver-rules=${rules.join(', ')}`,
    '--ignore-certificate-errors',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${[...PLAYWRIGHTS, ...ADDRESS_BAR].join(',')}`,
  ];
}
