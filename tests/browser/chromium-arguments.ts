import type { SimulatorAddress } from './simulator-address.ts';

/**
 * The command line that loads an unpacked extension and sends Sony's hosts to the simulator, with
 * the product unchanged. No other host has an address, so that nothing reaches the network.
 */
export function chromiumArguments(extension: string, simulator: SimulatorAddress): string[] {
  const toSimulator = simulator.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${simulator.port}`);
  const rules = [...toSimulator, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  return [
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    `--host-resolver-rules=${rules.join(', ')}`,
    '--ignore-certificate-errors',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}
