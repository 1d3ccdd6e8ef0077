import { browser } from 'wxt/browser';

const AUTHORIZE = 'https://ca.account.sony.com/api/authz/v3/oauth/authorize*';
const SIGN_IN_HOST = 'my.account.sony.com';
/** The event may come after the fetch has settled: 239 ms was the worst that was measured. */
const EVENT_LIMIT = 2_000;

/** What both browsers tell of an answer; who asked is named differently. */
interface Answer {
  type: string;
  tabId: number;
  initiator?: string | undefined;
  originUrl?: string | undefined;
  responseHeaders?: { name: string; value?: string | undefined }[] | undefined;
}

/**
 * Watches where Sony's `authorize` sends a request: our own, for the code, and a tab's, which ends every sign-in.
 * Made once, synchronously, when the worker starts: only then does a sign-in wake a worker that was gone.
 */
export class AuthorizeRedirects {
  #waiting: ((location: string | null) => void) | null = null;

  /** @param signedIn called when a sign-in has come to its end in a tab, or a page makes it look like that */
  constructor(signedIn: (tabId: number) => void) {
    browser.webRequest.onHeadersReceived.addListener(
      (answer) => {
        this.#saw(answer, signedIn);
        return undefined;
      },
      { urls: [AUTHORIZE], types: ['xmlhttprequest', 'main_frame'] },
      ['responseHeaders'],
    );
  }

  /**
   * The `Location` of the answer to our own request, or null where it had none. One request at a time: nothing ties a
   * fetch to its event.
   * @param settled the fetch, over either way
   */
  next(settled: Promise<unknown>): Promise<string | null> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
      const giveUp = (): void => {
        setTimeout(() => resolve(null), EVENT_LIMIT);
      };
      void settled.then(giveUp, giveUp);
    });
  }

  #saw(answer: Answer, signedIn: (tabId: number) => void): void {
    const location = locationOf(answer);
    if (answer.type === 'main_frame') {
      if (location !== null && !isSignInPage(location)) signedIn(answer.tabId);
    } else if (isOurs(answer)) {
      this.#waiting?.(location);
      this.#waiting = null;
    }
  }
}

function locationOf({ responseHeaders = [] }: Answer): string | null {
  return responseHeaders.find(({ name }) => name.toLowerCase() === 'location')?.value ?? null;
}

/** A sign-in also begins at `authorize`, which then sends the tab to the sign-in page. */
function isSignInPage(location: string): boolean {
  return URL.canParse(location) && new URL(location).host === SIGN_IN_HOST;
}

function isOurs({ tabId, initiator, originUrl }: Answer): boolean {
  const own = browser.runtime.getURL('/popup.html').replace('/popup.html', '');
  return tabId === -1 && (initiator ?? originUrl ?? '').startsWith(own);
}
