import { FailureError } from '../domain/failure';
import type { Budget } from './budget';
import { ACCOUNT_HOST, DATA_HOST, endpointOf, type Endpoint } from './endpoints';
import { failureOfAnswer } from './failures';

/** Below the 30 seconds after which a browser ends a worker that waits for an answer. */
const TIME_LIMIT = 20_000;

interface Needs {
  budget: Budget;
  now: () => number;
  isOnline: () => boolean;
  /** Is told whose answer it was, and its head, for its `Date`. */
  learnDate: (host: string, headers: Headers) => Promise<unknown>;
  /** Ends every request that is under way. */
  ends: EndOfRequests;
}

/** Ends what is being asked of Sony, at once: the answers would be of no use any more. */
export class EndOfRequests {
  #controller = new AbortController();

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Later requests are not touched. */
  readonly now = (): void => {
    this.#controller.abort();
    this.#controller = new AbortController();
  };
}

/**
 * Wraps this context's `fetch` once. For Sony's hosts, psn-api and ours alike, it keeps the budget, sets a time limit,
 * and fails with a typed cause before anybody parses: psn-api looks at no status, and hands an error body on as data.
 */
export function installTransport(needs: Needs): void {
  const browserFetch = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.host !== ACCOUNT_HOST && url.host !== DATA_HOST) return browserFetch(input, init);
    const endpoint = endpointOf(url, init?.body);
    if (url.host === DATA_HOST) await spend(needs.budget, endpoint);
    return ask(browserFetch, input, init, { endpoint, host: url.host }, needs);
  };
}

async function spend(budget: Budget, endpoint: Endpoint): Promise<void> {
  const until = await budget.take();
  if (until !== null) {
    throw new FailureError({ cause: 'own-pause', during: endpoint, until });
  }
}

async function ask(
  browserFetch: typeof fetch,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  { endpoint, host }: { endpoint: Endpoint; host: string },
  { now, isOnline, learnDate, ends }: Needs,
): Promise<Response> {
  const { signal } = ends;
  let status: number | undefined;
  const { response, text } = await answerInTime(browserFetch, input, init, signal, (answered) => {
    status = answered;
  }).catch(() => {
    const failure = { cause: isOnline() ? 'no-answer' : 'offline', during: endpoint } as const;
    throw new FailureError(status === undefined ? failure : { ...failure, status });
  });
  if (!signal.aborted) await learnDate(host, response.headers);
  const { headers } = response;
  const head = {
    status: response.status,
    isJson: isJson(text),
    error: response.ok ? null : errorIn(text),
    headers,
  };
  const failure = failureOfAnswer(endpoint, head, now());
  if (failure !== null) throw new FailureError(failure);
  return new Response(text, { status: response.status, headers: response.headers });
}

/**
 * The whole answer within the time limit: a body can be dropped or stall after its head has come.
 * @param onHead is told the status then: Sony has answered, whatever becomes of the rest
 */
async function answerInTime(
  browserFetch: typeof fetch,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  ends: AbortSignal,
  onHead: (status: number) => void,
): Promise<{ response: Response; text: string }> {
  const response = await browserFetch(input, {
    ...init,
    // Sony lets definitions be cached for minutes, in which an add-on may come out; and nothing is to stay on disk.
    cache: 'no-store',
    signal: AbortSignal.any([AbortSignal.timeout(TIME_LIMIT), ends]),
  });
  onHead(response.status);
  return { response, text: await response.text() };
}

/** Judged by the text itself: a page can claim to be JSON, and JSON can be cut off. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The account host's word for an error, such as `invalid_grant`. */
function errorIn(text: string): string | null {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    return typeof error === 'string' ? error : null;
  } catch {
    return null;
  }
}
