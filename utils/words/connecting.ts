import type { ConnectStep } from '../domain/connection/connection';
import { stepStates, steps } from './en/connect.json';

export {
  /** What it is, in one sentence, for who sees it for the first time. */
  pitchTitle as PITCH_TITLE,
  pitch as PITCH,
  /** What we promise before anyone presses the button. Each is true of the code, and tested. */
  promises as PROMISES,
  connecting as CONNECTING_TITLE,
  connectingHint as CONNECTING_HINT,
  waitingTitle as WAITING_TITLE,
  waiting as WAITING,
  waitingSteps as WAITING_STEPS,
  waitingHint as WAITING_HINT,
  wantedTitle as WANTED_TITLE,
  wanted as WANTED,
  storageAwaitedTitle as STORAGE_AWAITED_TITLE,
  storageAwaited as STORAGE_AWAITED,
  pauseAwaited as PAUSE_AWAITED,
  pauseAwaitedTitle as PAUSE_AWAITED_TITLE,
  hostsOffTitle as HOSTS_OFF_TITLE,
  hostsOff as HOSTS_OFF,
  allowHosts as ALLOW_HOSTS,
  connectElsewhere as CONNECT_ELSEWHERE,
  privateWindow as PRIVATE_WINDOW,
  notConnectedTitle as NOT_CONNECTED_TITLE,
  notConnected as NOT_CONNECTED,
} from './en/connect.json';

/** What happens in each step, and then the library. */
export const STEPS: Record<ConnectStep | 'library', string> = steps;

export type StepState = 'done' | 'active' | 'ahead';

/** A step and how far it is, for those who hear the list. */
export function stepHeard(step: keyof typeof STEPS, state: StepState): string {
  return stepStates[state]({ step: STEPS[step] });
}
