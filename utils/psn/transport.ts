import { FailureError } from '../domain/failure';
import type { AskedKind } from '../domain/history/asked-of-sony';
import type { Budget } from './budget';
import { ACCOUNT_HOST, ASKED_KIND, DATA_HOST, endpointOf, type Endpoint } from './endpoints';
import { failureOfAnswer } from './failures';
import { BrowserThrottling } from './browser-throttling';
import { SonyFailureError, unknownIdIn } from './sony-failure';

/** Below the 30 seconds after which a browser ends a worker that waits for an answer. */
const TIME_LIMIT = 20_000;
/** How often a browser repeats by itself what was dropped, without a word. */
const SILENT_REPEATS = 3;

interface Needs {
  budget: Budget;
  now: () => number;
  isOnline: () => boolean;
  /** The player lets us talk to Sony: a request goes out without that too, and only its answer is withheld. */
  isAllowed: () => Promise<boolean>;
  /** Is told whose answer it was, and its head, for its `Date`. */
  learnDate: (host: string, headers: Headers) => Promise<unknown>;
  /** Counts a request, for the player. */
  noteAsked: (kind: AskedKind) => Promise<void>;
  /** It has never left the browser. */
  noteUnasked: (kind: AskedKind) => Promise<void>;
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
  const throttling = new BrowserThrottling(needs.now);
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.host !== ACCOUNT_HOST && url.host !== DATA_HOST) return browserFetch(input, init);
    const endpoint = endpointOf(url, init?.body);
    // Taken before anything is waited for: what is ended meanwhile does not go out.
    const { signal } = needs.ends;
    if (url.host === DATA_HOST) await spend(needs.budget, endpoint);
    else if (!(await needs.isAllowed()))
      throw new FailureError({ cause: 'permission-missing', during: endpoint });
    throwIfEnded(signal, endpoint);
    // Written down meanwhile: no request waits for the disk for the sake of a number that is shown.
    const noted = needs.noteAsked(ASKED_KIND[endpoint]);
    throwIfEnded(signal, endpoint);
    const asked = { endpoint, url, throttling, signal };
    return ask(browserFetch, input, init, asked, needs).finally(() => noted);
  };
}

function throwIfEnded(signal: AbortSignal, endpoint: Endpoint): void {
  if (signal.aborted) throw new FailureError({ cause: 'no-answer', during: endpoint });
}

async function spend(budget: Budget, endpoint: Endpoint): Promise<void> {
  const until = await budget.take();
  if (until !== null) {
    throw new FailureError({ cause: 'own-pause', during: endpoint, until });
  }
}

/** One request: what it is for, where it goes, and what is known of that address. */
interface Asked {
  endpoint: Endpoint;
  url: URL;
  throttling: BrowserThrottling;
  /** Ends it: after that nothing of it is written down. */
  signal: AbortSignal;
}

async function ask(
  browserFetch: typeof fetch,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  asked: Asked,
  needs: Needs,
): Promise<Response> {
  const { endpoint, url, throttling, signal } = asked;
  const began = performance.now();
  let status: number | undefined;
  const { response, text } = await answerInTime(browserFetch, input, init, signal, (answered) => {
    status = answered;
  }).catch(async (thrown: unknown) => {
    const how = { thrown, took: performance.now() - began, status };
    throw await failureWithoutAnswer(how, asked, needs);
  });
  throttling.learn(url, response.status);
  if (!signal.aborted) await needs.learnDate(url.host, response.headers);
  const { status: code, headers } = response;
  const body = parsed(text);
  const error = response.ok ? null : errorIn(body);
  const head = { status: code, isJson: body !== NO_JSON, error, headers };
  const failure = failureOfAnswer(endpoint, head, needs.now());
  if (failure === null) return readAnswer(body, { status: code, headers });
  const isLimit = failure.cause === 'too-many-requests' && url.host === DATA_HOST;
  if (isLimit && !signal.aborted) await needs.budget.refused();
  throw new SonyFailureError(failure, { unknownId: unknownIdIn(text) });
}

/** How a request has failed: after how long, and with which status where at least a head has come. */
interface Loss {
  thrown: unknown;
  took: number;
  status: number | undefined;
}

async function failureWithoutAnswer(
  { thrown, took, status }: Loss,
  { endpoint, url, throttling, signal }: Asked,
  { budget, isOnline, noteUnasked }: Needs,
): Promise<SonyFailureError> {
  const answered = status === undefined ? {} : { status };
  const isOffline = !isOnline();
  const isTimeout = thrown instanceof DOMException && thrown.name === 'TimeoutError';
  const isData = url.host === DATA_HOST;
  const isThrottled = isData && !isTimeout && !isOffline && throttling.hasStopped(url, took);
  const isUnsent = (isOffline && status === undefined) || isThrottled;
  if (!signal.aborted) {
    if (isUnsent) await noteUnasked(ASKED_KIND[endpoint]);
    if (isData && isUnsent) await budget.giveBack();
    else if (isData && !isTimeout && !isOffline) await budget.charge(SILENT_REPEATS);
  }
  if (isOffline) return new SonyFailureError({ cause: 'offline', during: endpoint, ...answered });
  const cause = isThrottled ? 'sony-down' : 'no-answer';
  return new SonyFailureError({ cause, during: endpoint, ...answered }, { isTimeout });
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
    // Neither a token nor a grant goes on to where an answer leads.
    redirect: 'manual',
    ...init,
    // Sony lets definitions be cached for minutes, in which an add-on may come out; and nothing is to stay on disk.
    cache: 'no-store',
    signal: AbortSignal.any([AbortSignal.timeout(TIME_LIMIT), ends]),
  });
  onHead(response.status);
  return { response, text: await response.text() };
}

/** What was sent is no JSON: a page can claim to be, and JSON can be cut off. */
const NO_JSON = Symbol('no JSON');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NO_JSON;
  }
}

/** An answer that was read already: a page of 800 games is half a megabyte, and psn-api would read it once more. */
function readAnswer(body: unknown, head: ResponseInit): Response {
  const json = (): Promise<unknown> =>
    body === NO_JSON ? Promise.reject(new SyntaxError('no JSON')) : Promise.resolve(body);
  return Object.assign(new Response(null, head), { json });
}

/** The account host's word for an error, such as `invalid_grant`. */
function errorIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const { error } = body as { error?: unknown };
  return typeof error === 'string' ? error : null;
}
