import type { Session } from '../domain/connection/connection';
import { clock, shortly } from '../format/dates';
import { anyMoment, signIn } from './en/token-life.json';

export {
  /** The clocks behind the countdown. */
  clocks as CLOCKS,
  clockHints as CLOCK_HINTS,
} from './en/token-life.json';

/** When the sign-in ends, as far as it is known. */
export function signInEnd({ state, endsAt, aliveAt }: Session, locale: string): string {
  if (state === 'signed-out') return aliveAt === undefined ? signIn.unseen : signIn.signedOut;
  if (state === 'other-account') return signIn.otherAccount;
  if (endsAt !== null) return shortly(endsAt, locale);
  return state === 'unknown' ? signIn.unseen : signIn.unsaid;
}

export function nextRenewal(renewsAt: number, now: number, locale: string): string {
  return renewsAt <= now ? anyMoment : clock(renewsAt, now, locale);
}
