import type { ConnectStep } from '../domain/connection/connection';

/** What it is, in one sentence, for who sees it for the first time. */
export const PITCH_TITLE = 'Your trophy cabinet, on your own machine';
export const PITCH =
  'See every PlayStation game and trophy of yours in one place, kept in this browser.';

/** What we promise before anyone presses the button. Each is true of the code, and tested. */
export const PROMISES = [
  'Everything stays on this computer.',
  'Only Sony is contacted, nobody else.',
  'Your password is never seen: you sign in at Sony.',
] as const;

export const CONNECTING_TITLE = 'Connecting';
export const CONNECTING_HINT = 'This takes a few seconds. You may close this window.';

/** What happens in each step, and then the library. */
export const STEPS: Record<ConnectStep | 'library', string> = {
  session: 'Finding your PlayStation sign-in',
  code: 'Asking Sony for a one-time code',
  tokens: 'Trading it for a connection',
  profile: 'Reading your profile',
  library: 'Filling your library',
};

/** How far a step is, for those who hear the list. */
export const STEP_STATES = { done: 'done', active: 'in progress', ahead: 'to come' } as const;
export type StepState = keyof typeof STEP_STATES;

export const WAITING_TITLE = 'Sign in at PlayStation';
export const WAITING =
  'Sign in on the PlayStation tab, and this goes on by itself. A sign-in in a private window or a container does not count.';
export const WAITING_STEPS = [
  'Sign in on the PlayStation tab.',
  'The rest goes on by itself.',
] as const;
export const WAITING_HINT =
  'A sign-in in a private window or a container does not count: use a normal tab of this browser.';

export const HOSTS_OFF_TITLE = 'PlayStation is switched off for Trophy Shelf';
export const HOSTS_OFF =
  'The browser does not let Trophy Shelf reach PlayStation. Allow it, and connecting goes on by itself.';
export const ALLOW_HOSTS = 'Allow PlayStation';

export const NOT_CONNECTED_TITLE = 'Not connected';
export const NOT_CONNECTED = 'Your library stays readable. Connect to keep it up to date.';
