import type { Session, TokenLife } from '../domain/connection/connection';
import type { TimeLeft } from '../domain/connection/token-life';
import { exactly, shortDay } from '../format/dates';
import { span } from './token-life';

/** What the state of the sign-in means for the connection, or null where all is as it should be. */
export function sessionNote(life: TokenLife, player: string, locale: string): string | null {
  const notes: Record<Session['state'], string | null> = {
    alive: null,
    'signed-out': `You signed out at PlayStation. Syncing goes on until about ${shortDay(life.refreshTokenEndsAt, locale)}; in other people's experience at most a week.`,
    'other-account': `Somebody else is signed in at PlayStation in this browser. Trophy Shelf stays with ${player}: sign in there as ${player}, and it renews itself again. Seen ${exactly(life.session.seenAt, locale)}.`,
    refused:
      'Sony would not renew from your sign-in. Look at playstation.com whether it wants something from you.',
    unknown: 'Trophy Shelf has no sign-in at PlayStation in this browser to renew from.',
  };
  return notes[life.session.state];
}

/** Who the connection stays with where the name is not known yet. */
export const THIS_PLAYER = 'your account';

/**
 * That this device's clock is wrong.
 * @param offset how far Sony's clock is ahead, in milliseconds
 */
export function clockNote(off: TimeLeft, offset: number, locale: string): string {
  const way = offset > 0 ? 'slow' : 'fast';
  return `This device's clock is ${span(off, locale)} ${way}. Times here follow Sony's clock. Set it right in the device's own settings.`;
}
