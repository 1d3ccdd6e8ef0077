import type { Outcome } from '@/utils/domain/failure';
import type { Receipt } from '@/utils/domain/connection/receipt';
import { payloads } from '@/utils/messaging/payloads';
import { messenger, type RequestName } from '@/utils/messaging/protocol';

const NAMES = Object.keys(payloads) as RequestName[];

type Answered = Outcome | Outcome<Receipt> | Promise<Outcome>;

/**
 * A background that only writes down what it is asked, and answers alike, or as it is told by name; `heard` is told with what. That a page is
 * shown is said by each as it opens: `heard` is told, and the list goes without.
 */
export function answerAsBackground(
  outcome: Answered | ((name: RequestName) => Answered) = { ok: true, value: null },
  heard: (name: RequestName, payload: unknown) => void = () => undefined,
): RequestName[] {
  messenger.removeAllListeners();
  const asked: RequestName[] = [];
  for (const name of NAMES) {
    messenger.onMessage(name, ({ data }) => {
      if (name !== 'pageShown') asked.push(name);
      heard(name, data);
      return typeof outcome === 'function' ? outcome(name) : outcome;
    });
  }
  return asked;
}
