import { Accounts } from './accounts/accounts.ts';
import { Clock } from './clock.ts';
import { Faults } from './faults.ts';
import { RateLimit } from './rate-limit.ts';
import { RequestLog } from './request-log.ts';
import { Sessions } from './sessions.ts';
import type { Settings } from './settings.ts';
import { defaultSettings } from './settings.ts';
import { Tokens } from './tokens.ts';

/** All that one running simulator knows. */
export interface World {
  clock: Clock;
  settings: Settings;
  accounts: Accounts;
  sessions: Sessions;
  tokens: Tokens;
  faults: Faults;
  rateLimit: RateLimit;
  log: RequestLog;
  /** Until then the network edge refuses everything from this address. */
  edgeBlockedUntil: number;
}

export function createWorld(seed: number, now: () => number): World {
  const clock = new Clock(now);
  const settings = defaultSettings();
  const sessions = new Sessions(clock);
  return {
    clock,
    settings,
    sessions,
    accounts: new Accounts(seed, clock.now()),
    tokens: new Tokens(clock, settings, sessions),
    faults: new Faults(),
    rateLimit: new RateLimit(),
    log: new RequestLog(),
    edgeBlockedUntil: 0,
  };
}
