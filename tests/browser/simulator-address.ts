/** Where the simulator listens, and the host names of Sony's that a browser is to look for there. */
export interface SimulatorAddress {
  port: number;
  hosts: readonly string[];
}
