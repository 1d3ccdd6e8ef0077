import type { BrowserContext, CDPSession, Request } from 'playwright';

/** What the extension did in Chromium that a test may want to know of. Grows while the browser runs. */
export interface Observations {
  /** Uncaught errors and rejections of pages and of the worker. */
  errors: string[];
  /** Everything written to a console, as `level: text`. */
  console: string[];
  /** What the content security policy blocked, as `directive address`. */
  policyViolations: string[];
  /** Hosts that were asked for over the network, by pages, pictures and the worker; with `http://` where in the clear. */
  hosts: Set<string>;
}

const VIOLATION = 'content-security-policy-violation: ';

/** What Chromium itself answers to a call that a worker made while it was being ended, as tests do. */
const KILLED = 'Uncaught (in promise) Error: No SW';

/** Starts observing a browser. Blocked `eval`s reach no console by themselves, so pages listen for them. */
export async function observe(context: BrowserContext, session: CDPSession): Promise<Observations> {
  const seen: Observations = { errors: [], console: [], policyViolations: [], hosts: new Set() };

  context.on('weberror', (event) => seen.errors.push(event.error().stack ?? String(event.error())));
  context.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(VIOLATION)) seen.policyViolations.push(text.slice(VIOLATION.length));
    else seen.console.push(`${message.type()}: ${text}`);
  });
  const note = (request: Request): void => {
    const { protocol, host } = new URL(request.url());
    if (protocol === 'https:') seen.hosts.add(host);
    if (protocol === 'http:') seen.hosts.add(`http://${host}`);
  };
  // A redirect that is not followed is told of too, and then let go.
  context.on('request', (request) => {
    if (request.redirectedFrom() === null) note(request);
  });
  context.on('requestfinished', note);
  context.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') note(request);
  });
  session.on('ServiceWorker.workerErrorReported', ({ errorMessage }) => {
    if (errorMessage.errorMessage !== KILLED)
      seen.errors.push(`worker: ${errorMessage.errorMessage}`);
  });

  await context.addInitScript((prefix) => {
    addEventListener('securitypolicyviolation', (event) => {
      console.debug(`${prefix}${event.violatedDirective} ${event.blockedURI}`);
    });
  }, VIOLATION);
  return seen;
}
