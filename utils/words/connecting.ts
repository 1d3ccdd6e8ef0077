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
  tokens: 'Trading it for access',
  profile: 'Reading your profile',
  library: 'Filling your library',
};

/** How far a step is, for those who hear the list. */
export const STEP_STATES = { done: 'done', active: 'in progress', ahead: 'to come' } as const;
export type StepState = keyof typeof STEP_STATES;

export const WAITING_TITLE = 'Sign in at PlayStation';
export const WAITING = 'Sign in on the PlayStation tab. This goes on by itself.';
export const WAITING_HINT = 'Closed the tab? Open it again here.';

export const ACCESS_TITLE = 'Access to Sony is switched off';
export const ACCESS =
  'The browser does not let Trophy Shelf reach PlayStation. Allow it, and connecting goes on by itself.';
export const ALLOW_ACCESS = 'Allow access';

export const NOT_CONNECTED_TITLE = 'Not connected';
export const NOT_CONNECTED = 'Your library stays readable. Connect to keep it up to date.';
