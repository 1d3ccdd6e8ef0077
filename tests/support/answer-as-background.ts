import type { Outcome } from '@/utils/domain/failure';
import type { Receipt } from '@/utils/domain/connection/receipt';
import { messenger, payloads, type RequestName } from '@/utils/messaging/protocol';

const NAMES = Object.keys(payloads) as RequestName[];

/** A background that only writes down what it is asked, and answers alike; `heard` is told with what. */
export function answerAsBackground(
  outcome: Outcome | Outcome<Receipt> = { ok: true, value: null },
  heard: (name: RequestName, payload: unknown) => void = () => undefined,
): RequestName[] {
  messenger.removeAllListeners();
  const asked: RequestName[] = [];
  for (const name of NAMES) {
    messenger.onMessage(name, ({ data }) => {
      asked.push(name);
      heard(name, data);
      return outcome;
    });
  }
  return asked;
}
