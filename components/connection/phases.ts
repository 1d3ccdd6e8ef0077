import Eraser from '@lucide/svelte/icons/eraser';
import Hourglass from '@lucide/svelte/icons/hourglass';
import LogIn from '@lucide/svelte/icons/log-in';
import LogOut from '@lucide/svelte/icons/log-out';
import ShieldOff from '@lucide/svelte/icons/shield-off';
import Unplug from '@lucide/svelte/icons/unplug';
import type { Attempting, Connection, EndingPhase } from '../../utils/domain/connection/connection';
import type { Failure } from '../../utils/domain/failure';
import { timeLeft, zoneOf } from '../../utils/domain/connection/token-life';
import {
  ACCESS,
  ACCESS_TITLE,
  ALLOW_ACCESS,
  CONNECTING_HINT,
  CONNECTING_TITLE,
  STEPS,
  WAITING,
  WAITING_HINT,
  WAITING_TITLE,
} from '../../utils/words/connecting';
import { GOES_ON, UNDER_WAY } from '../../utils/words/disconnecting';
import { CANCEL, OPEN_SIGN_IN } from '../../utils/words/names';
import {
  CONNECT_ANYWAY,
  OLD_SESSION_TITLE,
  SIGNING_OUT,
  SIGNING_OUT_HINT,
  SIGNING_OUT_STEPS,
  SIGNING_OUT_TITLE,
  START_FRESH,
  START_FRESH_HINT,
  oldSession,
} from '../../utils/words/old-session';
import { locale } from '../app/locale';
import type { PlainRequest } from '../app/requests.svelte';

/** What is neither connected nor at rest. */
export type PassingPhase = Attempting | EndingPhase;

/** A way on. Access is asked for in the click itself: browsers answer that question only there. */
export interface PhaseAction {
  label: string;
  request: PlainRequest | 'allowAccess';
}

/** What the player is told in a phase: in a line over a page, or drawn large with what is said there only. */
export interface PhaseView {
  title: string;
  text: string;
  /** The recommended one first, what leads back last. */
  actions: PhaseAction[];
  icon?: typeof LogIn;
  tone?: 'soon';
  /** Drawn large, instead of the text. */
  steps?: readonly string[];
  hint?: string;
  /** Something goes on meanwhile: a bar, and changes are read out. */
  goesOn?: boolean;
}

const BACK: PhaseAction = { label: CANCEL, request: 'cancelConnecting' };

type Views = {
  [Phase in PassingPhase['phase']]: (
    connection: Extract<PassingPhase, { phase: Phase }>,
    now: number,
  ) => PhaseView;
};

/** The one table of phases. */
const VIEWS: Views = {
  connecting: ({ step }) => ({
    title: CONNECTING_TITLE,
    text: STEPS[step],
    hint: CONNECTING_HINT,
    actions: [BACK],
  }),
  'waiting-for-access': () => ({
    title: ACCESS_TITLE,
    text: ACCESS,
    icon: ShieldOff,
    tone: 'soon',
    actions: [{ label: ALLOW_ACCESS, request: 'allowAccess' }, BACK],
  }),
  'old-session': ({ endsAt }, now) => ({
    title: OLD_SESSION_TITLE,
    text: oldSession(timeLeft(endsAt - now), locale),
    icon: Hourglass,
    tone: 'soon',
    hint: START_FRESH_HINT,
    actions: [...waysFrom(endsAt - now), BACK],
  }),
  'signing-out': () => ({
    title: SIGNING_OUT_TITLE,
    text: SIGNING_OUT,
    steps: SIGNING_OUT_STEPS,
    icon: LogOut,
    hint: SIGNING_OUT_HINT,
    goesOn: true,
    actions: [BACK],
  }),
  'waiting-for-sign-in': () => ({
    title: WAITING_TITLE,
    text: WAITING,
    icon: LogIn,
    hint: WAITING_HINT,
    goesOn: true,
    actions: [{ label: OPEN_SIGN_IN, request: 'openSignIn' }, BACK],
  }),
  disconnecting: () => ending('disconnecting'),
  erasing: () => ending('erasing'),
};

/** With weeks left the short way is the good one. */
function waysFrom(left: number): PhaseAction[] {
  const anyway: PhaseAction = { label: CONNECT_ANYWAY, request: 'connectAnyway' };
  const startFresh: PhaseAction = { label: START_FRESH, request: 'startFresh' };
  return zoneOf(left) === 'green' ? [anyway, startFresh] : [startFresh, anyway];
}

function ending(phase: EndingPhase['phase']): PhaseView {
  const icon = phase === 'erasing' ? Eraser : Unplug;
  return { title: UNDER_WAY[phase], text: GOES_ON, icon, goesOn: true, actions: [] };
}

/** What Sony wants of the player before the attempt can go on. */
export function wantedIn(connection: Connection): Failure | null {
  return connection.phase === 'waiting-for-sign-in' ? (connection.wanted ?? null) : null;
}

/** What the player is told in this phase. */
export function phaseView(connection: PassingPhase, now: number): PhaseView {
  // Each phase has its own view: what is looked up by it fits it.
  const view = VIEWS[connection.phase] as (connection: PassingPhase, now: number) => PhaseView;
  return view(connection, now);
}
