import type { Need, NeedAction, OfSignIn } from '../domain/connection/need';
import type { Cause } from '../domain/failure';
import * as words from './en/connect.json';
import { SYNC_NOW } from './names';

/** What each button is called. */
export const ACTIONS: Record<NeedAction | 'again', string> = {
  connect: words.connect,
  'connect-anyway': words.connectAnyway,
  'start-fresh': words.startFresh,
  'sign-in': words.signInAgain,
  paste: words.pasteCode,
  'renew-by-itself': words.letItRenewItself,
  sync: SYNC_NOW,
  'allow-hosts': words.allowHosts,
  'open-playstation': words.openPlaystation,
  again: words.tryAgain,
};

/** The name of the one button. */
export function buttonOf({ state, action }: Need): string {
  if (state === 'signing-out') return words.openAccount;
  if (state === 'waiting-for-sign-in') return words.openSignIn;
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

/** An end as it is known: on its day, about then, or past by the clock. That it is over is for Sony to say. */
type End = 'now' | 'on' | 'about';

/** What is needed, in a title and a sentence. */
export function needWords(state: OfSignIn, known: Known, locale: string): NeedWords {
  const isPast = known.endsAt <= known.now;
  return SIGN_IN_NEEDS[state](known, isPast ? 'now' : known.isGuessed ? 'about' : 'on', locale);
}

const SIGN_IN_NEEDS: Record<OfSignIn, (known: Known, end: End, locale: string) => NeedWords> = {
  'runs-out': (known, end, locale) => ({
    title: whatRunsOut(known, end, locale),
    sentence: words.startFreshThere,
    note: words.beforeSignOut,
  }),
  'more-time': ({ endsAt, sessionEndsAt, renewedUntil, player }, end, locale) => ({
    title: onEnd(words.connectionEnds, endsAt, end, locale),
    sentence:
      sessionEndsAt === null
        ? words.connectIfYours({ player })
        : words.connectForMore({ renewedUntil }, locale),
  }),
  'renewal-off': ({ endsAt, sessionEndsAt, player }, end, locale) => ({
    title: onEnd(words.connectionEnds, endsAt, end, locale),
    sentence:
      sessionEndsAt === null
        ? words.letItWhereSignedIn({ player })
        : words.letItRenew({ sessionEndsAt }, locale),
  }),
  'signed-out': ({ endsAt }, end, locale) => ({
    title: words.signedOutTitle,
    sentence: onEnd(words.signedOut, endsAt, end, locale),
  }),
  'other-account-signed-in': ({ endsAt, player }, end, locale) => ({
    title: words.otherAccountTitle,
    sentence: words.otherAccount[end]({ endsAt, player }, locale),
  }),
  'sign-in-refused': ({ endsAt }, end, locale) => ({
    title: words.signInRefusedTitle,
    sentence: onEnd(words.signInRefused, endsAt, end, locale),
  }),
  'no-sign-in': ({ endsAt, player }, end, locale) => ({
    title: onEnd(words.connectionEnds, endsAt, end, locale),
    sentence: words.noSignIn({ player }),
  }),
};

interface OnEnd extends Record<
  Exclude<End, 'now'>,
  (values: { endsAt: number }, locale: string) => string
> {
  now: string;
}

function onEnd(said: OnEnd, endsAt: number, end: End, locale: string): string {
  return end === 'now' ? said.now : said[end]({ endsAt }, locale);
}

function whatRunsOut({ now, endsAt, sessionEndsAt }: Known, end: End, locale: string): string {
  if (sessionEndsAt === null) return onEnd(words.connectionEnds, endsAt, end, locale);
  return sessionEndsAt <= now
    ? words.signInEnds.now
    : words.signInEnds.on({ endsAt: sessionEndsAt }, locale);
}

/** What is to be done about a connection that does not work, after why. */
export function wayBack(action: NeedAction, cause: Cause): string | undefined {
  if (cause === 'session-half-dead' || cause === 'not-signed-in') return undefined;
  return WAYS_BACK[action];
}

const WAYS_BACK: Partial<Record<NeedAction, string>> = words.waysBack;
