import type { CDPSession } from 'playwright';
import type { Chromium } from './chromium.ts';

/** Says to one target whether it has a network. */
type Tell = (offline: boolean) => Promise<unknown>;

/**
 * Takes the network from the extension's worker and all pages, until what is handed back is called. Playwright gives it
 * back to the pages first; the worker lives in their process, is told with them that it is online, and asks while its own
 * requests fail still: a lost answer, which costs a minute.
 */
export async function withoutNetwork({
  context,
  extensionId,
}: Chromium): Promise<() => Promise<void>> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('Playwright gives no access to the browser itself.');
  const tellPages = await Promise.all(
    context.pages().map(async (page): Promise<Tell> => {
      const session = await context.newCDPSession(page);
      return (offline) => session.send('Network.emulateNetworkConditions', conditions(offline));
    }),
  );
  const told = [await tellWorker(browser, extensionId), ...tellPages];
  for (const tell of told) await tell(true);
  return async () => {
    for (const tell of told) await tell(false);
  };
}

function conditions(offline: boolean) {
  return { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
}

/** By a session of its own, which stays: what it has asked for ends with it. */
async function tellWorker(browser: CDPSession, extensionId: string): Promise<Tell> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && new URL(url).host === extensionId,
  );
  if (!worker) throw new Error('The worker sleeps: nothing can be taken from it.');
  const { targetId } = worker;
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  let id = 0;
  return (offline) => {
    const own = (id += 1);
    const answered = new Promise<void>((resolve) => {
      browser.on('Target.receivedMessageFromTarget', (event) => {
        const { id: answers } = JSON.parse(event.message) as { id?: number };
        if (event.sessionId === sessionId && answers === own) resolve();
      });
    });
    const params = conditions(offline);
    const message = JSON.stringify({ id: own, method: 'Network.emulateNetworkConditions', params });
    return Promise.all([
      browser.send('Target.sendMessageToTarget', { sessionId, message }),
      answered,
    ]);
  };
}
