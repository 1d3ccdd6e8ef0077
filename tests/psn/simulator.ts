import type { AccountName } from './accounts/account-plan.ts';
import { answerControl, CONTROL_PATH } from './control-endpoint.ts';
import { createControl } from './control-commands.ts';
import type { Control } from './control.ts';
import { handleRequest } from './handle-request.ts';
import { FOREIGN_HOST, LOOK_ALIKE_HOST, SONY_HOSTS } from './hosts.ts';
import { listen } from './server.ts';
import { createWorld } from './world.ts';

export type { AccountName } from './accounts/account-plan.ts';
export type { Control } from './control.ts';
export type { Fault, FaultName, Injection } from './faults.ts';
export type { LogEntry } from './request-log.ts';
export type { BrowserCookie } from './session-cookie.ts';

export interface SimulatorOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Who is signed in, or would be; `casual` by default. */
  account?: AccountName;
  /** True by default. The browser still needs the cookie: `control.sessionCookie()`, or the sign-in address. */
  signedIn?: boolean;
  seed?: number;
  now?: () => number;
}

export interface Simulator {
  port: number;
  /** Sony's, and two of somebody else's. */
  hosts: readonly string[];
  control: Control;
  /** How many slow answers are still to come. */
  waitingAnswers(): number;
  close(): Promise<void>;
}

/** Starts a PlayStation Network of our own on a loopback port; browsers map Sony's host names to it. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const world = createWorld(options.seed ?? 1, options.now ?? Date.now);
  const control = createControl(world);
  if (options.signedIn !== false) control.signIn(options.account ?? 'casual');
  const server = await listen(options.port ?? 0, (request) =>
    request.path.startsWith(CONTROL_PATH)
      ? answerControl(request, control, world)
      : handleRequest(request, world).answer,
  );
  return {
    port: server.port,
    hosts: [...SONY_HOSTS, FOREIGN_HOST, LOOK_ALIKE_HOST],
    control,
    waitingAnswers: () => server.held(),
    close: () => server.close(),
  };
}
