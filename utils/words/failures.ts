import type { Cause, Failure } from '../domain/failure';
import { HOSTS_OFF_TITLE } from './connecting';
import { clock } from '../format/dates';

export interface FailureWords {
  title: string;
  sentence: string;
}

/** Each cause in plain words. What puts it right: `utils/domain/connection/need.ts`. */
export const FAILURES: Record<Cause, FailureWords> = {
  'not-signed-in': {
    title: 'Nobody is signed in at PlayStation',
    sentence:
      'Sign in on the PlayStation page in this browser, the rest goes on by itself. A sign-in in a private window or a container does not count.',
  },
  'session-half-dead': {
    title: 'Your sign-in has gone stale',
    sentence:
      'Sony still knows it but no longer accepts it. Sign in again, and the rest goes on by itself.',
  },
  'terms-to-accept': {
    title: 'Sony wants its terms accepted first',
    sentence:
      'Sign in at playstation.com and accept the new terms there. The rest goes on by itself.',
  },
  'profile-unfinished': {
    title: 'Your profile at PlayStation is not finished',
    sentence:
      'Sign in at playstation.com and finish setting up your account there. The rest goes on by itself.',
  },
  'child-account': {
    title: "A child's account may not do this",
    sentence:
      'The family manager can allow it in the parental controls at playstation.com. The rest goes on by itself.',
  },
  'account-attention': {
    title: 'Sony wants something from you first',
    sentence:
      'Sign in at playstation.com and finish what Sony asks for there. The rest goes on by itself.',
  },
  'code-refused': {
    title: 'Sony refused its own one-time code',
    sentence: 'The code was used up or came too late. A new one usually works.',
  },
  'token-refused': {
    title: 'Sony ended this connection',
    sentence: 'It ended before its time. A changed password or signing out everywhere does this.',
  },
  'access-refused': {
    title: 'Sony refuses the connection that it gave',
    sentence:
      'It lets Trophy Shelf in, and then refuses it everywhere. This mostly passes by itself.',
  },
  'refused-alone': {
    title: 'Sony refuses this one thing',
    sentence: 'Everything else it gives, so your connection is all right. It is asked for again.',
  },
  'token-replaced': {
    title: 'Another browser took over',
    sentence:
      'Two browsers or apps with the same account end each other’s connection at Sony. We try again by ourselves, less and less often: keep your account connected in one of them.',
  },
  'token-lost': {
    title: 'The stored connection does not open any more',
    sentence: 'The browser lost one half of its key, as a restored or cleaned profile does.',
  },
  'connection-expired': {
    title: 'The connection has come to its end',
    sentence: 'It lasted as long as Sony lets it. Your library stays as it is.',
  },
  'npsso-refused': {
    title: 'Sony does not accept this code',
    sentence:
      'It is cut off, too old, or that browser has signed out since. Copy it anew there, whole.',
  },
  'paste-interrupted': {
    title: 'The browser interrupted us',
    sentence: 'The code was kept nowhere, so it is gone. Paste it once more.',
  },
  'other-account': {
    title: 'Somebody else is signed in at PlayStation',
    sentence:
      'This library belongs to another account. Sign out there and sign in with the right one.',
  },
  'too-many-requests': {
    title: 'Sony asks for a pause',
    sentence: 'Sony limits how much may be asked in a while. Nothing is lost.',
  },
  'own-pause': {
    title: 'A pause, so that Sony asks for none',
    sentence:
      'Sony allows about 300 questions in 15 minutes, and we keep to that. Nothing is lost.',
  },
  'edge-block': {
    title: "Sony's network turned us away",
    sentence: 'A VPN or a shared network often causes this. Switch it off, or wait a while.',
  },
  'sony-down': {
    title: 'PlayStation has trouble',
    sentence: "Sony's servers answer with an error. This passes by itself.",
  },
  'no-answer': {
    title: 'No answer from Sony',
    sentence: 'The connection dropped, or the answer took too long or came broken.',
  },
  offline: {
    title: 'This device is offline',
    sentence: 'Your library stays readable. The rest needs the internet.',
  },
  'answer-not-understood': {
    title: 'Sony answered in a new way',
    sentence: 'We do not understand the answer yet, and kept what you had. An update will help.',
  },
  'list-short': {
    title: 'Sony sent only part of a list',
    sentence:
      'It says something else each time it is asked. What came is kept, and it is read again soon.',
  },
  'not-permitted': {
    title: 'Sony keeps this from us',
    sentence:
      'Its rules for your account say no. Look at your privacy settings at Sony, or at the family’s where somebody manages the account. The rest goes on by itself.',
  },
  'not-found': {
    title: 'Sony does not know this',
    sentence: 'What we asked for is not there, or not any more.',
  },
  'permission-missing': {
    title: HOSTS_OFF_TITLE,
    sentence: 'Trophy Shelf may not reach PlayStation. Allow it, and the rest goes on by itself.',
  },
  'sign-in-pause': {
    title: 'A pause before the next try',
    sentence:
      'Asking Sony for a sign-in again and again gets an address blocked, so we wait a little.',
  },
  'storage-unavailable': {
    title: 'The browser keeps no data for us',
    sentence:
      'Firefox does this where it is set to never remember history. Let it remember history in its privacy settings, then try again.',
  },
  'private-window': {
    title: 'Your library is not in private windows',
    sentence:
      'Browsers keep it in normal windows only. Open Trophy Shelf in one. Where Firefox never remembers history every window is private: let it remember history in its privacy settings.',
  },
  'storage-full': {
    title: 'There is no room left on this device',
    sentence: 'Nothing of yours is lost. Free some space on the disk, and it goes on by itself.',
  },
  'storage-damaged': {
    title: 'The browser cannot read what it has stored',
    sentence:
      'Restarting the browser often helps. If it does not, erase everything in the settings and connect again: Sony still has your trophies.',
  },
  'storage-silent': {
    title: 'The browser does not answer',
    sentence:
      'What is kept here takes long to read or to write, as on a busy computer. It goes on by itself as soon as the browser answers. If it never does, restart the browser.',
  },
  'storage-newer': {
    title: 'A newer Trophy Shelf has been here',
    sentence:
      'It keeps your library in a way that this page cannot read. Nothing was changed: reload this page. If that does not help, update the extension.',
  },
  'storage-renewed': {
    title: 'Your library moves to a new place',
    sentence:
      'This version keeps it in another way. Connect once: your picks, notes and pins are kept, the rest is fetched again.',
  },
  unexpected: {
    title: 'Something went wrong here',
    sentence: 'The fault is ours, not yours. Trying again often helps.',
  },
};

/** What is done for a pasted code's account does not tell us: the code is not kept. */
const PASTED_AGAIN =
  'Do what Sony asks for at playstation.com, signed in with the account that the code is of. Then paste a code once more.';

/** What cannot even be read is no new way of answering. */
const UNREADABLE: FailureWords = {
  title: 'Sony sent something else than an answer',
  sentence:
    'A page, nothing, or half of an answer, as when its servers are being looked after. What you had is kept, and it mostly passes by itself.',
};

/** A failure in plain words; of a pasted code's account in others. */
export function failureWords(failure: Failure, isOfPastedCode = false): FailureWords {
  const { cause, fields, status = 0 } = failure;
  const isUnread = cause === 'answer-not-understood' && fields === undefined && status < 400;
  const words = isUnread ? UNREADABLE : FAILURES[cause];
  return isOfPastedCode ? { ...words, sentence: PASTED_AGAIN } : words;
}

/** Until when Sony wants to be left alone, where that is known: `Sony's pause ends at 14:32.` */
export function pauseEnds(failure: Failure, now: number, locale: string): string | null {
  if (failure.until === undefined || failure.until <= now) return null;
  return `The pause ends at ${clock(failure.until, now, locale)}.`;
}
