import type { Cause, Failure } from '../domain/failure';
import { clock } from '../format/dates';
import * as words from './en/failures.json';

export interface FailureWords {
  title: string;
  sentence: string;
}

/** Each cause in plain words. What puts it right: `utils/domain/connection/need.ts`. */
export const FAILURES: Record<Cause, FailureWords> = words.causes;

/**
 * A failure in plain words.
 * @param ofCode where it is of a pasted code, whether its account has something to do first
 */
export function failureWords(
  failure: Failure,
  ofCode: 'account' | 'code' | null = null,
): FailureWords {
  const { cause, fields, status = 0 } = failure;
  // It is written anew by connecting, whatever the browser has lost of it.
  if (cause === 'storage-damaged' && failure.during === 'record') return words.damagedRecord;
  const isUnread = cause === 'answer-not-understood' && fields === undefined && status < 400;
  // What cannot even be read is no new way of answering.
  const { title, sentence } = isUnread ? words.unreadable : FAILURES[cause];
  if (ofCode === null) return { title, sentence };
  // What is done for a pasted code's account does not tell us: the code is not kept, nor is it for a long pause.
  if (ofCode === 'account') return { title, sentence: words.pastedAgain };
  if (failure.until !== undefined) return { title, sentence: words.pastedLater };
  return { title, sentence: words.pastedInVain };
}

/** Until when Sony wants to be left alone, where that is known: `The pause ends at 14:32.` */
export function pauseEnds(failure: Failure, now: number, locale: string): string | null {
  if (failure.until === undefined || failure.until <= now) return null;
  return words.pauseEnds({ until: clock(failure.until, now, locale) });
}
