import Eraser from '@lucide/svelte/icons/eraser';
import Hourglass from '@lucide/svelte/icons/hourglass';
import LogIn from '@lucide/svelte/icons/log-in';
import LogOut from '@lucide/svelte/icons/log-out';
import ShieldOff from '@lucide/svelte/icons/shield-off';
import Unplug from '@lucide/svelte/icons/unplug';
import {
  isAttempt,
  type Attempting,
  type EndingPhase,
  type OldSession,
} from '../../utils/domain/connection/connection';
import { isOfStorage, type Failure } from '../../utils/domain/failure';
import type { Need, NeedAction } from '../../utils/domain/connection/need';
import { waitFailureOf } from '../../utils/domain/connection/attempt-wait';
import { timeLeft } from '../../utils/domain/connection/token-life';
import {
  CONNECTING_HINT,
  CONNECTING_TITLE,
  HOSTS_OFF,
  HOSTS_OFF_TITLE,
  PAUSE_AWAITED,
  PAUSE_AWAITED_TITLE,
  STEPS,
  STORAGE_AWAITED,
  STORAGE_AWAITED_TITLE,
  WAITING,
  WAITING_HINT,
  WAITING_STEPS,
  WAITING_TITLE,
  WANTED,
  WANTED_TITLE,
} from '../../utils/words/connecting';
import { GOES_ON, UNDER_WAY } from '../../utils/words/disconnecting';
import { CANCEL, START_FRESH } from '../../utils/words/names';
import { ACTIONS, buttonOf } from '../../utils/words/needs';
import {
  BEFORE_FIRST_SIGN_OUT,
  BEFORE_SIGN_OUT,
  CONNECT_ANYWAY,
  OLD_SESSION_TITLE,
  SIGNING_OUT,
  SIGNING_OUT_STEPS,
  SIGNING_OUT_TITLE,
  connectAnywayGives,
  oldSession,
  startFreshGives,
} from '../../utils/words/old-session';
import { here } from '../app/time-zone.svelte';

/** What is neither connected nor at rest. */
export type PassingPhase = Attempting | EndingPhase;

/** A way on, or back. */
export interface PhaseAction {
  label: string;
  action: NeedAction | 'cancel';
  /** What it gives, where there is another of the same weight. */
  gives?: string;
}

/** What the player is told in a phase: in a line over a page, or drawn large with what is said there only. */
export interface PhaseView {
  title: string;
  text: string;
  /** The way on first, what leads back last. */
  actions: PhaseAction[];
  /** True where the ways on are of the same weight. */
  ways?: true;
  icon?: typeof LogIn;
  tone?: 'soon';
  /** Drawn large, instead of the text. */
  steps?: readonly string[];
  hint?: string;
  /** Something goes on meanwhile: a bar, and changes are read out. */
  goesOn?: boolean;
  /** How far connecting is, step by step, where it goes on. */
  connects?: true;
}

const BACK: PhaseAction = { label: CANCEL, action: 'cancel' };

type Views = {
  [Phase in PassingPhase['phase']]: (
    connection: Extract<PassingPhase, { phase: Phase }>,
    now: number,
  ) => Omit<PhaseView, 'actions'> & { actions?: PhaseAction[] };
};

/** The one table of phases. */
const VIEWS: Views = {
  connecting: ({ step }) => ({
    title: CONNECTING_TITLE,
    text: STEPS[step],
    hint: CONNECTING_HINT,
    connects: true,
  }),
  'waiting-for-access': () => ({
    title: HOSTS_OFF_TITLE,
    text: HOSTS_OFF,
    icon: ShieldOff,
    tone: 'soon',
  }),
  'old-session': (connection, now) => ({
    title: OLD_SESSION_TITLE,
    text: oldSession(timeLeft(connection.endsAt - now), isOfCode(connection), here.locale),
    icon: Hourglass,
    tone: 'soon',
    ways: true,
    actions: waysOf(connection, now),
  }),
  'signing-out': (connection) => ({
    title: SIGNING_OUT_TITLE,
    text: `${SIGNING_OUT} ${noteBefore(connection)}`,
    steps: SIGNING_OUT_STEPS,
    icon: LogOut,
    hint: noteBefore(connection),
    goesOn: true,
  }),
  'waiting-for-sign-in': ({ wanted }) => ({
    // Who is signed in already is not told to sign in: what Sony wants of them is said below.
    ...(wanted === undefined
      ? { title: WAITING_TITLE, text: WAITING, steps: WAITING_STEPS, hint: WAITING_HINT }
      : { title: WANTED_TITLE, text: WANTED }),
    icon: LogIn,
    goesOn: true,
  }),
  disconnecting: () => ending('disconnecting'),
  erasing: () => ending('erasing'),
};

/** What a sign-out does, said before it. */
function noteBefore({ former }: Attempting): string {
  return former.phase === 'connected' ? BEFORE_SIGN_OUT : BEFORE_FIRST_SIGN_OUT;
}

function waysOf(asked: OldSession, now: number): PhaseAction[] {
  const gives = connectAnywayGives(timeLeft(asked.endsAt - now), isOfCode(asked), here.locale);
  return [
    { label: CONNECT_ANYWAY, action: 'connect-anyway', gives },
    { label: START_FRESH, action: 'start-fresh', gives: startFreshGives(isOfCode(asked)) },
  ];
}

/** True where it is asked of the sign-in that a pasted code is from. */
function isOfCode({ way }: OldSession): boolean {
  return way === 'paste';
}

function ending(phase: EndingPhase['phase']) {
  const icon = phase === 'erasing' ? Eraser : Unplug;
  return { title: UNDER_WAY[phase], text: GOES_ON, icon, goesOn: true, actions: [] };
}

/** Of any attempt that only the browser keeps from going on. */
const OF_STORAGE: ReturnType<Views['connecting']> = {
  title: STORAGE_AWAITED_TITLE,
  text: STORAGE_AWAITED,
  icon: Hourglass,
  tone: 'soon',
};

/** The same of a pause that ends by itself. */
const OF_PAUSE: typeof OF_STORAGE = {
  ...OF_STORAGE,
  title: PAUSE_AWAITED_TITLE,
  text: PAUSE_AWAITED,
};

function viewOfWait(failure: Failure): typeof OF_STORAGE {
  return isOfStorage(failure) ? OF_STORAGE : OF_PAUSE;
}

/** What the player is told in this phase, and what is needed of them. */
export function phaseView(connection: PassingPhase, need: Need | null, now: number): PhaseView {
  // Each phase has its own view: what is looked up by it fits it.
  const viewOf = VIEWS[connection.phase] as (
    connection: PassingPhase,
    now: number,
  ) => Omit<PhaseView, 'actions'> & { actions?: PhaseAction[] };
  const awaited = isAttempt(connection) ? waitFailureOf(connection) : null;
  const view = awaited === null ? viewOf(connection, now) : viewOfWait(awaited);
  const labelOf = (of: Need): string => (awaited === null ? buttonOf(of) : ACTIONS.again);
  const needed = need === null ? [] : [{ label: labelOf(need), action: need.action }];
  const ways = view.actions ?? needed;
  const isEnding = connection.phase === 'disconnecting' || connection.phase === 'erasing';
  return { ...view, actions: isEnding ? [] : [...ways, BACK] };
}
