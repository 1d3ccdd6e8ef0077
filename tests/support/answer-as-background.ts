import type { Outcome } from '@/utils/domain/failure';
import { messenger, type RequestName } from '@/utils/messaging/protocol';

const NAMES = Object.keys({
  connect: true,
  cancelConnecting: true,
  openSignIn: true,
  resume: true,
  syncNow: true,
} satisfies Record<RequestName, true>) as RequestName[];

/** A background that only writes down what it is asked, and answers alike. */
export function answerAsBackground(outcome: Outcome = { ok: true, value: null }): RequestName[] {
  messenger.removeAllListeners();
  const asked: RequestName[] = [];
  for (const name of NAMES) {
    messenger.onMessage(name, () => {
      asked.push(name);
      return outcome;
    });
  }
  return asked;
}
