import type { Need, NeedAction, OfSignIn } from '../domain/connection/need';
import type { Cause } from '../domain/failure';
import { dayOfYear } from '../format/dates';
import { ALLOW_HOSTS } from './connecting';
import { BEFORE_SIGN_OUT, CONNECT_ANYWAY } from './old-session';
import { CONNECT, OPEN_ACCOUNT, OPEN_SIGN_IN, SIGN_IN_AGAIN, START_FRESH, SYNC_NOW } from './names';

/** What each button is called. */
export const ACTIONS: Record<NeedAction | 'again', string> = {
  connect: CONNECT,
  'connect-anyway': CONNECT_ANYWAY,
  'start-fresh': START_FRESH,
  'sign-in': SIGN_IN_AGAIN,
  paste: 'Paste a code',
  'renew-by-itself': 'Let it renew itself',
  sync: SYNC_NOW,
  'allow-hosts': ALLOW_HOSTS,
  'open-playstation': 'Open playstation.com',
  again: 'Try again',
};

/** The name of the one button. */
export function buttonOf({ state, action }: Need): string {
  if (state === 'signing-out') return OPEN_ACCOUNT;
  if (state === 'waiting-for-sign-in') return OPEN_SIGN_IN;
  // What cannot be stored is no lack of syncing.
  if (action === 'sync' && state.startsWith('storage-')) return ACTIONS.again;
  return ACTIONS[action];
}

/** What is known of a connection where its player is needed. */
export interface Known {
  player: string;
  now: number;
  endsAt: number;
  /** Nobody knows that end better than about. */
  isGuessed: boolean;
  sessionEndsAt: number | null;
  /** Until when it lasts once it is renewed. */
  renewedUntil: number;
}

export interface NeedWords {
  title: string;
  sentence: string;
  note?: string;
}

export function isOfSignIn(state: Need['state']): state is OfSignIn {
  return Object.hasOwn(SIGN_IN_NEEDS, state);
}

/** What is needed, in a title and a sentence. */
export function needWords(state: OfSignIn, known: Known, locale: string): NeedWords {
  const day = (instant: number): string => dayOfYear(instant, locale);
  // That what is past by the clock has ended is for Sony to say.
  const on = (instant: number): string => (instant <= known.now ? 'now' : `on ${day(instant)}`);
  const isAbout = known.isGuessed && known.endsAt > known.now;
  const end = isAbout ? `about ${day(known.endsAt)}` : on(known.endsAt);
  return SIGN_IN_NEEDS[state](known, end, { day, on });
}

const SIGN_IN_NEEDS: Record<
  OfSignIn,
  (known: Known, end: string, days: Record<'day' | 'on', (instant: number) => string>) => NeedWords
> = {
  'runs-out': ({ sessionEndsAt }, end, { on }) => ({
    title:
      sessionEndsAt === null
        ? `Your connection ends ${end}`
        : `Your sign-in at PlayStation ends ${on(sessionEndsAt)}`,
    sentence: 'Start fresh: sign out there and in again, and it lasts about 60 days.',
    note: BEFORE_SIGN_OUT,
  }),
  'more-time': ({ renewedUntil }, end, { day }) => ({
    title: `Your connection ends ${end}`,
    sentence: `It does not renew itself. Connect PlayStation now, and it lasts until ${day(renewedUntil)}.`,
  }),
  'renewal-off': ({ sessionEndsAt }, end, { day }) => ({
    title: `Your connection ends ${end}`,
    sentence: `It does not renew itself. Let it, and it lasts until ${day(sessionEndsAt ?? 0)}.`,
  }),
  'signed-out': (_, end) => ({
    title: 'You signed out at PlayStation',
    sentence: `The connection ends ${end}. Sign in again, and it goes on.`,
  }),
  'other-account-signed-in': ({ player }, end) => ({
    title: 'Somebody else is signed in at PlayStation',
    sentence: `It is not ${player}, whose connection ends ${end}. Sign out there, and in as ${player}.`,
  }),
  'sign-in-refused': (_, end) => ({
    title: 'Sony does not take your sign-in any more',
    sentence: `The connection ends ${end}. Sign in again at PlayStation, and it goes on.`,
  }),
  'no-sign-in': ({ player }, end) => ({
    title: `Your connection ends ${end}`,
    sentence: `It does not renew itself, since nobody is signed in at PlayStation in this browser. Sign in as ${player}, and it does.`,
  }),
};

/** What is to be done about a connection that does not work, after why. */
export function wayBack(action: NeedAction, cause: Cause): string | undefined {
  if (cause === 'session-half-dead' || cause === 'not-signed-in') return undefined;
  return WAYS_BACK[action];
}

const WAYS_BACK: Partial<Record<NeedAction, string>> = {
  connect: 'Connecting again repairs it.',
  'sign-in': 'Sign in again at PlayStation, and it goes on by itself.',
  'start-fresh': 'Start fresh: sign out at PlayStation and in again, and it lasts about 60 days.',
};
